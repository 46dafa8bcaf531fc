import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

/** What acts of people were answered, so that one whose answer was lost is not done twice. */
export class KeepActs1764000000028 implements MigrationInterface {
  readonly name = 'KeepActs1764000000028';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'act',
      columns: [
        ...[c('personId', 'id'), c('id', 64), c('programId', 'id', { isNullable: true })],
        ...[c('digest', 64), c('answer', 'json', { isNullable: true }), c('at', 'instant')],
      ],
      key: ['personId', 'id'],
      indexes: { ix_act_at: ['at'], ix_act_program: ['programId'] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['act']);
  }
}
