import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables, type TableSpec } from '../create-table';

const moved = [
  new TableColumn(c('passwordHash', 200, { isNullable: true })),
  new TableColumn(c('failedSignIns', 'count', { default: 0 })),
  new TableColumn(c('lockedUntil', 'instant', { isNullable: true })),
];

const delegation: TableSpec = {
  name: 'delegation',
  columns: [
    c('programId', 'id'),
    c('id', 'id'),
    c('supervisorId', 'id'),
    c('delegateId', 'id'),
    c('fromOn', 'civilDate'),
    c('toOn', 'civilDate'),
    c('acceptedAt', 'instant', { isNullable: true }),
  ],
  key: ['programId', 'id'],
  indexes: { ix_delegation_delegate: ['delegateId', 'programId'] },
  references: {
    fk_delegation_program: [['programId'], 'program', ['id']],
    fk_delegation_supervisor: [['supervisorId'], 'person', ['id']],
    fk_delegation_delegate: [['delegateId'], 'person', ['id']],
  },
};

/** What proves who a person is stands in rows of its own; and a supervisor may let another decide in their place. */
export class SeparateCredentials1764000000008 implements MigrationInterface {
  readonly name = 'SeparateCredentials1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'credential',
      columns: [
        c('personId', 'id'),
        c('kind', 16),
        c('secret', 200),
        c('failures', 'count'),
        c('lockedUntil', 'instant', { isNullable: true }),
        c('createdAt', 'instant'),
      ],
      key: ['personId', 'kind'],
      references: { fk_credential_person: [['personId'], 'person', ['id']] },
    });
    await runner.query(
      `INSERT INTO credential (personId, kind, secret, failures, lockedUntil, createdAt)
       SELECT id, 'password', passwordHash, failedSignIns, lockedUntil, createdAt FROM person WHERE passwordHash IS NOT NULL`,
    );
    await runner.dropColumns(
      'person',
      moved.map(({ name }) => name),
    );
    await createTable(runner, delegation);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.addColumns('person', moved);
    const of = (column: string) =>
      `(SELECT ${column} FROM credential WHERE credential.personId = person.id AND kind = 'password')`;
    await runner.query(
      `UPDATE person SET passwordHash = ${of('secret')}, failedSignIns = COALESCE(${of('failures')}, 0),
       lockedUntil = ${of('lockedUntil')}`,
    );
    await dropTables(runner, ['delegation', 'credential']);
  }
}
