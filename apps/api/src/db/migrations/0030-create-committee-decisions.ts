import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

/** What committees decided on fellows. */
export class CreateCommitteeDecisions1764000000030 implements MigrationInterface {
  readonly name = 'CreateCommitteeDecisions1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'committee_decision',
      columns: [
        ...[c('programId', 'id'), c('id', 'id'), c('fellowId', 'id'), c('outcome', 24), c('reason', 69)],
        ...[c('present', 'json'), c('lookAgainOn', 'civilDate', { isNullable: true })],
        ...[c('milestones', 'json'), c('asOfOn', 'civilDate'), c('setTitle', 200), c('setVersion', 'count')],
        ...[c('byId', 'id'), c('at', 'instant')],
      ],
      key: ['programId', 'id'],
      indexes: { ix_committee_decision_fellow: ['programId', 'fellowId', 'at'] },
      references: {
        fk_committee_decision_program: [['programId'], 'program', ['id']],
        fk_committee_decision_fellow: [['fellowId'], 'person', ['id']],
        fk_committee_decision_by: [['byId'], 'person', ['id']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['committee_decision']);
  }
}
