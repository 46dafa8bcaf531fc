import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

/** Kept texts that the privacy guard would stop today. The follower that fills it begins with what is there already. */
export class FindStoppedTexts1764000000015 implements MigrationInterface {
  readonly name = 'FindStoppedTexts1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'stopped_text',
      columns: [
        c('programId', 'id'),
        c('textId', 69),
        c('entryId', 'id'),
        c('number', 'count'),
        c('field', 40),
        c('tier', 8),
      ],
      key: ['programId', 'textId'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['stopped_text']);
  }
}
