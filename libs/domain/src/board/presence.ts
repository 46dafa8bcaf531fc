import { isWithin, type Stretch } from '../calendar';

/** A stretch of the schedule that puts a fellow at a site. */
export interface BoardRotation extends Stretch {
  readonly siteId: string;
  /** The rotation's own name. */
  readonly name: string;
}

/** Where the schedule puts a fellow on a day; `unplaced` where it says nothing. */
export type Presence =
  | { readonly kind: 'at-site'; readonly siteId: string; readonly rotation: string }
  | { readonly kind: 'on-leave'; readonly untilOn: string }
  | { readonly kind: 'unplaced' };

/**
 * Where a fellow is on a day, as the schedule has it: leave before any rotation; of two rotations the one that began
 * later, as an entry of that day is placed.
 */
export function presenceOn(
  today: string,
  schedule: { readonly rotations: readonly BoardRotation[]; readonly leave: readonly Stretch[] },
): Presence {
  const away = schedule.leave.filter((stretch) => isWithin(today, stretch));
  if (away.length > 0) {
    const untilOn = away.reduce((last, { toOn }) => (toOn > last ? toOn : last), today);
    return { kind: 'on-leave', untilOn };
  }
  const [placed] = schedule.rotations
    .filter((rotation) => isWithin(today, rotation))
    .sort((one, other) => other.fromOn.localeCompare(one.fromOn));
  if (placed === undefined) return { kind: 'unplaced' };
  return { kind: 'at-site', siteId: placed.siteId, rotation: placed.name };
}
