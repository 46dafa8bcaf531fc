import { setOf } from './clinical-words';
import { surnameClass } from './name-lexicon';
import type { NameReader } from './name-reader';

/** What only a person does: after these verbs a capitalised word is somebody. */
const PERSON_VERBS = setOf(`
  said says states stated denies denied wants wanted complains complained requests requested refuses refused declines declined consents consented
  agreed agrees feels felt asks asked insists insisted thinks thought knows knew cried vomited fainted fell walked walks talked sleeps slept smokes
  lives took let supervised scrubbed works called phoned texted emailed cancelled canceled apologized thanked hates likes loves prefers preferred hopes
  kept jumped grabbed flinched yelled screamed snored coughed sneezed wiggled cursed laughed smiled begged threatened drove rode overslept brought told reacted
  tells forgot forgets arrived phoned mentioned mentions believes worries worried`);
/** What a patient does but also a block or a lead may do. */
const LOOSE_VERBS = setOf(
  'did tolerated needed needs returned returns came comes arrived had has was is went got gets presented presents reports reported remains required struggled improved responded',
);
/** What people do around a patient. */
const STAYING_VERBS = setOf(
  'stayed waited drove pulled left sat stood ran helped translated signed asks wants keeps brought watched drives gives manages handles roomed',
);
/** Everyday surnames that no one writes with a capital in a note unless they are a name. */
const FREQUENT_SURNAME_WORDS = setOf(`
  brown white young king hill green gray baker walker fox knight hunt dean cook bell black lane frost snow wolf swan prince rich barber singer
  love day west bird bond chase english may rose price rice stone marsh wood hall ward long ray little reed`);
const AFTER_POSSESSIVE = setOf(`
  wife husband mother father daughter son family sister brother spouse partner mri ct pump stimulator stim implant trial refill injection case chart consent inr
  back knee neck pain leg legs hip shoulder insurance medication meds blood daughter's appointment visit procedure block rfa esi ipg trial consult refill films uds labs pocket scar hip wound foot arm headache lead leads battery incision wound`);
const BEFORE = setOf(
  'saw met told examined interviewed counseled counselled consented discharged injected reassured informed called',
);

/** Whether a word is among the everyday words that are most often a surname when capitalised. */
export function isFrequentSurname(key: string): boolean {
  return FREQUENT_SURNAME_WORDS.has(key);
}

/** Before these surnames of everyday words a preposition is enough: `block on Brown`, `told Young`. */
const AFTER_PREPOSITION = setOf(
  'brown young king hill green baker cook walker white black gray reed day love',
);
const PREPOSITIONS = setOf('on for told helped after in saw with');

/** Whether the words around say that the word is a person: `Young refused`, `Walker's wife`, `saw King`. */
export function actsLikeAPerson(reader: NameReader, index: number): boolean {
  const word = reader.word(index);
  if (!word) return false;
  const next = reader.gapAfter(index) === ' ' ? reader.key(index + 1) : '';
  if (word.possessive) return AFTER_POSSESSIVE.has(next);
  if (PERSON_VERBS.has(next)) return true;
  if (
    LOOSE_VERBS.has(next) &&
    (FREQUENT_SURNAME_WORDS.has(word.key) || surnameClass(word.key) !== 'everyday')
  )
    return true;
  if (reader.gapAfter(index - 1) !== ' ') return false;
  const before = reader.key(index - 1);
  return (
    BEFORE.has(before) ||
    (PREPOSITIONS.has(before) &&
      AFTER_PREPOSITION.has(word.key) &&
      !(before === 'with' && word.key === 'walker'))
  );
}

/** Whether the next word says what people do and neither drugs nor tools: `Mukherji brought`, `Mahmoudi will need`. */
export function isPersonsDeed(reader: NameReader, index: number): boolean {
  if (reader.gapAfter(index) !== ' ') return false;
  const next = reader.key(index + 1);
  return (
    PERSON_VERBS.has(next) ||
    (next === 'will' && /^(?:need|call|come|return|bring|see)$/.test(reader.key(index + 2)))
  );
}

/** Whether the next word is a verb that a person is the subject of, be it one of a machine too. */
export function isSubject(reader: NameReader, index: number): boolean {
  if (reader.gapAfter(index) !== ' ') return false;
  const next = reader.key(index + 1);
  return PERSON_VERBS.has(next) || LOOSE_VERBS.has(next) || STAYING_VERBS.has(next);
}

/** What is said of patients and not of departments, payers or machines. */
const PATIENT_VERBS = setOf(`
  said denies denied wants wanted complained complains refuses refused requested feels felt insisted vomited fainted cried sleeps smokes lives
  prefers thinks walked walks agreed`);

/** Whether the next word is a verb that only patients are the subject of. */
export function isSubjectOfPatientVerb(reader: NameReader, index: number): boolean {
  return reader.gapAfter(index) === ' ' && PATIENT_VERBS.has(reader.key(index + 1));
}
