import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

const empty = { isNullable: true } as const;

/** What passkeys are asked where somebody signs, and what they answered; since when somebody rests who was let in anew. */
export class CreateSigningQuestions1764000000045 implements MigrationInterface {
  readonly name = 'CreateSigningQuestions1764000000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('credential', new TableColumn(c('restSince', 'instant', empty)));
    await createTable(runner, {
      name: 'signing_question',
      columns: [
        ...[c('id', 'id'), c('personId', 'id'), c('actDigest', 64), c('nonce', 32)],
        ...[c('askedAt', 'instant'), c('usedAt', 'instant', empty)],
      ],
      key: ['id'],
      indexes: { ix_signing_question_person: ['personId', 'askedAt'] },
      references: { fk_signing_question_person: [['personId'], 'person', ['id']] },
    });
    await createTable(runner, {
      name: 'signature_assertion',
      columns: [
        ...[c('programId', 'id'), c('signatureId', 'id'), c('act', 'longText'), c('actDigest', 64)],
        ...[c('nonce', 32), c('askedAt', 'instant'), c('credentialId', 400), c('publicKey', 2000)],
        ...[c('origin', 200), c('response', 'longText'), c('responseDigest', 64)],
      ],
      key: ['programId', 'signatureId'],
      references: {
        fk_signature_assertion_signature: [['programId', 'signatureId'], 'signature', ['programId', 'id']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['signature_assertion', 'signing_question']);
    await runner.dropColumn('credential', 'restSince');
  }
}
