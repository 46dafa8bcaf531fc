import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c, typeOn } from '../columns';

/** How widely the counts of a class scatter is kept with its rates; a week from before has none. */
export class KeepDispersions1764000000041 implements MigrationInterface {
  readonly name = 'KeepDispersions1764000000041';

  async up(runner: QueryRunner): Promise<void> {
    const dispersions = c('dispersions', 'json', { isNullable: true });
    const type = typeOn(runner.connection.options.type, dispersions.type);
    await runner.addColumn('forecast_made', new TableColumn({ ...dispersions, type }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('forecast_made', 'dispersions');
  }
}
