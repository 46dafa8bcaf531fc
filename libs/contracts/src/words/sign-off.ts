import type { DeclineReason, SignOffStanding } from '@countersign/domain/competency';
import type { SupervisionLevel } from '@countersign/domain/entry';
import type {
  Capacity,
  DocumentChange,
  Meaning,
  SignedRule,
  SignOffDocument,
  SigningMethod,
} from '@countersign/domain/signing';
import type { EvidenceChange, SignOffView } from '../sign-offs/views';
import { inLine, ruleInWords } from './competency';
import { counted } from './count';
import { dayFull } from './time';

type RuleWords = Parameters<typeof ruleInWords>[1];

/** Where a sign-off stands, on a pill. */
export const signOffStandingWords: Readonly<Record<SignOffStanding, string>> = {
  asked: 'asked',
  'partly-signed': 'signed in part',
  signed: 'signed',
  lapsed: 'lapsed',
  declined: 'declined',
  withdrawn: 'withdrawn',
  suspended: 'suspended',
  revoked: 'revoked',
  renewed: 'renewed',
};

/** What a signature means: the choice, and the sentence that its signer says with it. */
export const meaningWords: Readonly<Record<Meaning, { readonly name: string; readonly gloss: string }>> = {
  'competency-granted': { name: 'Competency granted.', gloss: 'I supervised some of these cases.' },
  'competency-granted-from-record': {
    name: 'Competency granted, from the record.',
    gloss: 'I supervised none of them.',
  },
  countersigned: {
    name: 'Countersigned, as director.',
    gloss: 'I confirm what the supervisors granted.',
  },
  attested: { name: 'Attested.', gloss: 'The letter says what the record says.' },
  'entries-approved': { name: 'Entries approved.', gloss: 'Each of those that were listed.' },
};

/** The same under a signature that was given. */
export const meaningGiven: Readonly<Record<Meaning, string>> = {
  'competency-granted': 'Competency granted, supervised some of these cases',
  'competency-granted-from-record': 'Competency granted, from the record',
  countersigned: 'Countersigned, as director',
  attested: 'Attested',
  'entries-approved': 'Entries approved',
};

/** By what the signer proved who they are. */
export const methodGiven: Readonly<Record<SigningMethod, string>> = {
  password: 'With the password at that moment',
  passkey: 'With a passkey, for these bytes alone',
};

/** Why a signer declines. */
export const declineReasonWords: Readonly<Record<DeclineReason, string>> = {
  'not-seen-enough': 'I have not seen enough of these cases',
  'one-more-first': 'One more thing to show first',
  'somebody-else': 'Someone else should sign',
  other: 'Another reason',
};

/** How evidence changed under what is signed. */
export const evidenceChangeWords: Readonly<Record<EvidenceChange, string>> = {
  voided: 'was made void',
  amended: 'was amended',
  'correction-reversed': 'has a correction that was reversed',
  'approval-undone': 'is not approved any more',
};

/** The statement that everybody accepts who signs for the first time, by its version; other words are another version. */
export const statementWords: Readonly<Record<number, string>> = {
  1: 'My signature here is as binding as my signature by hand. I am the person named, and only I know the password.',
};

const may: Readonly<Record<SupervisionLevel, string>> = {
  direct: 'with direct supervision, supervisor in the room',
  'indirect-immediate': 'with indirect supervision, supervisor immediately available',
  'indirect-available': 'with indirect supervision, supervisor available',
  oversight: 'with oversight, reviewed afterwards',
};

/**
 * The sentence that is signed: `A. Okafor may perform lumbar transforaminal epidural with indirect supervision,
 * supervisor immediately available, with one rule waived.`
 */
export function signedSentence({
  fellow,
  competency,
  supervision,
  waiver,
}: Pick<SignOffDocument, 'fellow' | 'competency' | 'supervision' | 'waiver'>): string {
  const waived = waiver === null ? 0 : waiver.unmet.length;
  const sentence = permission(fellow.name, competency.title, supervision);
  return `${sentence}${waived === 0 ? '' : `, with ${small(waived)} ${waived === 1 ? 'rule' : 'rules'} waived`}.`;
}

/** The same of a sign-off whose document is not shown. */
export function askedSentence({ fellow, title, supervision }: SignOffView): string {
  return `${permission(fellow.name, title, supervision)}.`;
}

function permission(fellow: string, title: string, supervision: SupervisionLevel): string {
  return `${fellow} may perform ${inLine(title)} ${may[supervision]}`;
}

/** Until when it holds, as far as the document says it. */
export function holdsInWords({ trainingThrough, lapseMonths }: SignOffDocument): string {
  const until = `Holds for this training, which is through ${dayFull(trainingThrough)}`;
  return lapseMonths === null
    ? `${until}.`
    : `${until}; lapses after ${counted(lapseMonths, 'month', 'months')} without practice.`;
}

/** What the rules come to, as a heading: `All four rules are met`, `Three rules are met, one is waived`. */
export function rulesFinding(rules: readonly Pick<SignedRule, 'met' | 'waived'>[]): string {
  const [met, waived] = [rules.filter((rule) => rule.met).length, rules.filter((rule) => rule.waived).length];
  const all = met === 2 ? 'Both' : `All ${small(met)}`;
  if (met === rules.length) return met === 1 ? 'The rule is met' : `${all} rules are met`;
  const first = `${large(met)} ${met === 1 ? 'rule is' : 'rules are'} met`;
  if (waived === 0) return `${first}, ${small(rules.length - met)} not yet`;
  return `${first}, ${small(waived)} ${waived === 1 ? 'is' : 'are'} waived`;
}

/** A place in the order of signing: `first supervisor`, `second supervisor`, `director`. */
export function placeInWords(order: readonly Capacity[], position: number): string {
  const capacity = order[position];
  if (capacity !== 'supervisor') return 'director';
  if (order.filter((one) => one === 'supervisor').length === 1) return 'supervisor';
  const before = order.slice(0, position).filter((one) => one === 'supervisor').length;
  return `${ordinals[before] ?? 'next'} supervisor`;
}

/** How many signatures there are of how many: `first of two signatures`, `1 of 2`. */
export function turnInWords(given: number, all: number): string {
  return `${ordinals[given] ?? 'next'} of ${small(all)} signatures`;
}

/** Where a sign-off stands, as the heading of its page. */
export function standingInWords(signOff: SignOffView, dayOf: (at: number) => string): string {
  const { state, order, signatures, end, flaggedAt, lastPracticeOn } = signOff;
  const next = placeInWords(order, signatures.length);
  switch (state) {
    case 'asked':
      return `Asked. It waits for the ${next}.`;
    case 'partly-signed':
      return `Signed by ${small(signatures.length)} of ${small(order.length)}. It waits for the ${next}.`;
    case 'signed':
      return flaggedAt === undefined ? 'Signed.' : 'Evidence under this signature has changed';
    case 'lapsed':
      return lastPracticeOn === undefined
        ? 'Lapsed: no practice since it was signed.'
        : `Lapsed: last practiced on ${dayFull(lastPracticeOn)}.`;
    case 'renewed':
      return 'Renewed: a newer sign-off took its place.';
    default:
      return `${upper(signOffStandingWords[state])}${end ? ` on ${dayFull(dayOf(end.at))}` : ''}.`;
  }
}

/** What is different in the document from what was shown, in a sentence. */
export function documentChangeInWords(
  change: DocumentChange,
  now: Pick<SignOffDocument, 'rules'>,
  words: RuleWords,
): string {
  const said = (index: number) => {
    const rule = now.rules[index];
    return rule ? `“${ruleInWords(rule, words)}”` : `Rule ${index + 1}`;
  };
  switch (change.kind) {
    case 'rule':
      return `${said(change.index)} went from ${change.before} to ${change.after} of ${change.need}.`;
    case 'evidence':
      return `${said(change.index)} counts other evidence: ${counted(change.entryIds.length, 'entry is', 'entries are')} not as shown.`;
    case 'chart':
      return 'The chart is another one.';
    case 'waiver':
      return 'The waiver is another one.';
    case 'signatures':
      return 'Somebody signed meanwhile.';
    case 'requirements':
      return 'The requirements are other ones.';
    case 'names':
      return 'A name or a date in it is another one.';
  }
}

/** The digest in groups, as it is printed: `3f9c 27ab 61e0 d418`; `groups` of four digits, all 16 of it unless told. */
export function digestInWords(digest: string, groups = 16): string {
  return (digest.match(/.{4}/g) ?? []).slice(0, groups).join(' ');
}

/** Who signed and when, for those who hear a mark: `signed by A and B, Jan 11, 2027`. */
export function signedInWords(
  { state, signatures, demonstration }: Pick<SignOffView, 'state' | 'signatures' | 'demonstration'>,
  dayOf: (at: number) => string,
): string {
  const names = signatures.map(({ printedName }) => printedName).join(' and ');
  const last = signatures.at(-1);
  const signed = `signed by ${names}${last ? `, ${dayFull(dayOf(last.at))}` : ''}`;
  const standing = state === 'signed' ? signed : `${signOffStandingWords[state]}, was ${signed}`;
  return demonstration ? `${standing}, demonstration` : standing;
}

const ordinals = ['first', 'second', 'third', 'fourth'] as const;
const numbers = [
  ...['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
] as const;

function small(count: number): string {
  return numbers[count] ?? count.toLocaleString();
}

function large(count: number): string {
  return upper(small(count));
}

function upper(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
