import { In } from 'typeorm';
import { medianWait, type Wait } from '@countersign/domain/statistics';
import { atOrAfter } from '../db/columns';
import type { Reading } from '../db/context';
import { EntryRow } from '../entries/entry.row';
import { grouped } from '../platform/grouped';
import { decidedLately, WINDOW_DAYS } from '../reviews/timed-decisions';
import { DAY_MS, SLOW_DAYS, waitedMs, waitingEntries } from './approval-times';

/** How long one person takes, by themselves. */
export interface Delay {
  readonly personId: string;
  readonly n: number;
  readonly medianDays?: number;
  readonly isAtLeast?: boolean;
  readonly slow: number;
}

/** Below this number no median is said. */
const FEWEST_FOR_MEDIAN = 10;

interface OwnWait extends Wait {
  readonly personId: string;
}

/** From the procedure to the first submission: entries that these fellows sent in the last 90 days. */
export async function loggingDelays(
  { manager, now }: Reading,
  programId: string,
  fellowIds: readonly string[],
): Promise<Delay[]> {
  if (fellowIds.length === 0) return [];
  const rows = await manager.find(EntryRow, {
    where: {
      ...{ programId, fellowId: In([...fellowIds]) },
      firstSubmittedAt: atOrAfter(now - WINDOW_DAYS * DAY_MS),
    },
    select: { id: true, fellowId: true, performedOn: true, firstSubmittedAt: true },
  });
  return delaysOf(
    rows.map(({ fellowId, performedOn, firstSubmittedAt }) => ({
      personId: fellowId,
      time: Math.max(
        0,
        Math.floor(((firstSubmittedAt ?? 0) - Date.parse(`${performedOn}T00:00:00Z`)) / DAY_MS),
      ),
      over: true,
    })),
  );
}

/** From the submission to the decision, of what was decided in the last 90 days and of what still waits. */
export async function decidingDelays(view: Reading, programId: string): Promise<Delay[]> {
  const decided = await decidedLately(view, programId);
  const waiting = await waitingEntries(view, programId);
  return delaysOf([
    ...decided.map(({ byId, at, submittedAt }) => ({
      ...{ personId: byId, time: Math.max(0, at - submittedAt) / DAY_MS, over: true },
    })),
    ...waiting.flatMap((entry) => {
      const personId = entry.assignedId ?? entry.supervisorId;
      return personId === null ? [] : [{ personId, time: waitedMs(entry, view.now) / DAY_MS, over: false }];
    }),
  ]);
}

function delaysOf(waits: readonly OwnWait[]): Delay[] {
  return [...grouped(waits, ({ personId }) => personId)].map(([personId, own]) => {
    const median = own.length < FEWEST_FOR_MEDIAN ? null : medianWait(own);
    return {
      ...{ personId, n: own.length, slow: own.filter(({ time }) => time > SLOW_DAYS).length },
      ...(median === null
        ? {}
        : { medianDays: Math.round(median.time * 10) / 10, isAtLeast: median.atLeast }),
    };
  });
}
