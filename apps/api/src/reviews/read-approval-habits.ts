import { Inject, Injectable } from '@nestjs/common';
import { reaches } from '@countersign/domain/access';
import {
  approvalHabits,
  FEW_DECISIONS,
  type HabitDecision,
  type MiddleOf,
} from '@countersign/domain/statistics';
import type { ApprovalHabitsView, SupervisorHabitsView } from '@countersign/contracts/reviews/habits-views';
import { instantOf } from '../db/columns';
import type { Reading } from '../db/context';
import { DecisionRow, EntryVersionRow } from '../entries/entry.row';
import { People } from '../people/people';
import { grouped } from '../platform/grouped';
import { namesIn } from '../programs/names';
import { Programs, todayAt } from '../programs/programs';

const DAYS = 90;
const DAY_MS = 86_400_000;

/** A decision as it comes from the database. */
interface Raw {
  readonly byId: string;
  readonly kind: HabitDecision['kind'];
  readonly at: Date | string;
  readonly submittedAt: Date | string;
  readonly corrections: string;
  readonly batchId: string | null;
}

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
    const decisions = grouped(await decided(view, programId), ({ byId }) => byId);
    const ids = [...new Set([...supervisors.map(({ id }) => id), ...decisions.keys()])];
    return {
      asOf: now,
      days: DAYS,
      fewCases: FEW_DECISIONS,
      supervisors: ids
        .filter((byId) => reaches('approval-habits.read', actor, { programId, byId }))
        .map((id): SupervisorHabitsView => {
          const left = names.left.has(id) ? { left: true } : {};
          const supervisor = { id, name: names.get(id) ?? '', ...left };
          return { supervisor, ...habitsView((decisions.get(id) ?? []).map(asHabit)) };
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

function asHabit({ kind, at, submittedAt, corrections, batchId }: Raw): HabitDecision {
  const corrected = corrections !== '[]';
  return { kind, at: instantOf(at), submittedAt: instantOf(submittedAt), corrected, batchId };
}

/** What was decided in the period and stands, with the submission that each answers. */
function decided({ manager, now }: Reading, programId: string): Promise<Raw[]> {
  return manager
    .createQueryBuilder(DecisionRow, 'decision')
    .innerJoin(
      EntryVersionRow,
      'sent',
      'sent.programId = decision.programId AND sent.entryId = decision.entryId AND sent.number = decision.number',
    )
    .where("decision.programId = :programId AND decision.slot = 'decision' AND decision.live = 1", {
      programId,
    })
    .andWhere('decision.at >= :since AND sent.submittedAt IS NOT NULL', {
      since: new Date(now - DAYS * DAY_MS),
    })
    .select([
      ...['decision.byId AS byId', 'decision.kind AS kind', 'decision.at AS at'],
      ...['decision.corrections AS corrections', 'decision.batchId AS batchId'],
      'sent.submittedAt AS submittedAt',
    ])
    .getRawMany<Raw>();
}
