import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c, typeOn } from '../columns';
import { createTable, dropTables, type TableSpec } from '../create-table';
import { carryCorrections } from './0010-carry-corrections';

const empty = { isNullable: true } as const;

/**
 * Decisions hold everything that was said about a version, in slots, and ratings belong to the procedures. The copies
 * that an entry had of its newest decision and correction go; what only they said becomes decisions.
 *
 * A table whose constraints change is made anew and its rows are carried over by way of a plain one: SQLite knows no
 * other way, and on MySQL two tables cannot have constraints of one name.
 */
export class DecisionsAndRatings1764000000010 implements MigrationInterface {
  readonly name = 'DecisionsAndRatings1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await moveAside(runner, oldDecision);
    await createTable(runner, decision);
    await createTable(runner, rating);
    await runner.query(
      `INSERT INTO decision (${kept}, slot, onBehalfOfId, corrections)
       SELECT ${kept}, 'decision', NULL, '[]' FROM aside`,
    );
    await runner.query(
      `INSERT INTO rating (programId, decisionId, position, entryId, number, help, nextTime, scope)
       SELECT aside.programId, aside.id, line.position, aside.entryId, aside.number, aside.help, aside.nextTime, 'all'
       FROM aside INNER JOIN entry_procedure line
         ON line.programId = aside.programId AND line.entryId = aside.entryId AND line.number = aside.number
       WHERE aside.help IS NOT NULL`,
    );
    await runner.dropTable('aside');
    await carryCorrections(runner);
    await runner.dropColumns('entry', ['decision', 'correction']);
  }

  /**
   * The first procedure's rating becomes the entry's again; answers and resolutions have no place in the older tables,
   * and the entry's copies stay empty, so that older decisions cannot be undone.
   */
  async down(runner: QueryRunner): Promise<void> {
    const json = { type: typeOn(runner.connection.options.type, 'text'), isNullable: true };
    await runner.addColumns(
      'entry',
      ['decision', 'correction'].map((name) => new TableColumn({ name, ...json })),
    );
    await moveAside(runner, decision);
    await createTable(runner, oldDecision);
    const given = (column: string) =>
      `(SELECT rating.${column} FROM rating WHERE rating.programId = aside.programId
         AND rating.decisionId = aside.id AND rating.position = 0)`;
    await runner.query(
      `INSERT INTO decision (${kept}, help, nextTime)
       SELECT ${kept}, ${given('help')}, ${given('nextTime')} FROM aside WHERE slot = 'decision'`,
    );
    await dropTables(runner, ['rating', 'aside']);
  }
}

/** Leaves the rows of a table in `aside`, without its constraints, and drops the table. */
async function moveAside(runner: QueryRunner, { name, columns, key }: TableSpec): Promise<void> {
  // What refers to the table would hold it.
  if (await runner.hasTable('rating')) {
    const ratings = await runner.getTable('rating');
    await runner.dropForeignKeys('rating', ratings?.foreignKeys ?? []);
  }
  await createTable(runner, { name: 'aside', columns, key });
  const names = columns.map((column) => column.name).join(', ');
  await runner.query(`INSERT INTO aside (${names}) SELECT ${names} FROM ${name}`);
  await runner.dropTable(name);
}

const keyAndVersion = [c('programId', 'id'), c('id', 'id'), c('entryId', 'id'), c('number', 'count')];
const who = [
  c('live', 'count', empty),
  c('kind', 16),
  c('byId', 'id'),
  c('fellowId', 'id'),
  c('at', 'instant'),
];
const words = [
  c('keepDoing', 1000, empty),
  c('nextTimeText', 1000, empty),
  c('reasonCode', 32, empty),
  c('reasonText', 1000, empty),
  c('undoneAt', 'instant', empty),
];

/** The columns that a decision had and has. */
const kept = [...keyAndVersion, ...who, ...words].map(({ name }) => name).join(', ');

const toVersion = [
  ['programId', 'entryId', 'number'],
  'entry_version',
  ['programId', 'entryId', 'number'],
] as const;

const shared = {
  name: 'decision',
  key: ['programId', 'id'],
  indexes: { ix_decision_by: ['programId', 'byId', 'at'] },
  references: { fk_decision_version: toVersion, fk_decision_by: [['byId'], 'person', ['id']] },
} as const;

const oldDecision: TableSpec = {
  ...shared,
  columns: [
    ...[...keyAndVersion, ...who],
    ...[c('help', 'count', empty), c('nextTime', 'count', empty)],
    ...words,
  ],
  uniques: { uq_decision_live: ['programId', 'entryId', 'number', 'live'] },
  checks: {
    ck_decision_not_own: 'byId <> fellowId',
    ck_decision_help: 'help IS NULL OR (help >= 1 AND help <= 5)',
  },
};

const decision: TableSpec = {
  ...shared,
  columns: [
    ...[...keyAndVersion, c('slot', 16), ...who],
    ...[c('onBehalfOfId', 'id', empty), c('corrections', 'json')],
    ...words,
  ],
  uniques: { uq_decision_live: ['programId', 'entryId', 'number', 'slot', 'live'] },
  references: {
    ...shared.references,
    fk_decision_on_behalf_of: [['onBehalfOfId'], 'person', ['id']],
  },
  checks: { ck_decision_not_own: "slot = 'answer' OR byId <> fellowId" },
};

const rating: TableSpec = {
  name: 'rating',
  columns: [
    ...[c('programId', 'id'), c('decisionId', 'id'), c('position', 'count')],
    ...[c('entryId', 'id'), c('number', 'count')],
    ...[c('help', 'count'), c('nextTime', 'count', empty), c('scope', 8)],
  ],
  key: ['programId', 'decisionId', 'position'],
  indexes: { ix_rating_entry: ['programId', 'entryId', 'number'] },
  references: { fk_rating_decision: [['programId', 'decisionId'], 'decision', ['programId', 'id']] },
  checks: {
    ck_rating_help: 'help >= 1 AND help <= 5',
    ck_rating_next_time: 'nextTime IS NULL OR (nextTime >= 1 AND nextTime <= 5)',
  },
};
