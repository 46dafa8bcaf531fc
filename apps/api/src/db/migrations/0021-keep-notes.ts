import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn, typeOn } from '../columns';

/** The signed note of a checkpoint beside it; what kept checkpoints until now followed the log and does so no more. */
export class KeepNotes1764000000021 implements MigrationInterface {
  readonly name = 'KeepNotes1764000000021';

  async up(runner: QueryRunner): Promise<void> {
    const note = tableColumn('note', 'longText', { isNullable: true });
    const type = typeOn(runner.connection.options.type, note.type);
    await runner.addColumn('log_checkpoint', new TableColumn({ ...note, type }));
    for (const table of ['follower_cursor', 'follower_dead_letter'])
      await runner.query(`DELETE FROM ${table} WHERE name = 'checkpoints'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('log_checkpoint', 'note');
  }
}
