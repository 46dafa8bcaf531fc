import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { milestoneCodes } from '@countersign/domain/committee';
import type { CommitteeView } from '@countersign/contracts/dashboards/committee-views';
import { control, pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { competenceRule } from '../testing/program';
import { CommitteePage } from './committee-page';

const view: CommitteeView = {
  ...{ asOf: 1_790_000_000_000, asOfOn: '2026-09-21', programName: 'P', competenceRule },
  ...{ fellow: { id: 'f1', name: 'A. Okafor' }, baseSpecialty: 'Neurology', approved: 213, waiting: 6 },
  requirementSet: {
    ...{ id: 's', title: 'Set', version: 3, source: 'Nobody’s rule' },
    ...{ effectiveOn: '2026-07-01', standing: 'verified', binds: true },
  },
  competencies: [
    {
      ...{ id: 'tfesi', title: 'Lumbar transforaminal', approved: 20, waiting: 1, need: 20, met: true },
      ...{ rulesMet: 4, rules: 4, signed: 'signed', signedOn: '2026-09-01', signOffId: 'so' },
      competence: { state: 'competent', n: 24, target: 0.8 },
    },
    {
      ...{ id: 'pump', title: 'Intrathecal pump', approved: 2, waiting: 0, need: 4, met: false },
      ...{ rulesMet: 1, rules: 4, competence: { state: 'none', n: 0, target: 0.8 } },
      forecast: {
        ...{
          status: 'open',
          endsOn: '2027-06-30',
          earlyOn: '2027-02-12',
          likelyOn: '2027-04-20',
          byEnd: 0.6,
        },
        ...{ shortfall: 0.7, cases: 2, weeks: 19.8, weeksToCome: 27, basis: 'target pace' },
      },
    },
  ],
  ...{ concerns: [], expectedFalse: 0.05, simulations: 2 },
  care: [
    { kind: 'psychology', count: 4, aim: 5 },
    { kind: 'team', count: 3 },
  ],
  remarks: [
    {
      ...{ entryId: 'e', text: 'Dr. Osei saw it too: calm.', kind: 'keep-doing' },
      ...{ by: { id: 'o', name: 'Dr. Osei' }, performedOn: '2026-09-17' },
    },
  ],
  milestones: milestoneCodes.map((code) => ({
    ...{ code, title: `Title of ${code}`, entries: 12, rated: 11, raters: 4 },
    ...(code === 'SBP' ? {} : { suggested: 3 }),
  })),
  decisions: [],
  people: [{ id: 'o', name: 'Dr. Osei' }],
  forecastRecord: { resolved: 0, held: 0, fewest: 30, digits: 0 },
};

let server: SpecServer;
let harness: RouterTestingHarness;
const page = (): HTMLElement => harness.fixture.nativeElement as HTMLElement;
const record = (): HTMLButtonElement | null =>
  page().querySelector('cs-committee-form button[type="submit"]');

async function open(address = '/fellows/f1/committee'): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      ...pageProviders,
      provideRouter(
        [{ path: 'fellows/:fellowId/committee', component: CommitteePage }],
        withComponentInputBinding(),
      ),
    ],
  });
  server = new SpecServer({ '/fellows/f1/committee': view });
  await signIn('director');
  harness = await RouterTestingHarness.create(address);
  await server.settle();
}

async function set(element: Element | null, value: string, event = 'change'): Promise<void> {
  if (!element) throw new Error('nothing to set');
  (element as HTMLInputElement).value = value;
  element.dispatchEvent(new Event(event));
  await server.settle();
}

it('puts volume, rules met, competence and sign-off into one table, the emptiest first', async () => {
  await open();
  const rows = [...page().querySelectorAll('cs-committee-table tbody tr')].map(textIn);
  expect(rows[0]).toBe(
    'Intrathecal pump 2 of 4 1 of 4 not judged yet not yet Feb 12, 2027 to after Jun 30, 2027',
  );
  expect(page().querySelector('.span i')?.className).toBe('open');
  expect(rows[1]).toContain('20 of 20, +1 waiting 4 of 4 at standard n 24');
  expect(rows[1]).toMatch(/signed Sep 1/);
  expect(textIn(page().querySelector('h2'))).toBe('1 of 2 at standard, 1 competency signed');
  expect(textIn(page())).toContain('1 of 2 experiences below their aim');
});

it('fills in no level beforehand, hatches what has too little evidence, and names what is missing', async () => {
  await open();
  const selects = [...page().querySelectorAll<HTMLSelectElement>('cs-committee-form select')];
  expect(selects.map(({ value }) => value)).toEqual(milestoneCodes.map(() => ''));
  expect(page().querySelectorAll('cs-milestone-scale.few')).toHaveLength(1);
  expect(page().querySelector('input[name="cs-outcome"]:checked')).toBeNull();
  expect(textIn(record())).toBe('Choose 11 milestones to record');
  for (const select of selects.slice(0, 9)) await set(select, '3');
  expect(textIn(record())).toBe('Choose PROF and ICS to record');
  for (const select of selects.slice(9)) await set(select, 'later');
  expect(textIn(record())).toBe('Say why PROF differs');
});

it('records the decision with the password, and shows it beside the earlier ones', async () => {
  await open();
  for (const select of page().querySelectorAll('cs-committee-form select')) await set(select, '3');
  page().querySelector<HTMLInputElement>('input[value="continue-with-plan"]')?.click();
  await set(page().querySelector('textarea'), 'Two more months.', 'input');
  page().querySelector<HTMLInputElement>('cs-toggle-chips input')?.click();
  await set(page().querySelector('input[type="password"]'), 'secret', 'input');
  expect(textIn(record())).toBe('Record the decision');
  record()?.click();
  await server.settle();
  const call = server.expect('POST', '/fellows/f1/committee-decisions');
  expect(call.request.body).toMatchObject({
    ...{ outcome: 'continue-with-plan', reason: 'Two more months.', present: ['o'], password: 'secret' },
    milestones: milestoneCodes.map((code) => ({ code, level: 3 })),
  });
  const decision = {
    ...{ id: 'd', at: 1_790_000_000_000, asOfOn: '2026-09-21', by: { id: 'a', name: 'Dr. Amundsen' } },
    ...{ outcome: 'continue-with-plan' as const, reason: 'Two more months.', setTitle: 'Set', setVersion: 3 },
    ...{
      present: [{ id: 'o', name: 'Dr. Osei' }],
      milestones: [{ code: 'PC4' as const, level: 3, suggested: 3 }],
    },
  };
  call.flush({ ...view, decisions: [decision] });
  await server.settle();
  expect(textIn(page().querySelector('article'))).toContain('Continue, with a plan Two more months.');
  expect(textIn(record())).toBe('Choose 11 milestones to record');
});

it('hides raters’ names, in quotes too, and says so in the address', async () => {
  await open();
  expect(textIn(page().querySelector('blockquote'))).toContain('“Dr. Osei saw it too: calm.”');
  control<HTMLButtonElement>(page(), 'button', 'Hide raters’ names').click();
  await server.settle();
  const quote = textIn(page().querySelector('blockquote'));
  expect(quote).toContain('“a supervisor saw it too: calm.” a supervisor');
  expect(quote).not.toContain('Osei');
});
