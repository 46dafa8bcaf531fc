import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type {
  ProgramQualificationsView,
  QualificationsView,
  QualificationView,
} from '@countersign/contracts/qualifications/views';
import { pageProviders, problem, signIn, SpecServer, textIn } from '../testing/page';
import { ProgramQualificationsPage } from './program-qualifications-page';
import { ownTables, programTables } from './qualification-tables';
import { QualificationsPage } from './qualifications-page';

type Change = { [Field in keyof QualificationView]?: QualificationView[Field] | undefined };
const one = (change: Change = {}): QualificationView => ({
  ...{ id: 'q1', kind: 'medical-license', issuer: 'Board of Northland', jurisdiction: 'Northland' },
  ...{ standing: 'granted', expiresOn: '2026-12-23', state: 'expiring', days: 30, revision: 3 },
  ...{ changedBy: { id: 'tanaka', name: 'M. Tanaka' }, changedAt: Date.parse('2026-11-20T18:00:00Z') },
  ...(change as Partial<QualificationView>),
});
const view: QualificationsView = {
  ...{ today: '2026-11-23', fellow: { id: 'tanaka', name: 'M. Tanaka' }, mayKeep: true },
  qualifications: [
    one(),
    one({ id: 'q2', kind: 'other', title: 'Fluoroscopy course', expiresOn: undefined, state: 'valid' }),
    one({ id: 'q3', state: 'ended' }),
  ],
};

let server: SpecServer;
let fixture: ComponentFixture<QualificationsPage | ProgramQualificationsPage>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const press = (name: string): void => {
  const found = [...page().querySelectorAll('button')].find((button) => textIn(button).startsWith(name));
  if (!found) throw new Error(`no button ${name}`);
  found.click();
};
const fill = (label: string, value: string): void => {
  const field = [...page().querySelectorAll('cs-field')].find(
    (each) => textIn(each.querySelector('label')) === label,
  );
  const control = field?.querySelector<HTMLInputElement>('input, select, textarea');
  if (!control) throw new Error(`no field ${label}`);
  control.value = value;
  control.dispatchEvent(new Event('input'));
  control.dispatchEvent(new Event('change'));
};

const open = async (shown: QualificationsView): Promise<void> => {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  server = new SpecServer({ '/fellows/tanaka/qualifications': shown });
  await signIn();
  fixture = TestBed.createComponent(QualificationsPage);
  await server.settle();
};

it('says what expires, by whom each is given and where it stands; what was taken off stands below', async () => {
  await open(view);
  expect(textIn(page().querySelector('.cs-note'))).toBe('1 qualification expires within 90 days.');
  const [held, ended] = [...page().querySelectorAll('section')].map(textIn);
  expect(held).toContain('Medical license');
  expect(held).toContain('Board of Northland, Northland');
  expect(held).toContain('expires in 30 days');
  expect(held).toContain('Fluoroscopy course');
  expect(ended).toContain('off the list');
});

it('asks for what is missing, sends no number and no empty field, and says what the server refuses', async () => {
  await open(view);
  press('Add one');
  await server.settle();
  fill('Kind', 'board-certification');
  await server.settle();
  press('Save');
  await server.settle();
  server.expectNone('POST');
  expect(textIn(page())).toContain('Choose the specialty of the board.');
  expect(textIn(page())).toContain('Type who gives it.');
  fill('Specialty', 'pain-medicine');
  fill('Given by', ' Council of Specialties ');
  fill('Last day', '2026-01-01');
  fill('Holds from', '2026-02-01');
  await server.settle();
  press('Save');
  await server.settle();
  const call = server.expect('POST', '/fellows/tanaka/qualifications');
  expect(call.request.body).toEqual({
    ...{
      id: expect.any(String),
      kind: 'board-certification',
      specialty: 'pain-medicine',
      standing: 'granted',
    },
    ...{ issuer: 'Council of Specialties', fromOn: '2026-02-01', expiresOn: '2026-01-01' },
  });
  const errors = [{ pointer: '/expiresOn', code: 'qualification/reversed', title: 'Reversed.' }];
  call.flush(problem('qualification/reversed', 400, errors), { status: 400, statusText: 'Bad' });
  await server.settle();
  expect(textIn(page())).toContain('It would expire before it begins.');
});

it('renews one as it was seen, and reads it again where somebody was faster', async () => {
  await open(view);
  press('Renew or change');
  await server.settle();
  fill('Last day', '2028-12-23');
  press('Save');
  await server.settle();
  const call = server.expect('PUT', '/fellows/tanaka/qualifications/q1');
  expect(call.request.headers.get('If-Match')).toBe('"3"');
  expect(call.request.body).toMatchObject({ kind: 'medical-license', expiresOn: '2028-12-23' });
  call.flush(problem('qualification/changed', 412), { status: 412, statusText: 'Failed' });
  server.answers['/fellows/tanaka/qualifications'] = {
    ...view,
    qualifications: [one({ revision: 4, expiresOn: '2029-01-01', state: 'valid', days: undefined })],
  };
  await server.settle();
  expect(textIn(page())).toContain('through Jan 1, 2029');
  expect(textIn(page())).toContain('Somebody changed this');
});

it('is for reading alone where the training is over', async () => {
  await open({ ...view, mayKeep: false });
  const names = [...page().querySelectorAll('button')].map(textIn);
  expect(names.filter((name) => /Add|Renew|Take off/.test(name) && name !== 'Take it off')).toEqual([]);
});

it('shows the fellows of a program as they come, and only what was chosen', async () => {
  const { revision: _r, changedBy: _b, changedAt: _a, ...line } = one();
  const program: ProgramQualificationsView = {
    today: '2026-11-23',
    fellows: [
      { fellow: { id: 'a', name: 'R. Delacroix' }, qualifications: [{ ...line, state: 'expired', days: 2 }] },
      { fellow: { id: 'b', name: 'M. Tanaka' }, qualifications: [line] },
      { fellow: { id: 'c', name: 'N. Olsen' }, qualifications: [] },
    ],
  };
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  server = new SpecServer({ '/qualifications': program });
  await signIn('coordinator');
  fixture = TestBed.createComponent(ProgramQualificationsPage);
  await server.settle();
  const names = () => [...page().querySelectorAll('a.who')].map(textIn);
  expect(names()).toEqual(['R. Delacroix', 'M. Tanaka', 'N. Olsen']);
  expect(textIn(page().querySelector('header'))).toContain(
    '3 fellows. 1 qualification has expired, 1 expires within 90 days.',
  );
  press('Expired or soon');
  await server.settle();
  expect(names()).toEqual(['R. Delacroix', 'M. Tanaka']);
  fill('Kind', 'life-support');
  await server.settle();
  expect(names()).toEqual([]);
  expect(textIn(page())).toContain('None of these');

  const [table] = programTables(program).tables;
  expect(table?.rows.map((row) => [row[0], row[7], row[8]])).toEqual([
    ['R. Delacroix', { on: '2026-12-23' }, 'expired'],
    ['M. Tanaka', { on: '2026-12-23' }, 'expires soon'],
    ['N. Olsen', undefined, undefined],
  ]);
  expect(ownTables(view).tables[0]?.rows.map((row) => row.at(-2))).toEqual([
    ...['expires soon', 'valid', 'off the list'],
  ]);
});
