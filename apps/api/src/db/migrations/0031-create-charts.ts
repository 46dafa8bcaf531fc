import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';
import { createTable, dropTables } from '../create-table';

/** What directors set for charts, reviews of alarms, and the forecasts that were made. */
export class CreateCharts1764000000031 implements MigrationInterface {
  readonly name = 'CreateCharts1764000000031';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'chart_setting',
      columns: [
        ...[c('programId', 'id'), c('id', 'id'), c('competencyId', 64)],
        ...[c('adequatePercent', 'count'), c('inadequatePercent', 'count')],
        ...[c('horizon', 'count'), c('falsePercent', 'count')],
        ...[c('begunIds', 'json'), c('setById', 'id'), c('setAt', 'instant')],
      ],
      key: ['programId', 'id'],
      references: {
        fk_chart_setting_program: [['programId'], 'program', ['id']],
        fk_chart_setting_person: [['setById'], 'person', ['id']],
      },
    });
    await createTable(runner, {
      name: 'alarm_review',
      columns: [
        ...[c('programId', 'id'), c('id', 'id'), c('fellowId', 'id'), c('competencyId', 64)],
        ...[c('afterOn', 'civilDate'), c('afterFact', 40)],
        ...[c('byId', 'id'), c('at', 'instant'), c('noteTextId', 69)],
      ],
      key: ['programId', 'id'],
      indexes: { ix_alarm_review_fellow: ['programId', 'fellowId'] },
      references: {
        fk_alarm_review_program: [['programId'], 'program', ['id']],
        fk_alarm_review_fellow: [['fellowId'], 'person', ['id']],
        fk_alarm_review_person: [['byId'], 'person', ['id']],
      },
    });
    await createTable(runner, {
      name: 'forecast_made',
      columns: [
        ...[c('programId', 'id'), c('madeOn', 'civilDate'), c('madeAt', 'instant')],
        ...[c('rates', 'json'), c('forecasts', 'json'), c('resolved', 'count'), c('held', 'count')],
      ],
      key: ['programId', 'madeOn'],
      references: { fk_forecast_made_program: [['programId'], 'program', ['id']] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['forecast_made', 'alarm_review', 'chart_setting']);
  }
}
