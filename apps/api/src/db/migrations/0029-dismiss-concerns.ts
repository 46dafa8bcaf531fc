import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

/** Concerns of the attention list that a director looked at and set aside. */
export class DismissConcerns1764000000029 implements MigrationInterface {
  readonly name = 'DismissConcerns1764000000029';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'attention_dismissal',
      columns: [
        ...[c('programId', 'id'), c('id', 'id'), c('fellowId', 'id'), c('competencyId', 64)],
        ...[c('reason', 24), c('basis', 64), c('note', 69), c('byId', 'id'), c('at', 'instant')],
      ],
      key: ['programId', 'id'],
      uniques: {
        uq_attention_dismissal: ['programId', 'fellowId', 'competencyId', 'reason', 'basis'],
      },
      references: {
        fk_attention_dismissal_program: [['programId'], 'program', ['id']],
        fk_attention_dismissal_fellow: [['fellowId'], 'person', ['id']],
        fk_attention_dismissal_by: [['byId'], 'person', ['id']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['attention_dismissal']);
  }
}
