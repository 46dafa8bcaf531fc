import type { DashboardView } from '../dashboards/views';
import { behindFinding, behindOf } from './behind';

const view = {
  competencies: [
    { id: 'pump', title: 'Pump' },
    { id: 'tfesi', title: 'TFESI' },
  ],
  fellows: [{ fellow: { id: 'a', name: 'A. Okafor' } }, { fellow: { id: 'b', name: 'B. Ito' } }],
} as unknown as DashboardView;
const forecast = (fellowId: string, competencyId: string, byEnd: number) => ({
  ...{ fellowId, competencyId, byEnd, shortfall: 2.5, need: 20, count: 4 },
});

it('names each fellow in the order given, and of each the least likely first', () => {
  const fellows = behindOf(view, [
    forecast('a', 'tfesi', 0.6),
    forecast('a', 'pump', 0.1),
    forecast('b', 'pump', 0.8),
  ]);
  expect(fellows.map(({ name, lines }) => [name, lines.map(({ title }) => title)])).toEqual([
    ['A. Okafor', ['Pump', 'TFESI']],
    ['B. Ito', []],
  ]);
  expect(fellows[0]?.lines[0]).toEqual({
    ...{ competencyId: 'pump', title: 'Pump', count: 4, need: 20, byEnd: 0.1, missing: 2.5 },
  });
  expect(behindFinding(fellows)).toBe(
    '1 fellow is less likely than not to reach every number by the end of training',
  );
});

it('says so where nobody is', () => {
  expect(behindFinding(behindOf(view, [forecast('a', 'pump', 0.5)]))).toMatch(/^No number is less likely/);
});
