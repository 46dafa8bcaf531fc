import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

const NULL = { isNullable: true } as const;

/** Licenses, registrations, boards and certificates of people in a program; no number of any is kept. */
export class CreateQualifications1764000000043 implements MigrationInterface {
  readonly name = 'CreateQualifications1764000000043';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'qualification',
      columns: [
        ...[c('programId', 'id'), c('id', 'id'), c('personId', 'id'), c('kind', 24)],
        ...[c('specialty', 16, NULL), c('title', 80, NULL), c('issuer', 120), c('jurisdiction', 60, NULL)],
        ...[c('standing', 8), c('fromOn', 'civilDate', NULL), c('expiresOn', 'civilDate', NULL)],
        ...[c('note', 69, NULL), c('changedById', 'id'), c('changedAt', 'instant')],
        ...[c('endedAt', 'instant', NULL), c('revision', 'count')],
      ],
      key: ['programId', 'id'],
      indexes: { ix_qualification_person: ['programId', 'personId'] },
      references: {
        fk_qualification_program: [['programId'], 'program', ['id']],
        fk_qualification_person: [['personId'], 'person', ['id']],
        fk_qualification_changed_by: [['changedById'], 'person', ['id']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['qualification']);
  }
}
