import { isCivilDate, isWithin, type Stretch } from '../calendar';
import { refused, type Refused } from '../refusal';

/** Kinds of leave that can be planned; no reason of a person is asked. */
export const leaveKinds = ['vacation', 'conference', 'sick', 'parental', 'other'] as const;
/** One of {@link leaveKinds}. */
export type LeaveKind = (typeof leaveKinds)[number];

/**
 * Whether a fellow may be planned somewhere, or away, on these days. Refusals, each with its JSON pointer:
 * `people/impossible-date`, `people/reversed`, `schedule/outside-training` for a first or last day on which the person is
 * no fellow of the program, `schedule/overlap` where another stretch of the same kind has one of the days (detail: from, to of
 * that one): a fellow is in one place a day, and away once.
 * @param training when the person is a fellow of the program
 * @param others the fellow's other rotations, or other leave
 */
export function checkPlanned(
  { fromOn, toOn }: Stretch,
  { training, others }: { readonly training: readonly Stretch[]; readonly others: readonly Stretch[] },
): Refused[] {
  const days = { fromOn, toOn };
  const fields = ['fromOn', 'toOn'] as const;
  const impossible = fields.filter((field) => !isCivilDate(days[field]));
  if (impossible.length > 0) return impossible.map((field) => refused('people/impossible-date', `/${field}`));
  if (toOn < fromOn) return [refused('people/reversed', '/toOn')];
  const outside = fields.filter((field) => !training.some((one) => isWithin(days[field], one)));
  const taken = others.find((other) => other.fromOn <= toOn && fromOn <= other.toOn);
  return [
    ...outside.map((field) => refused('schedule/outside-training', `/${field}`)),
    ...(taken ? [refused('schedule/overlap', '/fromOn', { from: taken.fromOn, to: taken.toOn })] : []),
  ];
}
