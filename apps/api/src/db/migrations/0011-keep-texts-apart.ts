import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c, typeOn } from '../columns';
import { createTable, dropTables } from '../create-table';
import { newSalt } from '../salt';
import { moveTextsApart, moveTextsBack } from './0011-move-texts';

const empty = { isNullable: true } as const;
const epochSeq = new TableColumn(c('epochSeq', 'count', empty));
const salt = new TableColumn(c('salt', 32));
/** A column of a table that has rows can only come in empty. */
const newSaltColumn = new TableColumn(c('salt', 32, empty));

/** Logs get a second epoch; people a salt for what the log says of them; texts a table of their own. */
export class KeepTextsApart1764000000011 implements MigrationInterface {
  readonly name = 'KeepTextsApart1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('log_head', epochSeq);
    await runner.changeColumn('event', 'body', bodyOn(runner, true));
    await runner.addColumn('person', newSaltColumn);
    for (const { id } of (await runner.query('SELECT id FROM person')) as { id: string }[])
      await runner.query('UPDATE person SET salt = ? WHERE id = ?', [newSalt(), id]);
    await runner.changeColumn('person', newSaltColumn, salt);
    await createTable(runner, {
      name: 'text',
      columns: [
        c('programId', 'id'),
        c('id', 69),
        c('salt', 32, empty),
        c('body', 'longText', empty),
        c('removedAt', 'instant', empty),
      ],
      key: ['programId', 'id'],
    });
    await moveTextsApart(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await moveTextsBack(runner);
    await dropTables(runner, ['text']);
    await runner.dropColumn('person', 'salt');
    await runner.query("UPDATE event SET body = '' WHERE body IS NULL");
    await runner.changeColumn('event', 'body', bodyOn(runner, false));
    await runner.dropColumn('log_head', 'epochSeq');
  }
}

/** The text of an event; a redaction empties it. */
function bodyOn(runner: QueryRunner, isNullable: boolean): TableColumn {
  const body = c('body', 'longText', { isNullable });
  return new TableColumn({ ...body, type: typeOn(runner.connection.options.type, body.type) });
}
