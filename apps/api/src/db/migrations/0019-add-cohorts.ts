import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';

/** The cohort of a fellow, which says whose requirement set binds; nobody has one until it is given. */
export class AddCohorts1764000000019 implements MigrationInterface {
  readonly name = 'AddCohorts1764000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('role_held', new TableColumn(c('cohort', 40, { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('role_held', 'cohort');
  }
}
