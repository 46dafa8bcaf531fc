import type { PastDecisionView } from '@countersign/contracts/reviews/views';
import { entryView } from '../testing/program';
import { decidedRow, decidedTables } from './decided-tables';

it('has a cell for each name of the head, with what was said line by line', () => {
  const one: PastDecisionView = {
    id: 'd',
    kind: 'approved',
    at: 5,
    number: 1,
    entry: entryView({ id: 'e1' }),
  };
  const row = decidedRow(one, {
    ...{ fellow: 'M. Tanaka', forWhom: undefined, what: 'Stellate', became: undefined, selfRatings: [] },
    said: [
      { label: 'Help 4', text: 'stood by' },
      { label: 'Keep doing', text: '=1' },
    ],
  });
  const [table] = decidedTables([row]).tables;
  expect(table?.head).toHaveLength(row.length);
  expect(row).toEqual([
    ...[{ at: 5 }, 'Approved', undefined, 'M. Tanaka', 'Stellate', { on: one.entry.content.performedOn }],
    ...['Help 4: stood by\nKeep doing: =1', undefined, '', 'e1'],
  ]);
});
