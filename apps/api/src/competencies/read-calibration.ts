import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { FEWEST_RESOLVED_FORECASTS } from '@countersign/domain/statistics';
import type { CalibrationPageView } from '@countersign/contracts/forecasts/views';
import type { Reading } from '../db/context';
import { LogHeadRow } from '../db/event.row';
import { ForecastMadeRow } from './chart.row';
import { forecastRecordOf } from './fellow-numbers';
import { calibrationView, madeTrial, replayedTrial, triedOf } from './forecast-trials';
import { Standings, type Standing } from './standings';

/** Programs whose answer is kept. */
const MOST_KEPT = 100;

/** What an answer is made of, or the answer itself where it is still true. */
type Ground =
  | { readonly kept: CalibrationPageView }
  | {
      readonly kept: null;
      readonly key: string;
      readonly asOfOn: string;
      readonly rows: readonly ForecastMadeRow[];
      readonly standings: ReadonlyMap<string, Standing>;
    };

/**
 * How good forecasts were. The answer is kept for a day and a number of the log: ratings that open meanwhile without an
 * event are in it from the next one on.
 */
@Injectable()
export class ReadCalibration {
  private readonly kept = new LRUCache<
    string,
    { readonly key: string; readonly answer: CalibrationPageView }
  >({
    max: MOST_KEPT,
  });

  constructor(@Inject(Standings) private readonly standings: Standings) {}

  /** What the answer is made of: all that is read. */
  async ground(view: Reading, programId: string): Promise<Ground> {
    const asOfOn = await this.standings.today(view, programId);
    const head = await view.manager.findOneBy(LogHeadRow, { logId: programId });
    const key = `${asOfOn} ${head?.seq ?? 0}`;
    const known = this.kept.get(programId);
    if (known?.key === key) return { kept: known.answer };
    const rows = await view.manager.find(ForecastMadeRow, {
      where: { programId },
      select: { programId: true, madeOn: true, forecasts: true },
      order: { madeOn: 'ASC' },
    });
    const { fellows } = await this.standings.ofProgram(view, programId);
    // Who has left was forecast too. Each as the fellow sees it, so that the answer is the same for every reader.
    const ids = [
      ...fellows.map(({ fellow }) => fellow.id),
      ...rows.flatMap(({ forecasts }) => forecasts.map(({ fellowId }) => fellowId)),
    ];
    return { kept: null, key, asOfOn, rows, standings: await this.standings.asFellows(view, programId, ids) };
  }

  /** The answer, made in turns with whatever else the server does. */
  async answer(programId: string, ground: Ground): Promise<CalibrationPageView> {
    if (ground.kept !== null) return ground.kept;
    const { key, asOfOn, rows, standings } = ground;
    const tried = triedOf(standings.values());
    const replaying = replayedTrial(tried, asOfOn);
    let turn = replaying.next();
    for (; turn.done !== true; turn = replaying.next()) await nextTurn();
    const [first, last] = [rows[0]?.madeOn, rows.at(-1)?.madeOn];
    const [anybody] = standings.values();
    const answer: CalibrationPageView = {
      ...{ asOfOn, fewest: FEWEST_RESOLVED_FORECASTS, weeks: rows.length },
      kept: rows.reduce((sum, { forecasts }) => sum + forecasts.length, 0),
      ...(first !== undefined && { firstOn: first }),
      ...(last !== undefined && { lastOn: last }),
      record: anybody
        ? forecastRecordOf(anybody)
        : { resolved: 0, held: 0, fewest: FEWEST_RESOLVED_FORECASTS, digits: 0 },
      made: calibrationView(madeTrial(rows, standings, tried), [0.8]),
      replayed: calibrationView(turn.value, [0.8, 0.95]),
    };
    this.kept.set(programId, { key, answer });
    return answer;
  }
}
