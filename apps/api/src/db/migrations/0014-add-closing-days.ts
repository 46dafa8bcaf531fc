import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';

/** Days in which a program lets its fellows finish their log after their last day; empty takes the usual ones. */
export class AddClosingDays1764000000014 implements MigrationInterface {
  readonly name = 'AddClosingDays1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('program', new TableColumn(c('closingDays', 'count', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('program', 'closingDays');
  }
}
