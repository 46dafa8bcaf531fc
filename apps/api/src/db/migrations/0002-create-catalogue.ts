import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

/** Editions of the catalogue, loaded whole and never changed. */
export class CreateCatalogue1764000000002 implements MigrationInterface {
  readonly name = 'CreateCatalogue1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'catalogue_edition',
      columns: [c('edition', 16), c('loadedAt', 'instant')],
      key: ['edition'],
    });
    await createTable(runner, {
      name: 'catalogue_term',
      columns: [c('edition', 16), c('kind', 16), c('id', 64), c('position', 'count'), c('body', 'json')],
      key: ['edition', 'kind', 'id'],
      references: { fk_catalogue_term_edition: [['edition'], 'catalogue_edition', ['edition']] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['catalogue_term', 'catalogue_edition']);
  }
}
