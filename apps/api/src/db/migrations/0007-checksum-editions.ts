import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn } from '../columns';

/** An edition keeps the checksum of the files it was loaded from; empty for one that was loaded before there were any. */
export class ChecksumEditions1764000000007 implements MigrationInterface {
  readonly name = 'ChecksumEditions1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      'catalogue_edition',
      new TableColumn(tableColumn('checksum', 64, { isNullable: true })),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('catalogue_edition', 'checksum');
  }
}
