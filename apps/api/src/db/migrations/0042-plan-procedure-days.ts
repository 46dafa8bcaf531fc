import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';

/** On how many days a week a rotation plans procedures; nothing is known of a rotation from before. */
export class PlanProcedureDays1764000000042 implements MigrationInterface {
  readonly name = 'PlanProcedureDays1764000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('rotation', new TableColumn(c('procedureDays', 'count', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('rotation', 'procedureDays');
  }
}
