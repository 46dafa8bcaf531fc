import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';

/** By which one act decisions were made together; empty for a decision by itself, as all were so far. */
export class NameBatches1764000000017 implements MigrationInterface {
  readonly name = 'NameBatches1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('decision', new TableColumn(c('batchId', 'id', { isNullable: true })));
    await runner.createIndex(
      'decision',
      new TableIndex({ name: 'ix_decision_batch', columnNames: ['programId', 'batchId'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('decision', 'ix_decision_batch');
    await runner.dropColumn('decision', 'batchId');
  }
}
