import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

/** Which roles came with which import, so that it can be taken back. */
export class CreateRosterImports1764000000033 implements MigrationInterface {
  readonly name = 'CreateRosterImports1764000000033';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'roster_import',
      columns: [
        ...[c('programId', 'id'), c('id', 'id'), c('roleIds', 'json'), c('importedById', 'id')],
        ...[c('importedAt', 'instant'), c('undoneAt', 'instant', { isNullable: true })],
      ],
      key: ['programId', 'id'],
      references: {
        fk_roster_import_program: [['programId'], 'program', ['id']],
        fk_roster_import_person: [['importedById'], 'person', ['id']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['roster_import']);
  }
}
