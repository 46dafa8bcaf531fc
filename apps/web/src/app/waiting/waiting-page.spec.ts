import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { WaitingListView } from '@countersign/contracts/reviews/waiting-views';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { WaitingPage } from './waiting-page';
import { waitingTables } from './waiting-tables';

const entry = (id: string) => ({
  ...{ id, revision: 3, performedOn: '2026-11-20', itemNames: ['Stellate'] },
  ...{ fellow: { id: 'tanaka', name: 'M. Tanaka' }, submittedAt: Date.parse('2026-11-20T12:00:00Z') },
});
const view: WaitingListView = {
  groups: [
    { supervisor: { id: 'osei', name: 'Dr. Osei' }, left: true, entries: [entry('e1'), entry('e2')] },
    { supervisor: { id: 'rao', name: 'Dr. Rao' }, left: false, entries: [entry('e3')] },
  ],
  supervisors: [{ id: 'rao', name: 'Dr. Rao' }],
};

let server: SpecServer;
let fixture: ComponentFixture<WaitingPage>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const button = (start: string): HTMLButtonElement => {
  const found = [...page().querySelectorAll('button')].find((one) => textIn(one).startsWith(start));
  if (!found) throw new Error(`no button ${start}`);
  return found;
};

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  server = new SpecServer({ '/waiting': view });
  await signIn('director');
  fixture = TestBed.createComponent(WaitingPage);
  document.body.append(page());
  await server.settle();
});
afterEach(() => page().remove());

it('marks who left, and hands all that waits for them over by one act', async () => {
  const [left] = page().querySelectorAll('fieldset');
  expect(textIn(left?.querySelector('legend') ?? null)).toContain('left the program');
  left?.querySelector<HTMLInputElement>('legend input')?.click();
  const to = page().querySelector('select');
  if (!to) throw new Error('nobody to choose');
  to.value = 'rao';
  to.dispatchEvent(new Event('change'));
  await server.settle();
  button('Hand over these 2').click();
  await server.settle();
  const call = server.expect('POST', '/reassignments');
  expect(call.request.body).toEqual({
    entries: ['e1', 'e2'].map((id) => ({ id, revision: 3, toId: 'rao' })),
  });
  call.flush({ ...view, groups: [] });
  await server.settle();
  expect(textIn(page())).toContain('Nothing waits');
});

it('lets the director say who decides when nobody does', async () => {
  const [, who] = page().querySelectorAll('select');
  if (!who) throw new Error('nobody to choose');
  who.value = 'rao';
  who.dispatchEvent(new Event('change'));
  button('Keep this rule').click();
  await server.settle();
  const call = server.expect('PUT', '/fallback');
  expect(call.request.body).toEqual({ fallback: { personId: 'rao', afterDays: 14 } });
  call.flush(view);
});

it('is taken along entry by entry, with days as days', () => {
  const [table] = waitingTables(view, Date.parse('2026-11-23T18:00:00Z')).tables;
  expect(table?.rows).toHaveLength(3);
  expect(table?.rows[0]).toEqual([
    ...['Dr. Osei', 'yes', 'M. Tanaka', 'Stellate', { on: '2026-11-20' }],
    ...[{ at: Date.parse('2026-11-20T12:00:00Z') }, 3, undefined, 'e1'],
  ]);
});
