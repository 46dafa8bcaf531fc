import { endpoint } from '../endpoint';
import type { ReviewAlarmBody, SetChartBody } from './bodies';
import type { ChartSettingsView, FellowCompetencyView } from './views';

const ofCompetency = '/programs/:programId/fellows/:fellowId/competencies/:competencyId';

/** One competency of a fellow. */
export const readCompetency = endpoint<{ view: FellowCompetencyView }>()({
  method: 'GET',
  path: ofCompetency,
  action: 'competency.read',
  summary: 'Volume with its forecast, the learning curve case by case, ratings, and what is not done yet.',
  status: 200,
  problems: ['access/not-found'],
});

/** Says that an alarm was looked at. */
export const reviewAlarm = endpoint<{ body: ReviewAlarmBody; view: FellowCompetencyView }>()({
  method: 'POST',
  path: `${ofCompetency}/alarm-reviews`,
  action: 'alarm.review',
  summary: 'Records that the cases up to now were looked at after an alarm; both charts start again there.',
  status: 201,
  problems: ['access/not-found', 'access/not-allowed', 'alarm/none-open', 'alarm/changed', 'alarm/id-taken'],
});

/** The charts of a program with their numbers. */
export const readChartSettings = endpoint<{ view: ChartSettingsView }>()({
  method: 'GET',
  path: '/programs/:programId/chart-settings',
  action: 'chart-setting.read',
  summary: 'By which failure rates and promises the charts of each competency are made, and who set them.',
  status: 200,
  problems: ['access/not-found'],
});

/** Sets the charts of a competency. */
export const setChart = endpoint<{ body: SetChartBody; view: ChartSettingsView }>()({
  method: 'POST',
  path: '/programs/:programId/chart-settings',
  action: 'chart-setting.set',
  summary: 'Sets the charts of a competency for fellows without a judged case; everybody else keeps theirs.',
  status: 201,
  problems: ['access/not-found', 'chart/rates-reversed', 'chart/limit-unattainable', 'chart/id-taken'],
});
