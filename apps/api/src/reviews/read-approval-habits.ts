import { Inject, Injectable } from '@nestjs/common';
import { reaches } from '@countersign/domain/access';
import {
  approvalHabits,
  FEW_DECISIONS,
  type HabitDecision,
  type MiddleOf,
} from '@countersign/domain/statistics';
import type { ApprovalHabitsView, SupervisorHabitsView } from '@countersign/contracts/reviews/habits-views';
import type { Reading } from '../db/context';
import { People } from '../people/people';
import { grouped } from '../platform/grouped';
import { namesIn } from '../programs/names';
import { Programs, todayAt } from '../programs/programs';
import { decidedLately, WINDOW_DAYS } from './timed-decisions';

/** How approvals are given, in the same numbers for everybody. */
@Injectable()
export class ReadApprovalHabits {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(Programs) private readonly programs: Programs,
  ) {}

  /** Everybody who supervises today or decided in the period, by name, as far as the actor may see it. */
  async run(view: Reading, programId: string): Promise<ApprovalHabitsView> {
    const { actor, now } = view;
    const on = todayAt(await this.programs.load(view, programId), view);
    const supervisors = await this.people.withRole(view, { programId, role: 'supervisor', on });
    const names = await namesIn(view, programId);
    const decisions = grouped(await decidedLately(view, programId), ({ byId }) => byId);
    const ids = [...new Set([...supervisors.map(({ id }) => id), ...decisions.keys()])];
    return {
      asOf: now,
      days: WINDOW_DAYS,
      fewCases: FEW_DECISIONS,
      supervisors: ids
        .filter((byId) => reaches('approval-habits.read', actor, { programId, byId }))
        .map((id): SupervisorHabitsView => {
          return { supervisor: names.person(id), ...habitsView(decisions.get(id) ?? []) };
        })
        .sort((one, other) => one.supervisor.name.localeCompare(other.supervisor.name, 'en')),
    };
  }
}

function habitsView(decisions: readonly HabitDecision[]): Omit<SupervisorHabitsView, 'supervisor'> {
  const { batchSize, secondsAnEntry, daysToApproval, ...counts } = approvalHabits(decisions);
  return {
    ...counts,
    batchSize: { ...middleView(batchSize), largest: batchSize.largest },
    secondsAnEntry: middleView(secondsAnEntry),
    daysToApproval: middleView(daysToApproval),
  };
}

function middleView({ median, n }: MiddleOf): { median?: number; n: number } {
  return median === null ? { n } : { median, n };
}
