import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables, type TableSpec } from '../create-table';

type References = NonNullable<TableSpec['references']>[string];
const toProgram: References = [['programId'], 'program', ['id']];
const toFellow: References = [['fellowId'], 'person', ['id']];

/** People, programs, roles, sites, rotation schedule, leave, requirement sets, sessions. */
export class CreatePrograms1764000000001 implements MigrationInterface {
  readonly name = 'CreatePrograms1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables.map((table) => table.name).reverse());
  }
}

const tables: readonly TableSpec[] = [
  {
    name: 'person',
    columns: [
      c('id', 'id'),
      c('email', 254),
      c('name', 120),
      c('baseSpecialty', 80),
      c('passwordHash', 200, { isNullable: true }),
      c('failedSignIns', 'count'),
      c('lockedUntil', 'instant', { isNullable: true }),
      c('disabledAt', 'instant', { isNullable: true }),
      c('createdAt', 'instant'),
    ],
    key: ['id'],
    uniques: { uq_person_email: ['email'] },
  },
  {
    name: 'program',
    columns: [
      c('id', 'id'),
      c('name', 200),
      c('institution', 200),
      c('timeZone', 64),
      c('catalogueEdition', 16),
      c('lateAfterDays', 'count'),
      c('demo', 'flag'),
      c('createdAt', 'instant'),
    ],
    key: ['id'],
  },
  {
    name: 'role_held',
    columns: [
      c('programId', 'id'),
      c('id', 'id'),
      c('personId', 'id'),
      c('role', 16),
      c('fromOn', 'civilDate'),
      c('toOn', 'civilDate'),
    ],
    key: ['programId', 'id'],
    uniques: { uq_role_held: ['programId', 'personId', 'role', 'fromOn'] },
    indexes: { ix_role_held_person: ['personId'] },
    references: { fk_role_held_program: toProgram, fk_role_held_person: [['personId'], 'person', ['id']] },
  },
  {
    name: 'site',
    columns: [c('programId', 'id'), c('id', 'id'), c('name', 200), c('setting', 24)],
    key: ['programId', 'id'],
    references: { fk_site_program: toProgram },
  },
  {
    name: 'rotation',
    columns: [
      c('programId', 'id'),
      c('id', 'id'),
      c('fellowId', 'id'),
      c('siteId', 'id'),
      c('name', 120),
      c('fromOn', 'civilDate'),
      c('toOn', 'civilDate'),
      c('service', 'count'),
    ],
    key: ['programId', 'id'],
    indexes: { ix_rotation_fellow: ['programId', 'fellowId', 'fromOn'] },
    references: {
      fk_rotation_site: [['programId', 'siteId'], 'site', ['programId', 'id']],
      fk_rotation_fellow: toFellow,
    },
  },
  {
    name: 'leave_period',
    columns: [
      c('programId', 'id'),
      c('id', 'id'),
      c('fellowId', 'id'),
      c('fromOn', 'civilDate'),
      c('toOn', 'civilDate'),
      c('kind', 40),
    ],
    key: ['programId', 'id'],
    indexes: { ix_leave_fellow: ['programId', 'fellowId', 'fromOn'] },
    references: { fk_leave_program: toProgram, fk_leave_fellow: toFellow },
  },
  {
    name: 'requirement_set',
    columns: [
      c('programId', 'id'),
      c('id', 'id'),
      c('setId', 64),
      c('version', 'count'),
      c('body', 'json'),
      c('publishedAt', 'instant'),
      c('replacedAt', 'instant', { isNullable: true }),
    ],
    key: ['programId', 'id'],
    uniques: { uq_requirement_set_version: ['programId', 'setId', 'version'] },
    references: { fk_requirement_set_program: toProgram },
  },
  {
    name: 'session',
    columns: [
      c('id', 64),
      c('personId', 'id'),
      c('openedAt', 'instant'),
      c('seenAt', 'instant'),
      c('endsAt', 'instant'),
    ],
    key: ['id'],
    indexes: { ix_session_person: ['personId'] },
    references: { fk_session_person: [['personId'], 'person', ['id']] },
  },
];
