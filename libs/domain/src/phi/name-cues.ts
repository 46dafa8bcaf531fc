import { setOf } from './clinical-words';

/** Titles that are everyday words or abbreviations too: only a name in capitals that is no word makes them titles. */
export const WORDLIKE_TITLES = setOf(`
  miss doctor father fr sister captain officer professor reverend rev sergeant sig dona lt col maj pastor rabbi imam deacon judge coach senator sheriff deputy chief major madam sir doc docs det agent ofc hon pfc ssg don tia lieutenant colonel corporal commander admiral councilman councilwoman congressman congresswoman governor mayor ambassador nurse master sen`);
/** Titles of other languages that are other things too: `Pan`, `M.`, `Hr.` are titles with a capital alone, before such a name. */
export const FOREIGN_WORDLIKE_TITLES = setOf(
  'pan m me hr ing bay bey sor seu sri dl dna tio tia cik ibu pak bapak heer gosp gda',
);
/** What makes a title feminine after its point: `Sig.ra`, `Dott.ssa`, `M.me`. */
export const TITLE_ENDINGS = setOf('ra na rna ssa essa me lle ta a');
/** What a doctor is one of: `Dr. med. Obermann`. */
export const DOCTOR_OF = setOf('med dent phil rer nat hab habil vet');
/** Titles before a name. */
export const TITLES: ReadonlySet<string> = new Set([
  ...WORDLIKE_TITLES,
  ...FOREIGN_WORDLIKE_TITLES,
  ...setOf(
    `mr mrs ms missus mister mx dr drs prof sgt ssgt cpl pvt capt mstr
    senor senora senorita senores sr sra srta sres profesor profesora dra doctora senhor senhora
    herr herrn hrn frau fraulein frl doktor mevrouw mevr meneer dhr juffrouw mw
    monsieur madame mme mmes mlle mlles mademoiselle maitre docteur professeur
    signor signore signora signorina sigra signa dott dottor dottore dottoressa dottssa drssa professoressa avv
    fru frk froken fruen herra rouva hra rva pani panu panna panny slecna
    gospodin gospodja gospodica gospoda gospozha gospa domnul doamna domnisoara kyrios kyria
    bayan hanim shri shrimati smt kumari thiru begum encik puan khun haji hajji hajja ustad sayyid sheikh datuk datin msgr`,
  ),
]);
/** Degrees and licenses after a name: `Nadkarni MD`, `Kavita Raman, RN`. */
export const DEGREES = setOf(
  'md do rn np pa-c pa crna phd dnp fnp pharmd mbbs dpm lpn dpt lcsw psyd aprn facs esq',
);
/** Those that stand for other things too: they need a comma. */
export const UNCERTAIN_DEGREES = setOf('do pa np');
/** Titles that are written small before a name in small letters: `dr nadkarni`. */
export const SMALL_TITLES = setOf('mr mrs ms dr drs doctor prof mister missus');
/** Small words between a title and a family name, or at its beginning: `van den Heuvel`, `de la Cruz`. */
export const PARTICLES = setOf(
  'van von der den dem de del della di da dos das do la las los le ten ter bin al el',
);
/** Words for a patient. */
export const PATIENT_WORDS = setOf(
  'patient patients pt pts lady gentleman gent woman man gal guy dude veteran vet boy girl baby infant child kid teen teenager client inpatient outpatient inpt outpt toddler preemie neonate newborn adolescent lass lad fella',
);
/** Relatives and others around a patient. */
export const RELATIVES = setOf(`
  wife husband daughter son mother father mom dad sister brother niece nephew aunt uncle spouse partner girlfriend boyfriend fiance
  fiancee daughter-in-law son-in-law mother-in-law father-in-law sister-in-law brother-in-law grandson granddaughter grandmother grandfather caregiver
  friend neighbor neighbour cousin twin sibling grandma grandpa stepson stepdaughter stepmother stepfather stepmom stepdad stepbrother stepsister ex-wife
  ex-husband ex roommate aide sitter guardian carer companion dtr dau gf bf hubby husb sis bro law manager worker adjuster attorney lawyer translator receptionist godson goddaughter widow widower landlord coworker buddy driver ride escort mgr foreman babysitter nanny housemate flatmate hha granddad gma gpa gramps granny nana papa momma mama mum stepchild goddaughter foster in-law ex-girlfriend ex-boyfriend acquaintance classmate carpool`);
/** Staff roles. */
export const STAFF = setOf(`
  nurse rn np crna pa tech technologist attending supervisor surgeon anesthesiologist neurosurgeon fellow cofellow co-fellow resident preceptor rep pcp
  oncologist cardiologist neurologist rheumatologist pharmacist therapist psychologist radiologist physician intern interpreter chaplain proctor staff
  student circulator scrub orderly transporter lpn cna ma phlebotomist physiatrist hospitalist intensivist dietitian coordinator scheduler sonographer attg att cm terp chiro acupuncturist podiatrist locum extern preceptee aprn srna slp cota pta ota apn
  psych psychiatrist trainee observer`);
/** Roles that label a name when a colon follows. */
export const ROLE_LABELS = setOf(`
  patient pt attending supervisor surgeon fellow resident nurse rn np crna anesthesiologist anesthesia assistant proceduralist provider operator referring pcp contact
  spouse wife husband mother father daughter son caregiver interpreter rep cosigner physician preceptor guardian parent poa proxy staff tech client
  driver ride escort kin nok signed cosigned author attn cc by md evaluator faculty consultant scribe reviewer caller trainee primary circulator scrub assist circ first last
  att supv supervising staffed teaching ordering consulting coordinator therapist pi mentor director chair chief presenter trainer examiner grader observer
  scheduler pharmacist doctor dr signature e-signed esigned guarantor employer adjuster attorney lawyer insured subscriber witness boss claimant policyholder
  dependent informant historian landlord teacher partner neighbor friend roommate mgr manager worker sibling sister brother dad mom to from re regarding attention
  hcp dictated transcribed typed entered accompanied escorted companion aide sitter carer`);
/** Labels of a patient's state as often as of a name. */
export const STATE_LABELS = setOf('patient pt client');
/** Labels of a name. */
export const NAME_LABELS = setOf(
  'name names surname lastname firstname lname fname alias aka nickname nombre nome nom apellido apellidos nachname vorname',
);
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
/** Words before the name at the end of a message. */
export const CLOSING_WORDS = setOf(
  'thank thanks thx thankyou tx ty tysm cheers regards sincerely best xo rgds respectfully',
);
/** Words after which somebody is addressed or named: `told Fatoumata`, `thanks Kavita`, `by Nadkarni`. */
export const ADDRESSING_WORDS: ReadonlySet<string> = new Set([
  ...CLOSING_WORDS,
  ...setOf(
    'told tell ask asked asking call paged page texted text messaged emailed helped watched let per dear hi by with under for w from to goes',
  ),
]);

/**
 * Words that introduce somebody though most of them also stand before other things: they tell how a listed name was cued,
 * never whether a word is one.
 */
export const INTRODUCERS = setOf(`
  insured subscriber claimant guarantor member beneficiary policyholder enrollee plaintiff applicant holder employee worker payee dependent
  witness witnessed boss foreman owner employer employed works worked biller billing hha cota pta ota slp rt dpt ot mgr poa hcp proxy kin nok contact
  signed e-signed esigned electronically dictated transcribed typed written entered reviewed attested submitted prepared authored cosigned verified
  sincerely best regards cheers respectfully yours love hey hi hello yo morning afternoon evening night greetings dear attn cc
  formerly nee born called known preferred prefers answers interp translator translated doc doctor ortho rheum neuro cards onc pulm psych derm nephro endo
  uro gyn gi ent neurosurg nsgy nsurg podiatrist dentist chiro chiropractor acupuncturist referring referrer specialist colleague hospitalist consult
  peer reviewer lawyer paralegal investigator counselor coach trainer teacher principal neighbor landlord tenant clergy minister priest bishop nun reverend
  case add-on addon male female desk director kids parents children twins observed watched helped hb husb
  name names aka alias per with w by from under via staffed likely probably maybe poss saw seeing spoke speaking talked texted emailed messaged`);

/** What bears a name: `consent says Xiomara Quispe`. */
export const NAME_BEARERS = setOf(
  'consent sticker wristband band label chart form badge card tag armband screen board bracelet',
);
/** What they do. */
export const NAME_BEARING = setOf('says reads said shows has');
/** Every word that may be a cue, so that most words of a text cost one look-up. */
export const CUES: ReadonlySet<string> = new Set(
  [
    TITLES,
    DEGREES,
    PATIENT_WORDS,
    RELATIVES,
    STAFF,
    ROLE_LABELS,
    NAME_LABELS,
    NAMING_WORDS,
    ADDRESSING_WORDS,
    NAME_BEARING,
    ['initials', 'inits', 'called', 'as'],
  ].flatMap((words) => [...words]),
);
