import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

const empty = { isNullable: true } as const;

/** What people are told of in the app, what is sent to them, and what they do not want to be sent. */
export class CreateMails1764000000038 implements MigrationInterface {
  readonly name = 'CreateMails1764000000038';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'notice',
      columns: [
        ...[c('programId', 'id'), c('id', 'id'), c('personId', 'id'), c('kind', 24)],
        ...[c('objectId', 'id', empty), c('waiting', 'count', empty)],
        ...[c('at', 'instant'), c('readAt', 'instant', empty)],
      ],
      key: ['programId', 'id'],
      indexes: { ix_notice_person: ['personId', 'programId', 'at'] },
      references: {
        fk_notice_program: [['programId'], 'program', ['id']],
        fk_notice_person: [['personId'], 'person', ['id']],
      },
    });
    await createTable(runner, {
      name: 'mail',
      columns: [
        ...[c('fence', 'count'), c('owner', 80), c('leaseUntil', 'instant'), c('failures', 'count')],
        ...[c('nextAt', 'instant'), c('error', 300, empty)],
        ...[c('id', 'id'), c('programId', 'id', empty), c('personId', 'id'), c('kind', 24)],
        ...[c('aboutId', 'id', empty), c('sealed', 200, empty), c('state', 16)],
        ...[c('madeAt', 'instant'), c('triedFrom', 'instant'), c('doneAt', 'instant', empty)],
      ],
      key: ['id'],
      indexes: {
        ix_mail_due: ['state', 'nextAt'],
        ix_mail_program: ['programId', 'madeAt'],
        ix_mail_person: ['personId', 'kind', 'state'],
      },
      references: { fk_mail_person: [['personId'], 'person', ['id']] },
    });
    await createTable(runner, {
      name: 'mail_stop',
      columns: [c('personId', 'id'), c('mailGroup', 16), c('stoppedAt', 'instant')],
      key: ['personId', 'mailGroup'],
      references: { fk_mail_stop_person: [['personId'], 'person', ['id']] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['mail_stop', 'mail', 'notice']);
  }
}
