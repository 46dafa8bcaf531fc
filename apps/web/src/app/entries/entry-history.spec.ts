import type { HistoryEventView } from '@countersign/contracts/entries/history-views';
import { control, problem, textIn } from '../testing/page';
import { entryView } from '../testing/program';
import { open, page, server, startPage } from './testing';

beforeEach(startPage);

const by = { id: 'lindqvist', name: 'Dr. Lindqvist' };
const items = [{ itemId: 'esi-tf-lumbar', itemName: 'Epidural' }];
const events: HistoryEventView[] = [
  {
    ...{ seq: 4, at: Date.UTC(2026, 10, 20, 18), action: 'entry.submitted', number: 1, bare: false, items },
    ...{ by: { id: 'tanaka', name: 'M. Tanaka' }, from: 'draft', to: 'submitted' },
    changes: [
      { pointer: '/painCategory', values: { before: 'cancer', after: 'chronic' } },
      { pointer: '/siteId', values: { before: 'Northgate ASC', after: 'Main clinic' } },
    ],
    removed: [{ pointer: '/caseLabel', at: Date.UTC(2026, 10, 23, 18) }],
  },
  {
    ...{
      seq: 9,
      at: Date.UTC(2026, 10, 21, 18),
      action: 'entry.returned',
      number: 1,
      bare: false,
      items,
      by,
    },
    ...{ from: 'submitted', to: 'returned', changes: [] },
    decision: { kind: 'returned', by, at: 1, undone: false, reasonText: 'You assisted.' },
  },
];

const lines = (): string[] => [...page().querySelectorAll('cs-entry-history li')].map(textIn);

it('is asked for when it is opened, and tells every step with who, when, old and new, the newest first', async () => {
  await open(entryView({ state: 'returned' }));
  server.expectNone('GET');
  const details = page().querySelector('cs-entry-history details');
  if (!(details instanceof HTMLDetailsElement)) throw new Error('there is no history');
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  server.answers['/entries/e1/history'] = { events };
  await server.settle();
  const [returned, submitted] = lines();
  expect(returned).toContain('Returned, version 1 · Waiting → Returned');
  expect(returned).toContain('Dr. Lindqvist');
  expect(returned).toContain('Why: You assisted.');
  expect(submitted).toContain('Northgate ASC → Main clinic');
  expect(submitted).toContain('Case label: removed');
  expect(submitted).toContain('no. 4 of the log');
});

it('gives a receipt of the steps, and says when nothing is signed yet', async () => {
  await open(entryView({ state: 'submitted' }));
  const details = page().querySelector<HTMLDetailsElement>('cs-entry-history details');
  if (!details) throw new Error('there is no history');
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  server.answers['/entries/e1/history'] = { events };
  await server.settle();
  control<HTMLButtonElement>(page(), 'cs-entry-history button', 'Receipt').click();
  await server.settle();
  const refusal = problem('record/not-signed-yet', 409);
  server
    .expect('GET', '/entries/e1/receipt')
    .flush(Uint8Array.from(new TextEncoder().encode(JSON.stringify(refusal))).buffer, {
      status: 409,
      statusText: 'Conflict',
      headers: { 'content-type': 'application/problem+json' },
    });
  await server.settle();
  expect(textIn(page().querySelector('cs-entry-history'))).toContain(
    'No signed checkpoint covers this entry yet.',
  );
});
