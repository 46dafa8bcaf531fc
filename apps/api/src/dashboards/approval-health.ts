import { Inject, Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import { medianWait } from '@countersign/domain/statistics';
import type { ApprovalHealthView, WaitingForView } from '@countersign/contracts/dashboards/views';
import type { Reading } from '../db/context';
import { EntryVersionRow } from '../entries/entry.row';
import { People, type NamedPerson } from '../people/people';
import { decidedLately, WINDOW_DAYS } from '../reviews/timed-decisions';
import { DAY_MS, SLOW_DAYS, waitedMs, waitingEntries, type Waiting } from './approval-times';

/** How approvals go, measured the same way for every supervisor. */
@Injectable()
export class ApprovalHealth {
  constructor(@Inject(People) private readonly people: People) {}

  /** Waiting by age and by supervisor, and what was decided and submitted in the last 90 days. */
  async of(
    view: Reading,
    programId: string,
  ): Promise<{ approvals: ApprovalHealthView; waitingFor: WaitingForView[] }> {
    const waiting = await waitingEntries(view, programId);
    const people = await this.people.everybody(view, programId);
    return {
      approvals: await this.health(view, programId, waiting),
      waitingFor: this.waitingFor(view, waiting, people),
    };
  }

  private async health(
    view: Reading,
    programId: string,
    waiting: readonly Waiting[],
  ): Promise<ApprovalHealthView> {
    const { manager, now } = view;
    const since = now - WINDOW_DAYS * DAY_MS;
    const ages = waiting.map((entry) => ageOf(entry, now));
    const between = (from: number, to: number) => ages.filter((age) => age >= from && age <= to).length;
    const sent = await manager
      .createQueryBuilder(EntryVersionRow, 'sent')
      .where({ programId, number: 1, submittedAt: MoreThanOrEqual(since) })
      // What was in time has no days of being late.
      .select(['COUNT(*) AS submitted', 'COUNT(sent.lateDays) AS late'])
      .getRawOne<{ submitted: string | number; late: string | number }>();
    const decisions = await decidedLately(view, programId);
    const waits = [
      ...decisions.map(({ at, submittedAt }) => ({
        time: Math.max(0, at - submittedAt) / DAY_MS,
        over: true,
      })),
      ...waiting.map((entry) => ({ time: waitedMs(entry, now) / DAY_MS, over: false })),
    ];
    const median = medianWait(waits);
    return {
      waitingByAge: [between(0, 7), between(8, 14), between(15, 30), between(31, Infinity)],
      ...(median === null
        ? {}
        : { medianDaysToDecision: Math.round(median.time * 10) / 10, medianIsAtLeast: median.atLeast }),
      asked: waits.length,
      slow: waits.filter(({ time }) => time > SLOW_DAYS).length,
      decided: decisions.length,
      returned: decisions.filter(({ kind }) => kind === 'returned').length,
      late: Number(sent?.late ?? 0),
      submitted: Number(sent?.submitted ?? 0),
    };
  }

  /** The supervisors for whom entries wait, the one with the oldest first. */
  private waitingFor(
    { now }: Reading,
    waiting: readonly Waiting[],
    people: ReadonlyMap<string, NamedPerson>,
  ): WaitingForView[] {
    const bySupervisor = new Map<string, number[]>();
    for (const entry of waiting) {
      const waitsFor = entry.assignedId ?? entry.supervisorId;
      if (waitsFor === null) continue;
      bySupervisor.set(waitsFor, [...(bySupervisor.get(waitsFor) ?? []), ageOf(entry, now)]);
    }
    return [...bySupervisor]
      .map(([id, ages]) => ({
        supervisor: { id, name: people.get(id)?.name ?? '' },
        waiting: ages.length,
        oldestDays: Math.max(...ages),
      }))
      .sort(
        (one, other) =>
          other.oldestDays - one.oldestDays || one.supervisor.name.localeCompare(other.supervisor.name),
      );
  }
}

function ageOf(entry: Waiting, now: number): number {
  return Math.floor(waitedMs(entry, now) / DAY_MS);
}
