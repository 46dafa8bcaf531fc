import type { Role } from '../access';
import { dayAfter, isCivilDate, isWithin, type Stretch } from '../calendar';
import { refused, type Refused } from '../refusal';

/** For how many days ahead a program knows who directs it: nobody takes its last director away for a day of these. */
export const DIRECTED_DAYS = 30;

/** A role as somebody asks for it: first and last day, both included. */
export interface RoleAsked extends Stretch {
  readonly role: Role;
  /** Of a fellow, with whom the training is started. */
  readonly cohort?: string | undefined;
}

/**
 * Whether a person may hold a role on these days. Refusals, each with its JSON pointer: `people/impossible-date`,
 * `people/reversed`, `people/cohort-of-fellow` for a cohort of anybody else, `people/overlap` where the person holds the
 * same role in the program on one of the days already (detail: from, to of that one).
 * @param others the person's other stretches in the same role
 */
export function checkRole(asked: RoleAsked, others: readonly Stretch[]): Refused[] {
  const { fromOn, toOn } = asked;
  const impossible = (['fromOn', 'toOn'] as const).filter((field) => !isCivilDate(asked[field]));
  if (impossible.length > 0) return impossible.map((field) => refused('people/impossible-date', `/${field}`));
  if (toOn < fromOn) return [refused('people/reversed', '/toOn')];
  const taken = others.find((other) => other.fromOn <= toOn && fromOn <= other.toOn);
  return [
    ...(asked.cohort === undefined || asked.role === 'fellow'
      ? []
      : [refused('people/cohort-of-fellow', '/cohort')]),
    ...(taken ? [refused('people/overlap', '/fromOn', { from: taken.fromOn, to: taken.toOn })] : []),
  ];
}

/**
 * Whether a program keeps a director through what is to be changed: for {@link DIRECTED_DAYS} days from today nobody
 * leaves a day without one that had one before. Refusal: `people/last-director` (detail: on, the first such day).
 */
export function checkDirected(
  { before, after }: { readonly before: readonly Stretch[]; readonly after: readonly Stretch[] },
  today: string,
): Refused[] {
  const days = Array.from({ length: DIRECTED_DAYS }, (_, ahead) => dayAfter(today, ahead));
  const directed = (stretches: readonly Stretch[], on: string) => stretches.some((one) => isWithin(on, one));
  const on = days.find((day) => directed(before, day) && !directed(after, day));
  return on === undefined ? [] : [refused('people/last-director', undefined, { on })];
}
