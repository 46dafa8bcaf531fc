import type { AttentionView, ConcernView } from '@countersign/contracts/dashboards/attention-views';
import { competenceRule } from '../testing/program';
import { attentionTables } from './attention-tables';
import { classTables } from './class-tables';

const concern: ConcernView = { reason: 'long-waits', severity: 2, value: 3, basis: 'x' };
const person = (name: string) => ({ id: name, name });
const view: AttentionView = {
  asOfOn: '2026-11-23',
  lines: [{ fellow: person('A. Okafor'), concerns: [concern, { ...concern, title: 'Pump' }] }],
  quiet: [person('B. Ito')],
  dismissed: [
    { ...concern, id: 'd', fellow: person('C. Roy'), by: person('Dr. Amundsen'), at: 5, note: '=Seen' },
  ],
  forecasts: [],
  expectedFalse: {
    ...{ alarms: 0, silences: 0, total: 0, monitoredCases: 0 },
    ...{ casesPerFalseAlarm: 816, watchedForSilence: 0 },
  },
};

it('tells every reason of a fellow, and what was set aside with by whom and when', () => {
  const { about = [], tables } = attentionTables(view, competenceRule);
  expect(about[0]).toEqual(['As of', { on: '2026-11-23' }]);
  expect(about.at(-1)).toEqual(['No line', 'B. Ito']);
  const waits = '3 entries wait longer than 14 days for a decision.';
  expect(tables[0]?.rows.map((row) => row.slice(0, 4))).toEqual([
    ['A. Okafor', undefined, 'waits long', waits],
    ['A. Okafor', 'Pump', 'waits long', waits],
  ]);
  expect(tables[1]?.rows).toEqual([['C. Roy', undefined, 'waits long', 'Dr. Amundsen', { at: 5 }, '=Seen']]);
});

it('tells what the class is expected to miss, no more precisely than the page', () => {
  const line = { competencyId: 'p', title: 'Pump', open: 4, unlikely: 1, missing: 1.26 };
  expect(classTables([line], '2026-11-23').tables[0]?.rows).toEqual([['Pump', 4, 1, 1.3]]);
});
