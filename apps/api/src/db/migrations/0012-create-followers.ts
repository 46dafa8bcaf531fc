import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

/** How far followers have come in the logs, what they left behind, which slots of timed jobs have run; checkpoints. */
export class CreateFollowers1764000000012 implements MigrationInterface {
  readonly name = 'CreateFollowers1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    const lease = [
      c('fence', 'count'),
      c('owner', 80),
      c('leaseUntil', 'instant'),
      c('failures', 'count'),
      c('nextAt', 'instant'),
      c('error', 300, { isNullable: true }),
    ];
    await createTable(runner, {
      name: 'follower_cursor',
      columns: [c('name', 40), c('logId', 'id'), c('seq', 'count'), ...lease],
      key: ['name', 'logId'],
    });
    await createTable(runner, {
      name: 'follower_dead_letter',
      columns: [c('name', 40), c('logId', 'id'), c('seq', 'count'), c('at', 'instant'), c('error', 300)],
      key: ['name', 'logId', 'seq'],
    });
    await createTable(runner, {
      name: 'job_run',
      columns: [c('job', 40), c('slot', 24), ...lease, c('doneAt', 'instant', { isNullable: true })],
      key: ['job', 'slot'],
    });
    await createTable(runner, {
      name: 'log_checkpoint',
      columns: [
        c('logId', 'id'),
        c('size', 'count'),
        c('root', 64),
        c('chain', 64),
        c('frontier', 'json'),
        c('at', 'instant'),
      ],
      key: ['logId', 'size'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['log_checkpoint', 'job_run', 'follower_dead_letter', 'follower_cursor']);
  }
}
