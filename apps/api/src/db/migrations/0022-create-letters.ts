import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

/** Letters that directors signed. */
export class CreateLetters1764000000022 implements MigrationInterface {
  readonly name = 'CreateLetters1764000000022';

  async up(runner: QueryRunner): Promise<void> {
    const empty = { isNullable: true };
    await createTable(runner, {
      name: 'letter',
      columns: [
        ...[c('programId', 'id'), c('id', 'id'), c('fellowId', 'id'), c('kind', 16)],
        ...[c('competencyId', 64, empty), c('asOf', 'civilDate'), c('demonstration', 'flag')],
        ...[c('credential', 'longText'), c('credentialDigest', 64), c('documentDigest', 64)],
        ...[c('contentDigest', 64), c('kid', 16), c('statusIndex', 'count')],
        ...[c('issuedById', 'id'), c('issuedAt', 'instant'), c('revokedAt', 'instant', empty)],
        ...[c('revokedById', 'id', empty), c('revokedFor', 69, empty), c('revision', 'count')],
      ],
      key: ['programId', 'id'],
      uniques: { uq_letter_status: ['statusIndex'] },
      indexes: { ix_letter_fellow: ['programId', 'fellowId', 'issuedAt'] },
      references: {
        fk_letter_program: [['programId'], 'program', ['id']],
        fk_letter_fellow: [['fellowId'], 'person', ['id']],
        fk_letter_issued_by: [['issuedById'], 'person', ['id']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['letter']);
  }
}
