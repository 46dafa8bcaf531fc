import { utc } from '@date-fns/utc';
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { lightFormat } from 'date-fns/lightFormat';
import { parseISO } from 'date-fns/parseISO';
import { isCivilDate } from '../calendar';
import { DomainError } from '../refusal';
import {
  scheduleKnownUntil,
  serviceExposure,
  splitExposure,
  totalWeeks,
  type CivilSpan,
  type RotationSpan,
  type ServiceExposure,
} from './service-exposure';

/** A training with its rotation schedule as people write it. Civil dates. */
export interface TrainingPlan extends CivilSpan {
  /** In any order; where two share a day, the one that starts later has it. */
  readonly rotations: readonly RotationSpan[];
  /** Leave and holidays, in any order, overlaps allowed. */
  readonly daysOff: readonly CivilSpan[];
}

/** The on-service weeks of a training, cut behind today. */
export interface TrainingService {
  /** From the first day up to and with today. */
  readonly past: ServiceExposure;
  /** After today, counted from zero. */
  readonly future: ServiceExposure;
  /** On-service weeks of the whole training. */
  readonly plannedWeeks: number;
  /** The last day after today for which a rotation is known; null if not even tomorrow's is. */
  readonly knownUntil: string | null;
}

/** Whoever counts days behind a date needs one. What else is impossible, the exposure refuses. */
function assertDates({ startsOn, endsOn, rotations }: TrainingPlan): void {
  const dates = [startsOn, endsOn, ...rotations.flatMap((one) => [one.startsOn, one.endsOn])];
  if (dates.every(isCivilDate)) return;
  throw new DomainError('statistics/date-impossible', 'a day of the training is no date', 'startsOn');
}

function dayAfter(on: string, days = 1): string {
  return lightFormat(addDays(parseISO(on, { in: utc }), days), 'yyyy-MM-dd');
}

/** Rotations by their start, none of which shares a day with another. */
function withoutOverlap(rotations: readonly RotationSpan[]): RotationSpan[] {
  const sorted = rotations.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  return sorted.flatMap((rotation, k) => {
    const next = sorted[k + 1]?.startsOn;
    if (next === undefined || rotation.endsOn < next) return [rotation];
    const endsOn = dayAfter(next, -1);
    return endsOn < rotation.startsOn ? [] : [{ ...rotation, endsOn }];
  });
}

/** The mean share of service of these rotations, by their days; a full one where there is none. */
function meanMultiplier(rotations: readonly RotationSpan[]): number {
  const days = rotations.map(({ startsOn, endsOn }) => differenceInCalendarDays(endsOn, startsOn) + 1);
  const all = days.reduce((sum, count) => sum + count, 0);
  if (all === 0) return 1;
  return rotations.reduce((sum, { multiplier }, k) => sum + multiplier * (days[k] ?? 0), 0) / all;
}

/**
 * The service of a training as far as its schedule tells. Days after the last rotation that anybody wrote down hold what the
 * known rotations hold on average, and a training without any a full service throughout: our choice, so that a schedule
 * that is written block by block does not end all service. `knownUntil` says from where on that is so.
 *
 * Throws the errors of `serviceExposure`.
 */
export function trainingService(plan: TrainingPlan, today: string): TrainingService {
  const { startsOn, endsOn, daysOff } = plan;
  assertDates(plan);
  const known = withoutOverlap(plan.rotations);
  const last = known.at(-1)?.endsOn ?? dayAfter(startsOn, -1);
  const unknown =
    last < endsOn ? [{ startsOn: dayAfter(last), endsOn, multiplier: meanMultiplier(known) }] : [];
  const whole = { after: dayAfter(startsOn, -1), until: endsOn };
  const exposure = serviceExposure({ rotations: [...known, ...unknown], daysOff }, whole);
  return {
    ...splitExposure(exposure, today),
    plannedWeeks: totalWeeks(exposure),
    knownUntil: scheduleKnownUntil({ rotations: known, daysOff }, { after: today, until: endsOn }),
  };
}
