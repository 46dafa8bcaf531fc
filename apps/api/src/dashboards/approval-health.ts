import { Inject, Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { ApprovalHealthView, WaitingForView } from '@countersign/contracts/dashboards/views';
import { DecisionRow, EntryRow, EntryVersionRow } from '../entries/entry.row';
import { Clock } from '../platform/clock';
import type { NamedPerson } from '../programs/programs';

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 90;

/** How approvals go, measured the same way for every supervisor. */
@Injectable()
export class ApprovalHealth {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** Waiting by age, and what was decided and submitted in the last 90 days. */
  async health(manager: EntityManager, programId: string): Promise<ApprovalHealthView> {
    const since = this.clock.now() - WINDOW_DAYS * DAY_MS;
    const ages = (await this.waiting(manager, programId)).map((entry) => this.age(entry));
    const between = (from: number, to: number) => ages.filter((age) => age >= from && age <= to).length;
    const versions = await manager.findBy(EntryVersionRow, {
      programId,
      submittedAt: MoreThanOrEqual(since),
    });
    const decisions = await manager.findBy(DecisionRow, { programId, live: 1, at: MoreThanOrEqual(since) });
    const submittedAt = new Map(
      versions.map((version) => [`${version.entryId}:${version.number}`, version.submittedAt]),
    );
    const days = decisions.flatMap((decision) => {
      const at = submittedAt.get(`${decision.entryId}:${decision.number}`);
      return at === undefined || at === null ? [] : [(decision.at - at) / DAY_MS];
    });
    const median = medianOf(days);
    return {
      waitingByAge: [between(0, 7), between(8, 14), between(15, 30), between(31, Infinity)],
      ...(median === undefined ? {} : { medianDaysToDecision: Math.round(median * 10) / 10 }),
      decided: decisions.length,
      returned: decisions.filter((decision) => decision.kind === 'returned').length,
      late: versions.filter((version) => version.number === 1 && version.lateDays !== null).length,
      submitted: versions.filter((version) => version.number === 1).length,
    };
  }

  /** The supervisors for whom entries wait, the one with the oldest first. */
  async waitingFor(
    manager: EntityManager,
    programId: string,
    people: ReadonlyMap<string, NamedPerson>,
  ): Promise<WaitingForView[]> {
    const bySupervisor = new Map<string, number[]>();
    for (const entry of await this.waiting(manager, programId)) {
      if (entry.supervisorId === null) continue;
      bySupervisor.set(entry.supervisorId, [
        ...(bySupervisor.get(entry.supervisorId) ?? []),
        this.age(entry),
      ]);
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

  private waiting(manager: EntityManager, programId: string): Promise<EntryRow[]> {
    return manager.findBy(EntryRow, { programId, state: In(['submitted', 'amended']) });
  }

  private age(entry: EntryRow): number {
    return Math.max(0, Math.floor((this.clock.now() - (entry.submittedAt ?? entry.createdAt)) / DAY_MS));
  }
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}
