import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { MembersView, MemberView } from '@countersign/contracts/people/views';
import { pageProviders, problem, signIn, SpecServer, textIn } from '../testing/page';
import { provideRouter } from '@angular/router';
import { PeoplePage } from './people-page';
import { peopleTables } from './people-tables';

const held = { id: 'r1', fromOn: '2026-07-01', toOn: '2027-06-30', mayChange: true } as const;
const member = (change: Partial<MemberView>): MemberView => ({
  ...{ id: 'one', name: 'M. Tanaka', email: 'one@x.example', baseSpecialty: 'Psychiatry' },
  ...{ anotherPerson: false, disabled: false, mayChange: true, waiting: 0, access: { state: 'password' } },
  roles: [{ ...held, role: 'fellow', cohort: '2026–27', tenure: 'in-force' }],
  ...change,
});
const view: MembersView = {
  today: '2026-11-23',
  people: [
    member({}),
    member({
      ...{ id: 'two', email: 'two@x.example', anotherPerson: true, waiting: 3, disabled: true },
      roles: [{ ...held, id: 'r2', role: 'supervisor', tenure: 'to-come' }],
    }),
    member({ id: 'three', name: 'N. Olsen', left: true }),
  ],
  supervisors: [],
  mayGive: ['fellow', 'staff'],
};

let server: SpecServer;
let fixture: ComponentFixture<PeoplePage>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const button = (name: string): HTMLButtonElement => {
  const found = [...page().querySelectorAll('button')].find((one) => textIn(one) === name);
  if (!found) throw new Error(`no button ${name}`);
  return found;
};

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  server = new SpecServer({ '/people': view });
  await signIn('director');
  fixture = TestBed.createComponent(PeoplePage);
  await server.settle();
});

it('lists people by name with roles and days; the second of one name is another person', () => {
  const lines = [...page().querySelectorAll('ul[aria-label^="Everybody"] > li')].map(textIn);
  expect(lines).toHaveLength(3);
  expect(lines[2]).toContain('N. Olsen (left the program)');
  expect(lines[0]).toContain('Fellow, 2026–27: since Jul 1, 2026, until Jun 30, 2027');
  expect(lines[0]).not.toContain('another person');
  for (const words of ['Supervisor: from Jul 1, 2026', 'another person', 'account closed', '3 waiting'])
    expect(lines[1]).toContain(words);
});

it('says what is missing of somebody who is added, and at which field the server refuses', async () => {
  button('Add a person').click();
  await server.settle();
  button('Add').click();
  await server.settle();
  server.expectNone('POST');
  for (const words of ['Type the name.', 'Choose a role.', 'Choose the last day.'])
    expect(textIn(page())).toContain(words);
  const fill = (label: string, value: string) => {
    const field = [...page().querySelectorAll('cs-field')].find(
      (one) => textIn(one.querySelector('label')) === label,
    );
    const control = field?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
    if (!control) throw new Error(`no field ${label}`);
    control.value = value;
    control.dispatchEvent(new Event('input'));
    control.dispatchEvent(new Event('change'));
  };
  fill('Name', 'Nora Bell');
  fill('Work e-mail', 'nora@x.example');
  fill('Role', 'staff');
  fill('Last day', '2027-06-30');
  await server.settle();
  button('Add').click();
  await server.settle();
  const call = server.expect('POST', '/people');
  expect(call.request.body).toMatchObject({
    ...{ name: 'Nora Bell', email: 'nora@x.example' },
    role: { role: 'staff', fromOn: '2026-11-23', toOn: '2027-06-30' },
  });
  const errors = [{ pointer: '/email', code: 'people/email-taken', title: 'Taken.' }];
  call.flush(problem('people/email-taken', 409, errors), { status: 409, statusText: 'Conflict' });
  await server.settle();
  expect(textIn(page())).toContain('Somebody has this e-mail already.');
});

it('is taken along role by role; one without a last day has none', () => {
  const open = member({ roles: [{ ...held, role: 'director', toOn: '2999-12-31', tenure: 'in-force' }] });
  const [table] = peopleTables({ ...view, people: [...view.people, open] }).tables;
  expect(table?.rows[0]).toEqual([
    ...['M. Tanaka', 'one@x.example', 'Psychiatry', 'Fellow', '2026–27', { on: '2026-07-01' }],
    ...[{ on: '2027-06-30' }, 'in force', 0, 'no'],
  ]);
  expect(table?.rows.map((row) => [row[0], row[3], row[6]])).toEqual([
    ['M. Tanaka', 'Fellow', { on: '2027-06-30' }],
    ['M. Tanaka', 'Supervisor', { on: '2027-06-30' }],
    ['N. Olsen (left the program)', 'Fellow', { on: '2027-06-30' }],
    ['M. Tanaka', 'Program director', undefined],
  ]);
});
