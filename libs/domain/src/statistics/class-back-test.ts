import { isCivilDate } from '../calendar';
import { DomainError } from '../refusal';
import { replayForecasts, type ReplayedForecast } from './forecast-back-test';
import { countedRecord, fourWeekBlocks, pooledDispersion, type CaseLog } from './forecast-log';
import { caseRate, forecastPrior } from './forecast-rate';
import { splitExposure, totalWeeks, type ServiceExposure } from './service-exposure';

/** A fellow of a class, in one procedure. */
export interface ClassMember {
  /** The civil date of each counted case, in any order. */
  readonly cases: readonly string[];
  /** From which civil date each of `cases` counted, in their order: nobody knew it before. Its own day if left out. */
  readonly countedOn?: readonly string[];
  /** The service of the whole training, from its first day to its last. */
  readonly exposure: ServiceExposure;
}

/** What is replayed: one procedure of a class, forecast again at the end of every month up to the look. */
export interface ClassBackTest {
  readonly members: readonly ClassMember[];
  /** Cases to reach, a whole number above zero. */
  readonly target: number;
  /** The day of the look. Civil date. */
  readonly lookedOn: string;
  /** Over-dispersion of a class as of a day, from the blocks of its members; {@link pooledDispersion} if left out. */
  readonly dispersionOf?: typeof pooledDispersion;
}

/** On-service weeks from which on a fellow’s rate says something to the others. */
const FEWEST_WEEKS = 1;

/** What a class knew at the end of a day. */
interface KnownThen {
  readonly dispersion: number;
  /** Cases per on-service week, by member; null where there was too little service. */
  readonly rates: readonly (number | null)[];
}

function logUpTo(member: ClassMember, today: string): CaseLog {
  const { cases, countedOn = cases, exposure } = member;
  const { past } = splitExposure(exposure, today);
  const first = past[0]?.on ?? '9999';
  return {
    cases: cases.filter((on, k) => first <= on && on <= today && (countedOn[k] ?? on) <= today),
    exposure: past,
  };
}

/**
 * The forecasts of a class as `volumeForecast` makes them today, replayed at the end of every month: rates of the others
 * and over-dispersion are those that were known then. The question is what comes by the look, so that each forecast is
 * judged, early and late ones alike: `probabilityByEnd` is that of reaching the target by then, and a range is judged where
 * its later day has come. What did not count yet on a day (`countedOn`) is in no forecast of that day; what came is taken from
 * the days on which cases were done.
 *
 * Throws `statistics/date-impossible` and the errors of `replayForecasts`. Source: Tashman, Int J Forecast 2000;16:437.
 */
export function backTestOfClass(question: ClassBackTest): ReplayedForecast[] {
  const { members, target, lookedOn, dispersionOf = pooledDispersion } = question;
  if (!isCivilDate(lookedOn))
    throw new DomainError('statistics/date-impossible', 'the look needs a date of the calendar', 'lookedOn');
  const known = new Map<string, KnownThen>();
  const knownOn = (today: string): KnownThen => {
    const logs = members.map((member) => logUpTo(member, today));
    const found = known.get(today) ?? {
      dispersion: dispersionOf(logs.map((log) => fourWeekBlocks(log))),
      rates: logs.map((log) => rateOf(log)),
    };
    known.set(today, found);
    return found;
  };
  return members.flatMap((member, place) => {
    const plannedWeeks = totalWeeks(member.exposure);
    const { past } = splitExposure(member.exposure, lookedOn);
    if (!(plannedWeeks > 0) || past.length === 0) return [];
    const start = past[0]?.on ?? lookedOn;
    const before = member.cases.filter((on) => on < start).length;
    // What was done before the training counts towards the target and says nothing of its rate.
    if (before >= target) return [];
    const { countedOn = member.cases } = member;
    const own = member.cases
      .map((on, k) => ({ on, countedOn: countedOn[k] ?? on }))
      .filter(({ on }) => start <= on && on <= lookedOn);
    return replayForecasts({
      ...{ cases: own.map(({ on }) => on), countedOn: own.map((one) => one.countedOn) },
      ...{ exposure: past, target: target - before, lookedOn },
      rateFrom: (log) => {
        const { dispersion, rates } = knownOn(log.exposure.at(-1)?.on ?? lookedOn);
        const fellowRates = rates.filter((rate, other): rate is number => rate !== null && other !== place);
        return caseRate(forecastPrior({ fellowRates, target, plannedWeeks }), countedRecord(log), dispersion);
      },
    });
  });
}

function rateOf(log: CaseLog): number | null {
  const { count, weeks } = countedRecord(log);
  return weeks >= FEWEST_WEEKS ? count / weeks : null;
}
