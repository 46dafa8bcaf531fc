import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

const empty = { isNullable: true } as const;

/** Competencies that are signed off, signatures, and the documents that were shown to those who signed. */
export class CreateSignOffs1764000000024 implements MigrationInterface {
  readonly name = 'CreateSignOffs1764000000024';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'sign_off',
      columns: [
        ...[c('programId', 'id'), c('id', 'id'), c('fellowId', 'id'), c('competencyId', 64)],
        ...[c('title', 200), c('setId', 64), c('setVersion', 'count'), c('highRisk', 'flag')],
        ...[c('demonstration', 'flag'), c('supervision', 24), c('state', 16), c('slot', 8, empty)],
        ...[c('askedById', 'id'), c('askedAt', 'instant'), c('unmet', 'json')],
        ...[c('waiverTextId', 69, empty), c('waiverById', 'id', empty), c('waiverAt', 'instant', empty)],
        ...[c('signedAt', 'instant', empty), c('signedOn', 'civilDate', empty)],
        ...[c('endById', 'id', empty), c('endedAt', 'instant', empty), c('endedOn', 'civilDate', empty)],
        ...[c('endReason', 24, empty), c('endTextId', 69, empty)],
        ...[c('flaggedAt', 'instant', empty), c('changed', 'json'), c('renewsId', 'id', empty)],
        c('revision', 'count'),
      ],
      key: ['programId', 'id'],
      uniques: { uq_sign_off_slot: ['programId', 'fellowId', 'competencyId', 'slot'] },
      indexes: { ix_sign_off_state: ['programId', 'state'] },
      references: {
        fk_sign_off_program: [['programId'], 'program', ['id']],
        fk_sign_off_fellow: [['fellowId'], 'person', ['id']],
        fk_sign_off_asked_by: [['askedById'], 'person', ['id']],
      },
    });
    await createSignatures(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['signing_statement_acceptance', 'signature', 'signing_document', 'sign_off']);
  }
}

async function createSignatures(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'signing_document',
    columns: [
      ...[c('programId', 'id'), c('digest', 64), c('subject', 16), c('subjectId', 'id')],
      ...[c('bytes', 'longText'), c('createdAt', 'instant')],
    ],
    key: ['programId', 'digest'],
    references: { fk_signing_document_program: [['programId'], 'program', ['id']] },
  });
  await createTable(runner, {
    name: 'signature',
    columns: [
      ...[c('programId', 'id'), c('id', 'id'), c('subject', 16), c('subjectId', 'id'), c('ofId', 'id')],
      ...[c('position', 'count'), c('personId', 'id'), c('printedName', 120), c('salt', 32)],
      ...[c('capacity', 16), c('meaning', 40), c('at', 'instant'), c('timeZone', 64), c('method', 16)],
      ...[c('statementVersion', 'count'), c('documentDigest', 64), c('digest', 64)],
    ],
    key: ['programId', 'id'],
    uniques: {
      uq_signature_position: ['programId', 'subject', 'subjectId', 'position'],
      uq_signature_person: ['programId', 'subject', 'subjectId', 'personId'],
    },
    references: {
      fk_signature_document: [['programId', 'documentDigest'], 'signing_document', ['programId', 'digest']],
      fk_signature_person: [['personId'], 'person', ['id']],
    },
    checks: { ck_signature_not_own: 'personId <> ofId' },
  });
  await createTable(runner, {
    name: 'signing_statement_acceptance',
    columns: [c('personId', 'id'), c('version', 'count'), c('acceptedAt', 'instant')],
    key: ['personId', 'version'],
    references: { fk_signing_statement_acceptance_person: [['personId'], 'person', ['id']] },
  });
}
