import type { ScheduleView } from '@countersign/contracts/schedule/views';
import { yearTables } from './year-tables';

const days = { fromOn: '2026-07-01', toOn: '2026-09-30' };
const view: ScheduleView = {
  today: '2026-11-23',
  sites: [{ id: 's', name: 'Harbor', setting: 'clinic' }],
  fellows: [
    {
      ...{ id: 'f', name: 'A. Okafor', fromOn: '2026-07-01', toOn: '2027-06-30' },
      rotations: [{ ...days, id: 'r', siteId: 's', name: 'Clinic', service: 80, procedureDays: 3 }],
      leave: [{ ...days, id: 'l', kind: 'vacation' }],
    },
  ],
};

it('tells who is where and who is away, past stretches too, with days as days', () => {
  const { tables } = yearTables(view);
  const [from, through] = [{ on: '2026-07-01' }, { on: '2026-09-30' }];
  expect(tables.map(({ rows }) => rows)).toEqual([
    [['A. Okafor', 'Clinic', 'Harbor', from, through, 80, 3]],
    [['A. Okafor', 'Vacation', from, through]],
    [['A. Okafor', from, { on: '2027-06-30' }]],
  ]);
});
