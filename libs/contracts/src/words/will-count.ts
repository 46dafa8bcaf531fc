import type { Fact, NotCountedReason, WillCount } from '@countersign/domain/competency';
import { notCountedWords } from './competency';
import { oneOf } from './list';
import { outcomeWords, procedureRoleInLine, supervisionInLine } from './procedure';

/** Why an entry will not count towards a competency: `observed`, `aborted; another pain category`. */
export function againstInWords(against: WillCount['against']): string {
  return [...new Set(against.map(({ reason, fact }) => saidOf(reason, fact)))].join('; ');
}

/** What was said tells more than that it is another one. */
function saidOf(reason: NotCountedReason, fact: Fact): string {
  if (reason === 'role') return procedureRoleInLine[fact.role];
  if (reason === 'supervision') return `${supervisionInLine[fact.supervision]} supervision`;
  if (reason === 'outcome' && fact.outcome !== null) return outcomeWords[fact.outcome].toLowerCase();
  return notCountedWords[reason];
}

/** On what it depends whether an entry will count: `your part`, `the kind of pain or the technique`. */
export function openInWords(open: WillCount['open']): string {
  return oneOf(open.map((reason) => openWords[reason] ?? notCountedWords[reason]));
}

const openWords: Readonly<Partial<Record<NotCountedReason, string>>> = {
  role: 'your part',
  supervision: 'the supervision',
  outcome: 'the outcome',
  technique: 'the technique',
  guidance: 'the guidance',
  region: 'the region',
  'pain-category': 'the kind of pain',
  setting: 'the setting',
  diagnosis: 'the diagnosis',
  'age-band': 'the age band',
};
