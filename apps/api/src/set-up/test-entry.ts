import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@countersign/domain/access';
import type { LogEntryBody } from '@countersign/contracts/entries/bodies';
import { ReadProgress } from '../competencies/read-progress';
import { Tx } from '../db/context';
import { LogEntry } from '../entries/log-entry';
import { ReviewEntry } from '../reviews/review-entry';

/** Where a test entry is logged, and by whom. */
export interface TestPlace {
  readonly programId: string;
  readonly siteId: string;
  /** Civil date there. */
  readonly today: string;
  readonly fellowId: string;
  readonly supervisorId: string;
  readonly directorId: string;
}

/** For what a test entry counted. */
export interface TestCount {
  readonly itemId: string;
  /** Title of the competency. */
  readonly competency: string;
  readonly approved: number;
  readonly need: number;
}

/** What is logged: every edition of the catalogue and the example requirements have it. */
const ITEM = 'tpi';

/** Logs, approves and counts an entry with the very commands that fellows, supervisors and directors use. */
@Injectable()
export class TestEntry {
  constructor(
    @Inject(LogEntry) private readonly logging: LogEntry,
    @Inject(ReviewEntry) private readonly review: ReviewEntry,
    @Inject(ReadProgress) private readonly progress: ReadProgress,
  ) {}

  /** @param tx that whoever calls takes back */
  async run(tx: Tx, place: TestPlace): Promise<TestCount> {
    const { programId, fellowId, supervisorId, directorId } = place;
    const as = (personId: string, role: Role): Tx =>
      new Tx(
        tx.manager,
        { personId, roles: [{ programId, role }] },
        { now: tx.now, newId: () => tx.newId() },
      );
    const { id: entryId, revision } = await this.logging.run(
      as(fellowId, 'fellow'),
      programId,
      testEntry(tx.newId(), place),
    );
    const seen = { programId, entryId, revision };
    await this.review.approve(as(supervisorId, 'supervisor'), seen, { help: 5 });
    const director = as(directorId, 'director');
    const { competencies } = await this.progress.run(director, { programId, fellowId });
    const counted = competencies.find(({ approved }) => approved > 0);
    if (!counted) throw new Error('a test entry that is approved counts for a competency');
    const { title: competency, approved, need } = counted;
    return { itemId: ITEM, competency, approved, need };
  }
}

function testEntry(id: string, { siteId, supervisorId, today }: TestPlace): LogEntryBody {
  return {
    ...{ id, performedOn: today, siteId, supervisorId, setting: 'clinic', simulation: false },
    ...{ painCategory: 'chronic-non-cancer', diagnosisGroup: 'myofascial', then: 'submit' },
    procedures: [
      {
        ...{ itemId: ITEM, region: 'lumbar', side: 'left', levels: [], guidance: 'landmark' },
        ...{ techniques: ['local-anesthetic'], role: 'performed', supervision: 'direct' },
        ...{ outcome: 'success', complications: ['none'] },
      },
    ],
  };
}
