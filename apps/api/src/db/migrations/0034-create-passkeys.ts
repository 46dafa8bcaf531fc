import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

const empty = { isNullable: true } as const;

/** Passkeys. */
export class CreatePasskeys1764000000034 implements MigrationInterface {
  readonly name = 'CreatePasskeys1764000000034';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'passkey',
      columns: [
        ...[c('id', 'id'), c('personId', 'id'), c('credentialId', 400), c('publicKey', 2000), c('name', 80)],
        ...[c('counter', 'count'), c('challengeAt', 'instant', empty), c('lastUsedAt', 'instant', empty)],
        c('createdAt', 'instant'),
      ],
      key: ['id'],
      uniques: { uq_passkey_credential: ['credentialId'] },
      indexes: { ix_passkey_person: ['personId'] },
      references: { fk_passkey_person: [['personId'], 'person', ['id']] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['passkey']);
  }
}
