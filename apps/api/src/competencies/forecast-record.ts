import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  dispersionAfterCoverage,
  FEWEST_RESOLVED_FORECASTS,
  forecastOutcome,
  pooledDispersion,
  type CaseRecord,
} from '@countersign/domain/statistics';
import { nameless, type Reading, type Tx } from '../db/context';
import { Db } from '../db/db';
import { Timers } from '../followers/timers';
import { ProgramRow } from '../programs/program.row';
import { ForecastMadeRow, type CaseDispersions, type CaseRates, type ForecastKept } from './chart.row';
import { competencyNumbers } from './fellow-numbers';
import { Standings, type Standing } from './standings';

/** Every Monday morning before anybody looks, as `docs/operate.md` says. */
const WEEKLY = { pattern: '15 3 * * 1', timeZone: 'UTC' };

const KEEPER = nameless('system');

/** A forecast that was kept, and on which day. */
interface Kept extends ForecastKept {
  readonly madeOn: string;
}

/**
 * Keeps every week what was forecast, and holds the earlier weeks against what came: a forecast shows how often it was
 * right. The rates that are kept with it are the prior of everybody else until the next week.
 */
@Injectable()
export class ForecastRecord implements OnModuleInit {
  constructor(
    @Inject(Timers) private readonly timers: Timers,
    @Inject(Db) private readonly db: Db,
    @Inject(Standings) private readonly standings: Standings,
  ) {}

  onModuleInit(): void {
    this.timers.every('forecasts', WEEKLY, { outside: () => this.keepAll() });
  }

  /** Keeps the forecasts of every program as of today; on one day once. */
  async keepAll(): Promise<void> {
    const programs = await this.db.glance(KEEPER, ({ manager }) =>
      manager.find(ProgramRow, { select: { id: true } }),
    );
    for (const { id } of programs) await this.db.write(KEEPER, (tx) => this.keep(tx, id));
  }

  /** Keeps the forecasts of a program as of today; on one day once, and none where it has no fellow. */
  async keep(tx: Tx, programId: string): Promise<void> {
    const { asOfOn: madeOn, fellows } = await this.standings.ofProgram(tx, programId);
    if (fellows.length === 0 || (await tx.manager.existsBy(ForecastMadeRow, { programId, madeOn }))) return;
    const before = await tx.manager.find(ForecastMadeRow, { where: { programId }, order: { madeOn: 'ASC' } });
    const judged = await this.judge(tx, programId, { before, today: madeOn });
    const last = before.at(-1);
    const record = {
      resolved: (last?.resolved ?? 0) + judged.resolved,
      held: (last?.held ?? 0) + judged.held,
    };
    await tx.insert(ForecastMadeRow, {
      ...{ programId, madeOn, madeAt: tx.now },
      rates: ratesWith(last?.rates ?? {}, fellows),
      dispersions: dispersionsOf(fellows, record),
      forecasts: fellows.flatMap(forecastsKept),
      ...record,
    });
    tx.record('forecast.made', { programId, id: programId }, {});
  }

  /** How those came out whose days have passed since the last week. */
  private async judge(
    view: Reading,
    programId: string,
    { before, today }: { readonly before: readonly ForecastMadeRow[]; readonly today: string },
  ): Promise<{ readonly resolved: number; readonly held: number }> {
    const since = before.at(-1)?.madeOn ?? today;
    const due = before
      .flatMap(({ madeOn, forecasts }): Kept[] => forecasts.map((one) => ({ ...one, madeOn })))
      .filter(
        ({ earlyOn, lateOn }) => earlyOn !== null && lateOn !== null && lateOn > since && lateOn <= today,
      );
    if (due.length === 0) return { resolved: 0, held: 0 };
    const standings = await this.standings.asFellows(
      view,
      programId,
      due.map(({ fellowId }) => fellowId),
    );
    const reached = new Map(
      [...standings].map(([id, standing]) => [
        id,
        new Map(
          competencyNumbers(standing).map(({ competency, ahead }) => [competency.id, ahead()?.cases ?? []]),
        ),
      ]),
    );
    const held = due.filter(({ fellowId, competencyId, need, ...made }) => {
      const metOn = reached.get(fellowId)?.get(competencyId)?.[need - 1] ?? null;
      return forecastOutcome(made, { metOn, endsOn: null, today }).held;
    });
    return { resolved: due.length, held: held.length };
  }
}

/** The rates as they were kept, with those of today’s fellows. */
function ratesWith(before: CaseRates, fellows: readonly Standing[]): CaseRates {
  const rates = new Map(Object.entries(before).map(([id, byFellow]) => [id, { ...byFellow }]));
  for (const standing of fellows)
    for (const { competency, ahead } of competencyNumbers(standing)) {
      const ownRate = ahead()?.ownRate ?? null;
      if (ownRate === null) continue;
      rates.set(competency.id, { ...rates.get(competency.id), [standing.fellow.id]: ownRate });
    }
  return Object.fromEntries(rates);
}

/**
 * Over-dispersion of the class by competency, from what every fellow of today did in whole blocks of four weeks; changed
 * where the ranges that came due held fewer or more days than promised.
 */
function dispersionsOf(
  fellows: readonly Standing[],
  { resolved, held }: { readonly resolved: number; readonly held: number },
): CaseDispersions {
  const blocks = new Map<string, (readonly CaseRecord[])[]>();
  for (const standing of fellows)
    for (const { competency, ahead } of competencyNumbers(standing))
      blocks.set(competency.id, [...(blocks.get(competency.id) ?? []), ahead()?.blocks() ?? []]);
  const isEnough = resolved >= FEWEST_RESOLVED_FORECASTS;
  return Object.fromEntries(
    [...blocks].map(([competencyId, ofFellows]) => {
      const phi = pooledDispersion(ofFellows);
      const dispersion = isEnough ? dispersionAfterCoverage(phi, { inside: held, total: resolved }) : phi;
      return [competencyId, Math.round(1000 * dispersion) / 1000];
    }),
  );
}

function forecastsKept(standing: Standing): ForecastKept[] {
  return competencyNumbers(standing).flatMap(({ competency, ahead }) => {
    const volume = ahead();
    if (volume?.view.status !== 'open') return [];
    const { earlyOn, lateOn, byEnd = 0 } = volume.view;
    return [
      {
        ...{ fellowId: standing.fellow.id, competencyId: competency.id },
        ...{ need: volume.need, count: volume.cases.length, byEnd },
        ...{ earlyOn: earlyOn ?? null, lateOn: lateOn ?? null },
      },
    ];
  });
}
