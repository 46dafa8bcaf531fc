import { Inject, Injectable } from '@nestjs/common';
import { Db } from '../db/db';
import { LogHeadRow } from '../db/event.row';
import { DeadLetterRow, FollowerCursorRow } from './follower.row';
import { JobRunRow } from './job-run.row';
import type { LeasedRow } from './lease';
import { SYSTEM } from './turn';

/** Says how followers and jobs are getting on, for people who run the server. */
@Injectable()
export class WorkReport {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** A line for each follower and log, for each event that was left behind, and for the newest run of each job. */
  async lines(): Promise<readonly string[]> {
    return this.db.read(SYSTEM, async ({ manager }) => {
      const heads = new Map((await manager.find(LogHeadRow)).map(({ logId, seq }) => [logId, seq]));
      const cursors = await manager.find(FollowerCursorRow, { order: { name: 'ASC', logId: 'ASC' } });
      const letters = await manager.find(DeadLetterRow, { order: { name: 'ASC', logId: 'ASC', seq: 'ASC' } });
      const runs = await manager.find(JobRunRow, { order: { job: 'ASC', slot: 'ASC' } });
      const newest = new Map(runs.map((run) => [run.job, run]));
      return [
        ...cursors.map(
          (row) =>
            `follower ${row.name} in log ${row.logId}: event ${row.seq} of ${heads.get(row.logId) ?? 0}${trouble(row)}`,
        ),
        ...letters.map(letterLine),
        ...[...newest.values()].map(
          (run) => `job ${run.job}: ${run.slot} ${run.doneAt === null ? 'not done' : 'done'}${trouble(run)}`,
        ),
      ];
    });
  }
}

/** An event that was left behind, in one line. */
export function letterLine({ name, logId, seq, at, error }: DeadLetterRow): string {
  return `left behind by ${name}: event ${seq} of log ${logId} at ${new Date(at).toISOString()}: ${error}`;
}

function trouble({ failures, nextAt, error }: LeasedRow): string {
  if (failures === 0) return '';
  return `, failed ${failures} times, again at ${new Date(nextAt).toISOString()}: ${error ?? ''}`;
}
