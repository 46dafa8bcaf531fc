import type { LetterAnswer, LetterCompetency, LetterVerdict } from '@countersign/domain/credential';
import type { CredentialRefused, CredentialStep } from '@countersign/domain/ledger';
import { counted } from './count';

/* What people read about a letter that they check. Nobody is called a forger: the file says what it is, not who made it. */

/** An answer as it is read first: what was found, and what that means. */
export interface AnswerWords {
  readonly title: string;
  readonly meaning: string;
  /** What to do, where there is anything to do. */
  readonly advice?: string;
}

const askForTheOriginal =
  'ask the fellow or the program for the original file. Printing to PDF, or a mail filter, can change it too.';

const words: Readonly<Record<LetterVerdict, AnswerWords>> = {
  good: {
    title: 'Unchanged since it was signed',
    meaning: 'Good, and not taken back as of now.',
  },
  'not-checked': {
    title: 'Unchanged; whether it still stands is not checked',
    meaning: 'The list of letters taken back was out of reach. Try again online before you rely on it.',
  },
  'taken-back': {
    title: 'Signed, and taken back',
    meaning: 'It was genuine when signed. It no longer stands.',
    advice: 'ask the fellow or the program for the letter that replaced it.',
  },
  changed: {
    title: 'This file is not what was signed',
    meaning: 'It changed after signing, on purpose or on the way. Do not rely on it.',
    advice: askForTheOriginal,
  },
  'issuer-unknown': {
    title: 'The issuer is unknown',
    meaning: 'This page does not know whose key it is, and cannot say whether the file changed.',
    advice:
      'call the program on a number you already have, and compare the key. Anyone can make a key; do not rely on the name alone.',
  },
  'key-distrusted': {
    title: 'Signed with a key that is not believed any more',
    meaning: 'The key had become known to others when this was signed.',
    advice: 'ask the program for a letter that is signed anew.',
  },
  'not-in-force': {
    title: 'Signed, but not in force now',
    meaning: 'The file is as it was signed; the time for which it was meant has passed or has not begun.',
    advice: 'ask the program for a letter that is in force.',
  },
  'not-a-letter': {
    title: 'Nothing here can be checked',
    meaning: 'The file holds no letter that was signed, or not in a form that has one meaning.',
    advice: askForTheOriginal,
  },
};

/** What was found, in words. */
export function answerInWords({ verdict, fitsOwnKey, failed }: LetterAnswer): AnswerWords {
  const plain = words[verdict];
  if (verdict !== 'issuer-unknown') return plain;
  if (failed?.step === 'issuer')
    return { ...plain, meaning: 'The key is known, but it may not sign for the issuer that the file names.' };
  if (fitsOwnKey !== true) return plain;
  return {
    ...plain,
    title: 'Unchanged, but the issuer is unknown',
    meaning: 'The signature fits the file. This page does not know whose key it is.',
  };
}

/** The steps of a check, each by what it looks at. */
export const stepWords: Readonly<Record<CredentialStep, string>> = {
  size: 'size',
  json: 'text',
  form: 'form',
  proof: 'proof',
  purpose: 'purpose',
  context: 'contexts',
  key: 'key',
  issuer: 'issuer',
  signature: 'signature',
  distrust: 'trust in the key',
  validity: 'time',
  status: 'taken back',
};

/** Why a step failed. */
export const faultWords: Readonly<Record<CredentialRefused['code'], string>> = {
  'credential/context-differs': 'the contexts are not those that were signed',
  'credential/context-unknown': 'the contexts do not begin with that of a credential',
  'credential/duplicate-key': 'a member stands in it twice, so that two readers could read two things',
  'credential/expired': 'its time has passed',
  'credential/issuer-differs': 'the issuer does not own the key',
  'credential/key-distrusted': 'signed after the key had become known to others',
  'credential/key-unknown': 'not among the keys that this page holds',
  'credential/malformed': 'a part that every credential has is missing',
  'credential/not-canonical': 'a number or a character in it has no one meaning',
  'credential/not-json': 'it cannot be read',
  'credential/not-yet-valid': 'its time has not begun',
  'credential/proof-malformed': 'the proof cannot be read',
  'credential/proof-missing': 'it carries no signature',
  'credential/proof-unsupported': 'a kind of signature that this page does not check',
  'credential/signature-bad': 'the signature does not fit what the file says',
  'credential/status-set': 'the issuer took it back',
  'credential/status-unknown': 'the list of letters taken back was out of reach',
  'credential/time-malformed': 'a time in it cannot be read',
  'credential/too-deep': 'it is nested too deep',
  'credential/too-large': 'a letter is smaller than 1 MB',
  'credential/wrong-purpose': 'signed for another purpose than to state something',
};

/** What a letter is called. */
export const letterKindWords: Readonly<Record<'record' | 'competency', string>> = {
  record: 'Record of training',
  competency: 'Letter about one competency',
};

/** What a reader of a letter must know of a signed competency besides; nothing for most. */
export function competencyNotes({
  highRisk,
  waived,
  demonstration,
}: Pick<LetterCompetency, 'highRisk' | 'waived' | 'demonstration'>): readonly string[] {
  return [
    ...(highRisk ? ['High risk: two supervisors and the director sign'] : []),
    ...(waived === 0 ? [] : [`Waived by the director: ${counted(waived, 'rule', 'rules')}`]),
    ...(demonstration ? ['Demonstration: nobody may rely on it'] : []),
  ];
}

/** Printed on everything that comes from a demonstration. */
export const DEMONSTRATION = 'Demonstration: invented people and numbers. Not a credential.';

/** What no signature proves, said wherever one is shown as good. */
export function notProven(name: string): string {
  return `skill today, or that the person in front of you is ${name}. Please check an identity document.`;
}

/** In which capacity somebody signed. */
export const capacityWords: Readonly<Record<string, string>> = {
  director: 'program director',
  supervisor: 'supervisor',
};

/** What a signature means, as it is printed. */
export const meaningWords: Readonly<Record<string, string>> = {
  'competency-granted': 'competency granted',
  'competency-granted-from-record': 'competency granted from the record',
  countersigned: 'countersigned',
  attested: 'attested',
};
