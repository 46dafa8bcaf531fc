import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of TypeORM's own, which it looks after itself. */
const foreign = ['migrations', 'typeorm_metadata'];

/**
 * Databases that were made before long texts were MEDIUMTEXT on MySQL get it now; a new database finds nothing to do.
 * The way down changes nothing: a text that needed the room would be cut.
 */
export class WidenLongTexts1764000000006 implements MigrationInterface {
  readonly name = 'WidenLongTexts1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type === 'better-sqlite3') return;
    const columns = (await runner.query(
      'SELECT TABLE_NAME AS place, COLUMN_NAME AS name, IS_NULLABLE AS nullable FROM information_schema.COLUMNS ' +
        "WHERE TABLE_SCHEMA = DATABASE() AND DATA_TYPE = 'text'",
    )) as { place: string; name: string; nullable: 'YES' | 'NO' }[];
    for (const { place, name, nullable } of columns) {
      if (foreign.includes(place)) continue;
      const required = nullable === 'YES' ? 'NULL' : 'NOT NULL';
      await runner.query(`ALTER TABLE \`${place}\` MODIFY \`${name}\` MEDIUMTEXT ${required}`);
    }
  }

  async down(): Promise<void> {
    await Promise.resolve();
  }
}
