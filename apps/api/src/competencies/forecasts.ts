import { addDays } from 'date-fns/addDays';
import { formatISO } from 'date-fns/formatISO';
import { UTCDate } from '@date-fns/utc';
import {
  volumeOutcome,
  type Competency,
  type CompetencyAssessment,
  type RuleOutcome,
} from '@countersign/domain/competency';
import {
  trainingService,
  volumeForecast,
  type CaseRecord,
  type ServiceExposure,
  type TrainingPlan,
  type TrainingService,
} from '@countersign/domain/statistics';
import type { ForecastView, LessServiceView } from '@countersign/contracts/competencies/views';
import type { Circumstances, ScheduledStretch } from './circumstances';
import type { ProgramFact } from './program-facts';
import type { Standing } from './standings';

const DAY_MS = 86_400_000;
/** Trainings that end later than this are taken to have no end that anybody knows. */
const NO_END_AFTER_DAYS = 3_660;
/** Stretches of the schedule ahead that a reason names. */
const MOST_STRETCHES = 4;

/** A forecast with what is kept of it, to be held against what comes. */
export interface VolumeAhead {
  readonly view: ForecastView;
  /** Days of the procedures that count, each as often as it counts, the earliest first. */
  readonly cases: readonly string[];
  readonly need: number;
  /** Cases per on-service week, of this fellow alone; null where there is too little service to tell. */
  readonly ownRate: number | null;
  /** Cases and service of this training in four-week blocks, for the over-dispersion of the class. */
  readonly blocks: () => readonly CaseRecord[];
}

const noBlocks = (): readonly CaseRecord[] => [];

/** What the forecasts of one fellow share. */
interface TrainingAhead {
  readonly status: 'open' | 'ended' | 'no-end';
  readonly startsOn: string;
  readonly endsOn: string;
  readonly service: TrainingService | null;
  readonly delays: readonly number[];
  readonly factsById: ReadonlyMap<string, ProgramFact>;
}

/**
 * The forecasts of a fellow's volumes, by competency; those without a count have none.
 * @param assessed the competencies of the fellow's set, in its order
 */
export function forecastsOf(
  standing: Standing,
  assessed: readonly CompetencyAssessment[],
): ReadonlyMap<string, VolumeAhead> {
  const ahead = trainingOf(standing);
  return new Map(
    standing.set.competencies.flatMap((competency, position) => {
      const outcome = volumeOutcome(assessed[position]?.rules ?? []);
      const forecast = outcome && forecastOf(standing, { competency, outcome, ahead });
      return forecast ? [[competency.id, forecast] as const] : [];
    }),
  );
}

function forecastOf(
  { asOfOn, fellow, circumstances }: Standing,
  asked: { readonly competency: Competency; readonly outcome: RuleOutcome; readonly ahead: TrainingAhead },
): VolumeAhead | null {
  const { competency, outcome, ahead } = asked;
  const { status, endsOn, service, delays } = ahead;
  const { need, met } = outcome;
  const cases = countedFacts(outcome, ahead.factsById)
    .map(({ performedOn }) => performedOn)
    .sort();
  const end = status === 'no-end' ? {} : { endsOn };
  if (service === null) {
    const view = { status: met ? ('met' as const) : status, ...end };
    return { view, cases, need, ownRate: null, blocks: noBlocks };
  }
  const rates = Object.entries(circumstances.forecasts.rates[competency.id] ?? {});
  const found = volumeForecast({
    ...{ cases, target: need, today: asOfOn, service, delays },
    // The fellow's own cases speak for themselves.
    fellowRates: rates.flatMap(([fellowId, rate]) => (fellowId === fellow.id ? [] : [rate])),
    dispersion: circumstances.forecasts.dispersions[competency.id] ?? null,
  });
  if (found === null) return null;
  const { record, basis, forecast, dispersion, blocks } = found;
  const ownRate = record.weeks >= 1 ? record.count / record.weeks : null;
  if (met) return { view: { status: 'met', ...end }, cases, need, ownRate, blocks };
  const [early, likely, late] = forecast.dates.map(({ on }) => on ?? undefined);
  return {
    ...{ cases, need, ownRate, blocks },
    view: {
      ...{ status: 'open', ...end, byEnd: forecast.probabilityByEnd, shortfall: forecast.expectedShortfall },
      ...given({ earlyOn: early, likelyOn: likely, lateOn: late }),
      ...{ cases: record.count, weeks: record.weeks, weeksToCome: forecast.weeksToEnd, basis, dispersion },
      less: lessService(circumstances, { after: asOfOn, until: late ?? endsOn }),
      ...given({ knownUntil: service.knownUntil ?? undefined }),
    },
  };
}

/** Without what is undefined. */
function given<T extends Readonly<Record<string, string | undefined>>>(
  values: T,
): Partial<Record<keyof T, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<
    Record<keyof T, string>
  >;
}

/** The procedures that a count counts, each as often as it counts, in any order. */
export function countedFacts(
  { rule, counted }: RuleOutcome,
  factsById: ReadonlyMap<string, ProgramFact>,
): readonly ProgramFact[] {
  const perLevel = rule.kind === 'count' && rule.per === 'level';
  return counted.flatMap((id) => {
    const fact = factsById.get(id);
    return fact === undefined ? [] : Array.from({ length: perLevel ? fact.levels : 1 }, () => fact);
  });
}

/** The training of a day, or the last one before it. */
export function trainingOn(
  { training }: Circumstances,
  on: string,
): Circumstances['training'][number] | undefined {
  return training.findLast(({ fromOn }) => fromOn <= on) ?? training[0];
}

/** The schedule of a training, as it is planned today. */
function planOf({ rotations, leave }: Circumstances, { fromOn, toOn }: Span): TrainingPlan {
  const span = (one: Span) => ({ startsOn: one.fromOn, endsOn: one.toOn });
  return {
    ...{ ...span({ fromOn, toOn }), daysOff: leave.map(span) },
    rotations: rotations.map((one) => ({ ...span(one), multiplier: one.service / 100 })),
  };
}

/** The service of the training of today from its first day to its last; null where there is none, or it has no end. */
export function wholeServiceOf({ asOfOn, circumstances }: Standing): ServiceExposure | null {
  const current = trainingOn(circumstances, asOfOn);
  if (!current || daysOf(current) > NO_END_AFTER_DAYS) return null;
  return trainingService(planOf(circumstances, current), current.toOn).past;
}

type Span = Pick<ScheduledStretch, 'fromOn' | 'toOn'>;

function daysOf({ fromOn, toOn }: Span): number {
  return (Date.parse(toOn) - Date.parse(fromOn)) / DAY_MS;
}

/** The training of today, or the last one, with its schedule. */
function trainingOf({ asOfOn, circumstances, facts }: Standing): TrainingAhead {
  const current = trainingOn(circumstances, asOfOn);
  const factsById = new Map(facts.map((fact) => [fact.id, fact]));
  const startsOn = current?.fromOn ?? asOfOn;
  const endsOn = current?.toOn ?? asOfOn;
  const shared = { startsOn, endsOn, factsById, delays: delaysOf(facts) };
  if (!current || daysOf(current) > NO_END_AFTER_DAYS) return { ...shared, status: 'no-end', service: null };
  if (endsOn < asOfOn) return { ...shared, status: 'ended', service: null };
  return { ...shared, status: 'open', service: trainingService(planOf(circumstances, current), asOfOn) };
}

/** The service of the training of today; null where it is over, has no end, or there is none. */
export function serviceOf(standing: Standing): TrainingService | null {
  return trainingOf(standing).service;
}

/** Days from procedure to entry, once for each entry; a part of a day is none. */
function delaysOf(facts: readonly ProgramFact[]): readonly number[] {
  const sent = new Map(facts.map(({ entryId, performedOn, sentAt }) => [entryId, { performedOn, sentAt }]));
  return [...sent.values()].flatMap(({ performedOn, sentAt }) => {
    if (sentAt === null) return [];
    return [Math.max(0, Math.floor((sentAt - Date.parse(performedOn)) / DAY_MS))];
  });
}

/** Stretches ahead with less than a full service, the nearest first. */
function lessService(
  { rotations, leave }: Pick<Standing['circumstances'], 'rotations' | 'leave'>,
  { after, until }: { readonly after: string; readonly until: string },
): LessServiceView[] {
  const tomorrow = formatISO(addDays(new UTCDate(after), 1), { representation: 'date' });
  return [...rotations, ...leave]
    .filter(({ service, fromOn, toOn }) => service < 100 && toOn > after && fromOn <= until)
    .sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
    .slice(0, MOST_STRETCHES)
    .map(({ name, fromOn, toOn, service }) => ({
      ...{ name, fromOn: fromOn > after ? fromOn : tomorrow, toOn },
      service: service / 100,
    }));
}
