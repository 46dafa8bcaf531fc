import type { CellForecastView } from '../dashboards/attention-views';
import type { DashboardView } from '../dashboards/views';
import { classFinding, classForecast } from './class-forecast';

const view = {
  competencies: [
    { id: 'pump', title: 'Pump' },
    { id: 'tfesi', title: 'TFESI' },
    { id: 'si', title: 'SI joint' },
  ],
} as unknown as DashboardView;
const forecast = (
  fellowId: string,
  competencyId: string,
  byEnd: number,
  shortfall: number,
): CellForecastView => ({
  ...{ fellowId, competencyId, byEnd, shortfall, need: 20, count: 4 },
});

it('sums what is expected to be missing over the fellows, most of all first', () => {
  const lines = classForecast(view, [
    forecast('a', 'tfesi', 0.4, 2.5),
    forecast('b', 'tfesi', 0.6, 1),
    forecast('a', 'pump', 0.2, 3.6),
    forecast('a', 'si', 0.99, 0.1),
  ]);
  expect(lines).toEqual([
    { competencyId: 'pump', title: 'Pump', open: 1, unlikely: 1, missing: 3.6 },
    { competencyId: 'tfesi', title: 'TFESI', open: 2, unlikely: 1, missing: 3.5 },
  ]);
  expect(classFinding(lines)).toBe(
    'About 7 cases are expected to be missing by the end of training, most in Pump and TFESI',
  );
});

it('says that hardly any is missing where that is so', () => {
  expect(classFinding(classForecast(view, []))).toContain('Hardly any case');
});
