import { volumeOutcome } from '@countersign/domain/competency';
import {
  backTestOfClass,
  binStandings,
  forecastOutcome,
  gatherBackTest,
  rangeStanding,
  type BackTest,
  type ClassMember,
} from '@countersign/domain/statistics';
import type { CalibrationView } from '@countersign/contracts/forecasts/views';
import { civilDateAt } from '../platform/clock';
import { grouped } from '../platform/grouped';
import type { ForecastMadeRow } from './chart.row';
import { competencyNumbers } from './fellow-numbers';
import { countedFacts, trainingOn, wholeServiceOf } from './forecasts';
import type { Standing } from './standings';

/** A fellow in one competency, with the number that is asked for. */
export interface Tried extends ClassMember {
  readonly fellowId: string;
  readonly competencyId: string;
  readonly need: number;
}

/** The cases of fellows that count, competency by competency, each with the day on which it was done and that from which it counted. */
export function triedOf(standings: Iterable<Standing>): readonly Tried[] {
  return [...standings].flatMap((standing) => {
    const exposure = wholeServiceOf(standing) ?? [];
    const factsById = new Map(standing.facts.map((fact) => [fact.id, fact]));
    const { timeZone } = standing.program;
    return competencyNumbers(standing).flatMap(({ competency, assessed }): Tried[] => {
      const outcome = volumeOutcome(assessed.rules);
      if (!outcome) return [];
      const facts = countedFacts(outcome, factsById).toSorted((one, other) =>
        one.performedOn < other.performedOn ? -1 : 1,
      );
      return [
        {
          ...{ fellowId: standing.fellow.id, competencyId: competency.id, need: outcome.need, exposure },
          cases: facts.map(({ performedOn }) => performedOn),
          countedOn: facts.map(({ performedOn, approvedAt }) =>
            approvedAt === null ? performedOn : civilDateAt(approvedAt, timeZone),
          ),
        },
      ];
    });
  });
}

/** Forecasts as they were made and kept, held against what is known today. */
export function madeTrial(
  rows: readonly ForecastMadeRow[],
  standings: ReadonlyMap<string, Standing>,
  tried: readonly Tried[],
): BackTest {
  const known = new Map(tried.map((one) => [`${one.fellowId} ${one.competencyId}`, one]));
  const outcomes = rows.flatMap(({ madeOn, forecasts }) =>
    forecasts.map((made) => {
      const standing = standings.get(made.fellowId);
      const metOn = known.get(`${made.fellowId} ${made.competencyId}`)?.cases[made.need - 1] ?? null;
      const endsOn = (standing && trainingOn(standing.circumstances, madeOn)?.toOn) ?? null;
      const outcome = forecastOutcome(made, { metOn, endsOn, today: standing?.asOfOn ?? madeOn });
      return { byEnd: made.byEnd, ...outcome };
    }),
  );
  const ended = outcomes.filter(({ metByEnd }) => metByEnd !== null);
  const judged = outcomes.filter(({ held }) => held !== null);
  return {
    byEnd: {
      probabilities: ended.map(({ byEnd }) => byEnd),
      outcomes: ended.map(({ metByEnd }) => (metByEnd === true ? 1 : 0)),
    },
    intervals: { inside: judged.filter(({ held }) => held).length, total: judged.length },
    // Ranges of 95 % are not kept.
    wideIntervals: { inside: 0, total: 0 },
  };
}

/**
 * The model of today at every month’s end, with what counted then; those of whom one number is asked are a class. Yields
 * once for each class, for it takes a while.
 */
export function* replayedTrial(tried: readonly Tried[], lookedOn: string): Generator<void, BackTest> {
  const classes = grouped(tried, ({ competencyId, need }) => `${competencyId} ${need}`);
  const replayed = [];
  for (const members of classes.values()) {
    replayed.push(...backTestOfClass({ members, target: members[0]?.need ?? 1, lookedOn }));
    yield;
  }
  return gatherBackTest(replayed);
}

/** What came of forecasts as it is told; `promised` are the shares of the ranges that are told of. */
export function calibrationView(
  { byEnd, intervals, wideIntervals }: BackTest,
  promised: readonly (0.8 | 0.95)[],
): CalibrationView {
  const bins = binStandings(byEnd);
  return {
    ranges: promised.map((share) => {
      const { resolved, found } = rangeStanding(share, share === 0.8 ? intervals : wideIntervals);
      return { promised: share, resolved, ...(found && { found }) };
    }),
    resolved: byEnd.probabilities.length,
    ...(bins && {
      bins: bins.map(({ from, to, count, meanProbability, meanOutcome, low, high }) => ({
        ...{ from, to, count },
        ...(meanProbability === null || meanOutcome === null || low === null || high === null
          ? {}
          : { said: meanProbability, came: meanOutcome, low, high }),
      })),
    }),
  };
}
