import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';

/** Choices among the details of a procedure, laid out for counting, and the details that a program asks for. */
export class AddDetails1764000000016 implements MigrationInterface {
  readonly name = 'AddDetails1764000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('entry_procedure', new TableColumn(c('choices', 1300, { isNullable: true })));
    await runner.addColumn('program', new TableColumn(c('neededDetails', 1300, { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('program', 'neededDetails');
    await runner.dropColumn('entry_procedure', 'choices');
  }
}
