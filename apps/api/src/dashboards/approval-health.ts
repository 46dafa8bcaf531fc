import { Inject, Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import type { ApprovalHealthView, WaitingForView } from '@countersign/contracts/dashboards/views';
import { DecisionRow, EntryRow, EntryVersionRow } from '../entries/entry.row';
import type { Reading } from '../db/context';
import { People, type NamedPerson } from '../people/people';

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 90;

/** An entry that waits, as far as its age and its supervisor go. */
type Waiting = Pick<EntryRow, 'supervisorId' | 'submittedAt' | 'createdAt'>;

/** How approvals go, measured the same way for every supervisor. */
@Injectable()
export class ApprovalHealth {
  constructor(@Inject(People) private readonly people: People) {}

  /** Waiting by age and by supervisor, and what was decided and submitted in the last 90 days. */
  async of(
    view: Reading,
    programId: string,
  ): Promise<{ approvals: ApprovalHealthView; waitingFor: WaitingForView[] }> {
    const waiting = await this.waiting(view, programId);
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
    const recent = (column: 'submittedAt' | 'at') => ({ programId, [column]: MoreThanOrEqual(since) });
    const versions = await manager.find(EntryVersionRow, {
      where: recent('submittedAt'),
      select: { entryId: true, number: true, submittedAt: true, lateDays: true },
    });
    const decisions = await manager.find(DecisionRow, {
      where: { ...recent('at'), slot: 'decision', live: 1 },
      select: { entryId: true, number: true, at: true, kind: true },
    });
    const submittedAt = new Map(
      versions.map((version) => [`${version.entryId}:${version.number}`, version.submittedAt]),
    );
    const days = decisions.flatMap((decision) => {
      const at = submittedAt.get(`${decision.entryId}:${decision.number}`);
      return at === undefined || at === null ? [] : [(decision.at - at) / DAY_MS];
    });
    const median = medianOf(days);
    const first = versions.filter(({ number }) => number === 1);
    return {
      waitingByAge: [between(0, 7), between(8, 14), between(15, 30), between(31, Infinity)],
      ...(median === undefined ? {} : { medianDaysToDecision: Math.round(median * 10) / 10 }),
      decided: decisions.length,
      returned: decisions.filter(({ kind }) => kind === 'returned').length,
      late: first.filter(({ lateDays }) => lateDays !== null).length,
      submitted: first.length,
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
      if (entry.supervisorId === null) continue;
      const ages = bySupervisor.get(entry.supervisorId) ?? [];
      bySupervisor.set(entry.supervisorId, [...ages, ageOf(entry, now)]);
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

  private waiting({ manager }: Reading, programId: string): Promise<Waiting[]> {
    return manager.find(EntryRow, {
      where: { programId, state: In(['submitted', 'amended']) },
      select: { supervisorId: true, submittedAt: true, createdAt: true },
    });
  }
}

function ageOf(entry: Waiting, now: number): number {
  return Math.max(0, Math.floor((now - (entry.submittedAt ?? entry.createdAt)) / DAY_MS));
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}
