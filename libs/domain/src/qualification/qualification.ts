import { isCivilDate } from '../calendar';
import { refused, type Refused } from '../refusal';

/** What a person can be qualified by besides what the program signs off, in the order in which it is offered. */
export const qualificationKinds = [
  ...(['medical-license', 'training-license', 'controlled-substance'] as const),
  ...(['board-eligibility', 'board-certification', 'life-support', 'other'] as const),
] as const;
/** One of {@link qualificationKinds}. */
export type QualificationKind = (typeof qualificationKinds)[number];

/** Of a board: the specialty from which a fellow comes, or pain medicine itself. */
export const boardSpecialties = ['base-specialty', 'pain-medicine'] as const;
/** One of {@link boardSpecialties}. */
export type BoardSpecialty = (typeof boardSpecialties)[number];

/** Whether it was given, or is only applied for. */
export const qualificationStandings = ['granted', 'applied'] as const;
/** One of {@link qualificationStandings}. */
export type QualificationStanding = (typeof qualificationStandings)[number];

/** Qualifications that are kept of one person in a program at most, those that were ended included. A choice. */
export const MOST_QUALIFICATIONS = 60;

/** A qualification as somebody writes it down. */
export interface QualificationAsked {
  readonly kind: QualificationKind;
  readonly specialty?: BoardSpecialty | undefined;
  /** What it is, where the kind alone does not say. */
  readonly title?: string | undefined;
  /** The body that gave it. */
  readonly issuer: string;
  /** Where it holds, such as a state. */
  readonly jurisdiction?: string | undefined;
  readonly note?: string | undefined;
  readonly fromOn?: string | undefined;
  /** Last day on which it holds. */
  readonly expiresOn?: string | undefined;
}

/** Whether the kind is about a board, and so about one of two specialties. */
export function isOfBoard(kind: QualificationKind): boolean {
  return kind === 'board-eligibility' || kind === 'board-certification';
}

/**
 * A run of so many digits is the number of a license or registration. None is kept: it opens prescriptions and accounts
 * elsewhere, the log could never forget it, and nothing here needs it.
 */
const NUMBER = /\d{5,}/;

/**
 * Whether a qualification can be written down so. Refusals, each with its JSON pointer: `people/impossible-date`,
 * `qualification/reversed` where it would expire before it begins, `qualification/specialty-needed` for a board without
 * one and `qualification/specialty-of-board` for anything else with one, `qualification/title-needed` for something else
 * without a name, `qualification/number` for a text with five digits or more in a row.
 */
export function checkQualification(asked: QualificationAsked): Refused[] {
  const { kind, specialty, title } = asked;
  const needsSpecialty = isOfBoard(kind) && specialty === undefined;
  const texts = (['title', 'issuer', 'jurisdiction', 'note'] as const).filter((field) =>
    NUMBER.test(asked[field] ?? ''),
  );
  return [
    ...(needsSpecialty ? [refused('qualification/specialty-needed', '/specialty')] : []),
    ...(!isOfBoard(kind) && specialty !== undefined
      ? [refused('qualification/specialty-of-board', '/specialty')]
      : []),
    ...(kind === 'other' && title === undefined ? [refused('qualification/title-needed', '/title')] : []),
    ...texts.map((field) => refused('qualification/number', `/${field}`)),
    ...checkDays(asked),
  ];
}

function checkDays({ fromOn, expiresOn }: Pick<QualificationAsked, 'fromOn' | 'expiresOn'>): Refused[] {
  const days = { fromOn, expiresOn };
  const impossible = (['fromOn', 'expiresOn'] as const).filter((field) => {
    const on = days[field];
    return on !== undefined && !isCivilDate(on);
  });
  if (impossible.length > 0) return impossible.map((field) => refused('people/impossible-date', `/${field}`));
  const isReversed = fromOn !== undefined && expiresOn !== undefined && expiresOn < fromOn;
  return isReversed ? [refused('qualification/reversed', '/expiresOn')] : [];
}
