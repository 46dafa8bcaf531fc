import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

/** The append-only log of every change, chained per program. */
export class CreateEvents1764000000004 implements MigrationInterface {
  readonly name = 'CreateEvents1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'log_head',
      columns: [c('logId', 'id'), c('seq', 'count'), c('chain', 64)],
      key: ['logId'],
    });
    await createTable(runner, {
      name: 'event',
      columns: [
        c('logId', 'id'),
        c('seq', 'count'),
        c('at', 'instant'),
        c('actorId', 'id'),
        c('action', 40),
        c('object', 80),
        c('body', 'longText'),
        c('leaf', 64),
        c('chain', 64),
      ],
      key: ['logId', 'seq'],
      indexes: { ix_event_object: ['logId', 'object'] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['event', 'log_head']);
  }
}
