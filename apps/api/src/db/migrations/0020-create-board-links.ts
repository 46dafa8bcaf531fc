import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

/** Addresses that show the supervision board of a program. */
export class CreateBoardLinks1764000000020 implements MigrationInterface {
  readonly name = 'CreateBoardLinks1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'board_link',
      columns: [
        ...[c('programId', 'id'), c('id', 'id'), c('ward', 80), c('siteId', 'id', { isNullable: true })],
        ...[
          c('tokenHash', 64),
          c('createdById', 'id'),
          c('createdAt', 'instant'),
          c('expiresOn', 'civilDate'),
        ],
        ...[
          c('revokedAt', 'instant', { isNullable: true }),
          c('lastSeenAt', 'instant', { isNullable: true }),
        ],
        c('revision', 'count'),
      ],
      key: ['programId', 'id'],
      uniques: { uq_board_link_token: ['tokenHash'] },
      references: {
        fk_board_link_program: [['programId'], 'program', ['id']],
        fk_board_link_person: [['createdById'], 'person', ['id']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['board_link']);
  }
}
