import { setOf } from './clinical-words';

/** Titles before a name. */
export const TITLES = setOf(
  `mr mrs ms miss mister mx dr drs doctor prof professor reverend father sister sgt sergeant capt captain officer
  senor senora senorita sr sra srta dona herr frau fraulein frl monsieur madame mme mlle signor signora signorina sig shri
  smt mevrouw mevr meneer dhr`,
);
/** Titles that are everyday words too: only a listed name makes them titles. */
export const WORDLIKE_TITLES = setOf(
  'miss doctor father sister captain officer professor reverend sergeant sig dona',
);
/** Small words between a title and a family name, or at its beginning: `van den Heuvel`, `de la Cruz`. */
export const PARTICLES = setOf(
  'van von der den dem de del della di da dos das do la las los le ten ter bin al el',
);
/** Words for a patient. */
export const PATIENT_WORDS = setOf(
  'patient patients pt pts lady gentleman woman man gal guy veteran vet boy girl baby child teen teenager client',
);
/** Relatives and others around a patient. */
export const RELATIVES = setOf(`
  wife husband daughter son mother father mom dad sister brother niece nephew aunt uncle spouse partner girlfriend boyfriend fiance
  fiancee daughter-in-law son-in-law mother-in-law father-in-law sister-in-law brother-in-law grandson granddaughter grandmother grandfather caregiver friend neighbor cousin twin sibling grandma grandpa`);
/** Staff roles. */
export const STAFF = setOf(`
  nurse rn np crna pa tech technologist attending supervisor surgeon anesthesiologist neurosurgeon fellow cofellow co-fellow resident preceptor rep pcp
  oncologist cardiologist neurologist rheumatologist pharmacist therapist psychologist radiologist physician intern interpreter chaplain proctor staff`);
/** Roles that label a name when a colon follows. */
export const ROLE_LABELS = setOf(`
  patient pt attending supervisor surgeon fellow resident nurse rn anesthesiologist assistant proceduralist provider operator referring pcp contact
  spouse wife husband mother father daughter son caregiver interpreter rep cosigner physician preceptor guardian parent poa proxy staff tech`);
/** Labels of a name. */
export const NAME_LABELS = setOf('name names surname lastname firstname alias aka nickname');
/** `Drug name: …`, `file name: …` name a thing. */
export const THINGS_WITH_A_NAME = setOf(
  'drug file device brand trade generic product procedure block template study trial catheter kit code hospital clinic user medication company',
);
/** Participles that announce a name. */
export const NAMING_WORDS = setOf('named surnamed nicknamed');
/** What a colleague did: a name follows after `by` or `with`. */
export const DOING_WORDS = setOf(
  'supervised referred performed staffed precepted proctored assisted signed cosigned co-signed scrubbed seen read done discussed goes covered taught',
);

/** Every word that may be a cue, so that most words of a text cost one look-up. */
export const CUES: ReadonlySet<string> = new Set(
  [
    TITLES,
    PATIENT_WORDS,
    RELATIVES,
    STAFF,
    ROLE_LABELS,
    NAME_LABELS,
    NAMING_WORDS,
    ['initials', 'called', 'by', 'with'],
  ].flatMap((words) => [...words]),
);
