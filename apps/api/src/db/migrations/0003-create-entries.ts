import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables, type TableSpec } from '../create-table';

const empty = { isNullable: true } as const;

/** Entries with their versions, the facts of their procedures, and the decisions on them. */
export class CreateEntries1764000000003 implements MigrationInterface {
  readonly name = 'CreateEntries1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables.map((table) => table.name).reverse());
  }
}

const toVersion = [
  ['programId', 'entryId', 'number'],
  'entry_version',
  ['programId', 'entryId', 'number'],
] as const;

const tables: readonly TableSpec[] = [
  {
    name: 'entry',
    columns: [
      c('programId', 'id'),
      c('id', 'id'),
      c('fellowId', 'id'),
      c('supervisorId', 'id', empty),
      c('state', 16),
      c('version', 'count'),
      c('number', 'count'),
      c('approvedNumber', 'count', empty),
      c('performedOn', 'civilDate'),
      c('submittedAt', 'instant', empty),
      c('decision', 'json', empty),
      c('correction', 'json', empty),
      c('voidReason', 500, empty),
      c('createdAt', 'instant'),
    ],
    key: ['programId', 'id'],
    indexes: {
      ix_entry_fellow: ['programId', 'fellowId', 'performedOn'],
      ix_entry_queue: ['programId', 'supervisorId', 'state', 'submittedAt'],
      ix_entry_state: ['programId', 'state', 'performedOn'],
    },
    references: {
      fk_entry_program: [['programId'], 'program', ['id']],
      fk_entry_fellow: [['fellowId'], 'person', ['id']],
      fk_entry_supervisor: [['supervisorId'], 'person', ['id']],
    },
  },
  {
    name: 'entry_version',
    columns: [
      c('programId', 'id'),
      c('entryId', 'id'),
      c('number', 'count'),
      c('content', 'json'),
      c('rotation', 120, empty),
      c('createdAt', 'instant'),
      c('submittedAt', 'instant', empty),
      c('lateDays', 'count', empty),
    ],
    key: ['programId', 'entryId', 'number'],
    references: { fk_entry_version_entry: [['programId', 'entryId'], 'entry', ['programId', 'id']] },
  },
  {
    name: 'entry_procedure',
    columns: [
      c('programId', 'id'),
      c('entryId', 'id'),
      c('number', 'count'),
      c('position', 'count'),
      c('itemId', 64),
      c('groupId', 64),
      c('role', 24, empty),
      c('supervision', 24, empty),
      c('outcome', 24, empty),
      c('levels', 'count'),
    ],
    key: ['programId', 'entryId', 'number', 'position'],
    indexes: { ix_entry_procedure_item: ['programId', 'itemId'] },
    references: { fk_entry_procedure_version: toVersion },
  },
  {
    name: 'decision',
    columns: [
      c('programId', 'id'),
      c('id', 'id'),
      c('entryId', 'id'),
      c('number', 'count'),
      c('live', 'count', empty),
      c('kind', 16),
      c('byId', 'id'),
      c('fellowId', 'id'),
      c('at', 'instant'),
      c('help', 'count', empty),
      c('nextTime', 'count', empty),
      c('keepDoing', 1000, empty),
      c('nextTimeText', 1000, empty),
      c('reasonCode', 32, empty),
      c('reasonText', 1000, empty),
      c('undoneAt', 'instant', empty),
    ],
    key: ['programId', 'id'],
    uniques: { uq_decision_live: ['programId', 'entryId', 'number', 'live'] },
    indexes: { ix_decision_by: ['programId', 'byId', 'at'] },
    references: { fk_decision_version: toVersion, fk_decision_by: [['byId'], 'person', ['id']] },
    checks: {
      ck_decision_not_own: 'byId <> fellowId',
      ck_decision_help: 'help IS NULL OR (help >= 1 AND help <= 5)',
    },
  },
];
