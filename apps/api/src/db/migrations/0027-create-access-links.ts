import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

const empty = { isNullable: true } as const;

/** Links with which people choose a password, when it was chosen, on which device a session is; no lock any more. */
export class CreateAccessLinks1764000000027 implements MigrationInterface {
  readonly name = 'CreateAccessLinks1764000000027';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'access_link',
      columns: [
        ...[c('id', 'id'), c('personId', 'id'), c('purpose', 16), c('secretHash', 64)],
        ...[c('madeById', 'id'), c('madeAt', 'instant'), c('expiresAt', 'instant')],
        ...[c('usedAt', 'instant', empty), c('revokedAt', 'instant', empty), c('slot', 8, empty)],
      ],
      key: ['id'],
      uniques: { uq_access_link_secret: ['secretHash'], uq_access_link_slot: ['personId', 'slot'] },
      references: { fk_access_link_person: [['personId'], 'person', ['id']] },
    });
    for (const [table, name, kind] of added)
      await runner.addColumn(table, new TableColumn(c(name, kind, empty)));
    await runner.dropColumn('credential', 'lockedUntil');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.addColumn('credential', new TableColumn(c('lockedUntil', 'instant', empty)));
    for (const [table, name] of added.toReversed()) await runner.dropColumn(table, name);
    await dropTables(runner, ['access_link']);
  }
}

const added = [
  ['credential', 'untold', 'count'],
  ['credential', 'chosenAt', 'instant'],
  ['credential', 'signsFrom', 'instant'],
  ['session', 'device', 80],
] as const;
