import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { DelegationsView } from '@countersign/contracts/delegations/views';
import { pageProviders, problem, signIn, SpecServer, textIn } from '../testing/page';
import { StandingInPage } from './standing-in-page';

const people = { lindqvist: 'Dr. Lindqvist', osei: 'Dr. Osei', rao: 'Dr. Rao' };
const person = (id: keyof typeof people) => ({ id, name: people[id] });
const offered = {
  ...{ id: 'd1', supervisor: person('osei'), delegate: person('lindqvist') },
  ...{ fromOn: '2026-11-23', toOn: '2026-11-30', state: 'offered' as const, mayAnswer: true, mayEnd: true },
};
const view: DelegationsView = {
  today: '2026-11-23',
  delegations: [offered],
  supervisors: [person('lindqvist'), person('osei'), person('rao')],
  forOthers: false,
};

let server: SpecServer;
let fixture: ComponentFixture<StandingInPage>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const button = (start: string): HTMLButtonElement => {
  const found = [...page().querySelectorAll('button')].find((one) => textIn(one).startsWith(start));
  if (!found) throw new Error(`no button ${start}`);
  return found;
};
const choose = (label: string, value: string): void => {
  const fields = [...page().querySelectorAll('cs-field')];
  const field = fields.find((one) => textIn(one.querySelector('label')) === label);
  const control = field?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
  if (!control) throw new Error(`no field ${label}`);
  control.value = value;
  control.dispatchEvent(new Event('change'));
};

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: pageProviders });
  server = new SpecServer({ '/delegations': view });
  await signIn('supervisor');
  fixture = TestBed.createComponent(StandingInPage);
  document.body.append(page());
  await server.settle();
});
afterEach(() => page().remove());

it('shows what was offered to me, and I accept', async () => {
  expect(textIn(page().querySelector('ul h2'))).toBe('Dr. Lindqvist for Dr. Osei');
  button('Accept').click();
  await server.settle();
  const call = server.expect('POST', '/delegations/d1/answer');
  expect(call.request.body).toEqual({ kind: 'accepted' });
  call.flush({
    ...view,
    delegations: [{ ...offered, state: 'accepted', mayAnswer: false }],
  });
  await server.settle();
  expect(textIn(page().querySelector('ul .cs-pill'))).toBe('Agreed');
  expect(textIn(button('End it'))).toContain('Dr. Lindqvist for Dr. Osei');
});

it('asks somebody for days, says what is missing and what is refused', async () => {
  button('Ask them').click();
  await server.settle();
  server.expectNone('POST');
  expect(textIn(page())).toContain('Choose the last day.');
  choose('Who stands in', 'rao');
  choose('Last day', '2026-12-01');
  button('Ask them').click();
  await server.settle();
  const call = server.expect('POST', '/delegations');
  expect(call.request.body).toMatchObject({ delegateId: 'rao', fromOn: '2026-11-23', toOn: '2026-12-01' });
  const errors = [{ pointer: '/fromOn', code: 'delegation/overlap', title: 'Taken.' }];
  call.flush(problem('delegation/overlap', 409, errors), { status: 409, statusText: 'Conflict' });
  await server.settle();
  expect(textIn(page())).toContain('Somebody stands in on one of these days already.');
});
