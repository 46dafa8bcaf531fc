import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * By which one act decisions were made together; empty for a decision by itself, as all were so far. In plain SQL, which
 * both dialects read: TypeORM makes a table of SQLite anew for a column, and mistakes the checks of this one.
 */
export class NameBatches1764000000017 implements MigrationInterface {
  readonly name = 'NameBatches1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `decision` ADD COLUMN `batchId` varchar(36) NULL');
    await runner.createIndex(
      'decision',
      new TableIndex({ name: 'ix_decision_batch', columnNames: ['programId', 'batchId'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('decision', 'ix_decision_batch');
    await runner.query('ALTER TABLE `decision` DROP COLUMN `batchId`');
  }
}
