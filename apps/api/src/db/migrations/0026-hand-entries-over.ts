import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';

/** To whom a waiting entry was handed over, and to whom a program's entries fall after so many days. */
export class HandEntriesOver1764000000026 implements MigrationInterface {
  readonly name = 'HandEntriesOver1764000000026';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, kind] of added)
      await runner.addColumn(table, new TableColumn(c(name, kind, { isNullable: true })));
    await runner.createIndex(
      'entry',
      new TableIndex({
        name: 'ix_entry_assigned',
        columnNames: ['programId', 'assignedId', 'state', 'submittedAt'],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('entry', 'ix_entry_assigned');
    for (const [table, name] of added.toReversed()) await runner.dropColumn(table, name);
  }
}

const added = [
  ['entry', 'assignedId', 'id'],
  ['program', 'fallbackPersonId', 'id'],
  ['program', 'fallbackAfterDays', 'count'],
] as const;
