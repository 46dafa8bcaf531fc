import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

const empty = { isNullable: true } as const;

/** Codes that stand in for a lost second factor, which code of an app was used last, and since when a program asks for one. */
export class AddSecondFactors1764000000032 implements MigrationInterface {
  readonly name = 'AddSecondFactors1764000000032';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'recovery_code',
      columns: [
        ...[c('id', 'id'), c('personId', 'id'), c('codeHash', 64)],
        ...[c('createdAt', 'instant'), c('usedAt', 'instant', empty)],
      ],
      key: ['id'],
      uniques: { uq_recovery_code: ['personId', 'codeHash'] },
      references: { fk_recovery_code_person: [['personId'], 'person', ['id']] },
    });
    await runner.addColumn('credential', new TableColumn(c('usedStep', 'count', empty)));
    await runner.addColumn('program', new TableColumn(c('factorFrom', 'instant', empty)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('program', 'factorFrom');
    await runner.dropColumn('credential', 'usedStep');
    await dropTables(runner, ['recovery_code']);
  }
}
