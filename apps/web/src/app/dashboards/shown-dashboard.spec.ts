import Papa from 'papaparse';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import { csvOf } from '../platform/csv-file';
import { competencyTables } from './dashboard-tables';
import { cohortsIn, orderInWords, shownDashboard } from './shown-dashboard';

const competence = { state: 'learning', n: 12, target: 0.8 } as const;
const cell = (competencyId: string, approved: number, need: number) => ({
  ...{ competencyId, approved, need, waiting: 0, met: false, rulesMet: 1, rules: 4, competence },
});
const row = (id: string, cohort: string, [pump, tfesi]: readonly [number, number]) => ({
  fellow: { id, name: id },
  ...{ baseSpecialty: '', cohort, approved: 0, waiting: 0, returned: 0, groups: [] },
  competencies: [cell('pump', pump, 4), cell('tfesi', tfesi, 20)],
});
const view = {
  competencies: [
    { id: 'tfesi', title: 'TFESI', shortTitle: 'TFESI', need: 20, place: 0 },
    { id: 'pump', title: 'Pump', shortTitle: 'Pump', need: 4, place: 1 },
    { id: 'none', title: 'None', shortTitle: 'None', need: 4, place: 2 },
  ],
  fellows: [row('a', '2026', [4, 2]), row('b', '2027', [0, 20])],
  requirementSet: { title: 'Set', version: 1, source: '' },
} as unknown as DashboardView;
const ids = (shown: DashboardView) => shown.competencies.map(({ id }) => id);

it('puts the emptiest column of those fellows first who are shown', () => {
  expect(ids(shownDashboard(view, { order: 'emptiest', cohort: undefined }))).toEqual(['pump', 'tfesi']);
  expect(ids(shownDashboard(view, { order: 'emptiest', cohort: '2026' }))).toEqual(['tfesi', 'pump']);
  expect(ids(shownDashboard(view, { order: 'set', cohort: undefined }))).toEqual(['tfesi', 'pump']);
});

it('says the order in which the columns stand, which is that of the file too', () => {
  const shown = { order: 'emptiest', cohort: '2027' } as const;
  expect(orderInWords(shown)).toBe('Competencies: emptiest first. Fellows: by name, cohort 2027.');
  const { data } = Papa.parse<string[]>(csvOf(competencyTables(shownDashboard(view, shown))));
  expect(data.slice(8).map(([fellow, , competency]) => [fellow, competency])).toEqual([
    ['b', 'Pump'],
    ['b', 'TFESI'],
  ]);
});

it('names the cohorts of the fellows', () => {
  expect(cohortsIn(view)).toEqual(['2026', '2027']);
});
