import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

/** The public halves of the keys with which the installation signs. */
export class CreateSigningKeys1764000000018 implements MigrationInterface {
  readonly name = 'CreateSigningKeys1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'signing_key',
      columns: [
        c('kid', 16),
        c('purpose', 16),
        c('name', 253),
        c('publicKey', 64),
        c('createdAt', 'instant'),
        c('live', 'count', { isNullable: true }),
        c('retiredAt', 'instant', { isNullable: true }),
        c('reason', 300, { isNullable: true }),
        c('distrustAfter', 'instant', { isNullable: true }),
      ],
      key: ['kid'],
      uniques: { uq_signing_key_live: ['purpose', 'live'] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['signing_key']);
  }
}
