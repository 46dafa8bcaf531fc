import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';

/** How widely the counts of a class scatter is kept with its rates; a week from before has none. */
export class KeepDispersions1764000000041 implements MigrationInterface {
  readonly name = 'KeepDispersions1764000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('forecast_made', new TableColumn(c('dispersions', 'json', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('forecast_made', 'dispersions');
  }
}
