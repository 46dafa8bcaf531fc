import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AttentionView, ConcernView } from '@countersign/contracts/dashboards/attention-views';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import { control, fakeDialogs, pageProviders, problem, signIn, SpecServer, textIn } from '../testing/page';
import { competenceRule } from '../testing/program';
import { ProgramPage } from './program-page';

const competence = { state: 'learning', n: 12, successes: 9, target: 0.8 } as const;
const cell = (competencyId: string, approved: number, waiting: number) => ({
  ...{ competencyId, approved, waiting, competence, need: competencyId === 'pump' ? 4 : 20 },
  ...{ met: competencyId === 'tfesi' && approved > 19, rulesMet: 2, rules: 4 },
});
const row = (id: string, name: string, approved: number) => ({
  fellow: { id, name },
  ...{ baseSpecialty: 'Neurology', approved: 20, waiting: 3, returned: 1 },
  competencies: [cell('pump', 0, 1), cell('tfesi', approved, 0)],
  groups: [{ groupId: 'epidural', approved, approvedEntries: approved, waiting: 2, waitingEntries: 1 }],
});
const dashboard: DashboardView = {
  ...{
    asOf: 1_790_000_000_000,
    asOfOn: '2026-09-21',
    programName: 'P',
    competenceRule,
  },
  requirementSet: {
    ...{ id: 's', title: 'Example set', version: 1, source: 'Nobody’s rule' },
    ...{ effectiveOn: '2026-07-01', standing: 'example', binds: false },
  },
  otherSets: [],
  competencies: [
    { id: 'pump', title: 'Intrathecal pump', shortTitle: 'Pump', need: 4, place: 1 },
    { id: 'tfesi', title: 'Lumbar transforaminal', shortTitle: 'TFESI', need: 20, place: 0 },
  ],
  groups: [{ id: 'epidural', title: 'Epidurals' }],
  fellows: [row('f1', 'A. Okafor', 17), row('f2', 'B. Ito', 20)],
  approvals: {
    ...{ waitingByAge: [3, 1, 0, 2], medianDaysToDecision: 3 },
    ...{ medianIsAtLeast: true, asked: 46, slow: 9 },
    ...{ decided: 40, returned: 4, late: 5, submitted: 44 },
  },
  waitingFor: [{ supervisor: { id: 's1', name: 'Dr. Osei' }, waiting: 4, oldestDays: 33 }],
};

let server: SpecServer;
let harness: RouterTestingHarness;
const page = (): HTMLElement => harness.fixture.nativeElement as HTMLElement;
const cellAt = (at: string): HTMLAnchorElement | null => page().querySelector(`[data-cell="${at}"]`);

async function open(answers: Record<string, unknown>, address = '/program'): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      ...pageProviders,
      provideRouter(
        [
          { path: 'program', component: ProgramPage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  server = new SpecServer(answers);
  await signIn('director');
  harness = await RouterTestingHarness.create(address);
  document.body.append(page());
  await server.settle();
}
afterEach(() => page().remove());

async function show(look: string): Promise<void> {
  control<HTMLButtonElement>(page(), 'button', look).click();
  await server.settle();
}

it('shows the same numbers as map, as table and as groups, each a link to its entries', async () => {
  await open({ '/dashboard': dashboard });
  const path = '/fellows/f1/competencies/tfesi';
  expect(cellAt('0-1')?.getAttribute('href')).toBe(path);
  expect(textIn(cellAt('0-1'))).toContain('A. Okafor, Lumbar transforaminal: 17 of 20 approved');
  await show('Table');
  const table = page().querySelector('cs-competency-table table');
  expect(table?.querySelector(`a[href="${path}"]`)?.textContent).toBe('17');
  expect(textIn(table)).toContain('+1 waiting');
  expect([...(table?.querySelectorAll('tbody th') ?? [])].map(textIn)).toEqual([
    'Intrathecal pump',
    'Lumbar transforaminal',
  ]);
  await show('Groups');
  expect(textIn(page().querySelector('.panel h2'))).toBe(
    'Every fellow has approved procedures in every group',
  );
  const links = [...page().querySelectorAll('cs-group-table td a')].map((link) => link.getAttribute('href'));
  expect(links[0]).toBe('/fellows/f1/entries?groupId=epidural&state=approved&simulation=false');
  expect(links[1]).toBe('/fellows/f1/entries?groupId=epidural&state=submitted&simulation=false');
});

it('Counting (p): says how approvals go, waiting included, and for whom entries wait', async () => {
  await open({ '/dashboard': dashboard });
  expect(textIn(page().querySelector('cs-approval-panel'))).toContain('2 of 6 wait longer than 14 days');
  expect(textIn(page().querySelector('aside'))).toContain('4 for Dr. Osei');
  const panel = textIn(page().querySelector('cs-approval-panel'));
  expect(panel).toContain('Median time to a decision at least 3 days');
  expect(panel).toContain('Longer than 14 days, waiting included 9 of 46');
});

it('says how many kept texts the privacy guard would stop, and leads to them', async () => {
  const stopped = { total: 3, done: true, fields: [], texts: [] };
  await open({ '/dashboard': dashboard, '/stopped-texts': stopped });
  expect(textIn(page().querySelector('.cs-note'))).toContain(
    'The privacy guard would stop 3 kept texts now.',
  );
  expect(page().querySelector('.cs-note a')?.getAttribute('href')).toBe('/words-to-look-at');
});

it('says nothing of kept texts when the guard would stop none', async () => {
  const none = { total: 0, done: true, fields: [], texts: [] };
  await open({ '/dashboard': dashboard, '/stopped-texts': none });
  expect(page().querySelector('.cs-note')).toBeNull();
});

it('is walked with arrows, and whoever comes back stands where they left', async () => {
  await open({ '/dashboard': dashboard });
  expect(cellAt('0-0')?.tabIndex).toBe(0);
  for (const key of ['ArrowDown', 'End', 'ArrowDown']) {
    page().querySelector('cs-heat-grid')?.dispatchEvent(new KeyboardEvent('keydown', { key }));
    await server.settle();
  }
  expect(document.activeElement).toBe(cellAt('1-1'));
  // As if into a new tab: the page stays, and jsdom opens none.
  page().addEventListener('click', (event) => event.preventDefault(), { once: true });
  cellAt('1-1')?.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true }));
  await show('Table');
  await show('Map');
  expect(document.activeElement).toBe(cellAt('1-1'));
});

it('keeps the last numbers on the screen while newer ones fail, and says so', async () => {
  await open({ '/dashboard': dashboard });
  delete server.answers['/dashboard'];
  (harness.routeDebugElement?.componentInstance as { read: { reload(): void } }).read.reload();
  await server.settle();
  server.expect('GET', '/dashboard').flush(problem('server/busy', 503), { status: 503, statusText: 'busy' });
  await server.settle();
  expect(textIn(page().querySelector('cs-loading cs-problem'))).toContain('The server is busy.');
  expect(cellAt('0-1')).not.toBeNull();
});

it('says that there are no fellows rather than drawing an empty map', async () => {
  await open({ '/dashboard': { ...dashboard, fellows: [], waitingFor: [] } });
  expect(page().querySelector('table')).toBeNull();
  expect(textIn(page())).toContain('No fellows in this program today');
});

it('keeps in the address how it is shown, and says the order in which the columns stand', async () => {
  await open({ '/dashboard': dashboard }, '/program?order=set&show=table');
  const titles = () => [...page().querySelectorAll('cs-competency-table tbody th')].map(textIn);
  expect(titles()).toEqual(['Lumbar transforaminal', 'Intrathecal pump']);
  expect(textIn(page().querySelector('.order'))).toBe(
    'Competencies: as in the requirements. Fellows: by name.',
  );
  await show('Emptiest first');
  expect(TestBed.inject(Router).url).toBe('/program?show=table');
  expect(titles()).toEqual(['Intrathecal pump', 'Lumbar transforaminal']);
});

it('tells a met minimum from a full count by a check of its own', async () => {
  await open({ '/dashboard': dashboard });
  expect(cellAt('1-1')?.querySelector('.met')).not.toBeNull();
  expect(cellAt('0-1')?.querySelector('.met')).toBeNull();
  expect(textIn(cellAt('0-1'))).toContain('2 of 4 rules met');
  await show('Table');
  expect(textIn(page().querySelector('cs-competency-table'))).toContain('2 of 4 rules met');
});

describe('What needs a look', () => {
  const concern: ConcernView = {
    ...{
      reason: 'concern-low' as const,
      severity: 3 as const,
      competencyId: 'tfesi',
      title: 'Lumbar transforaminal',
    },
    ...{
      basis: 'cases 20',
      competence: { state: 'concern_low' as const, n: 21, target: 0.8, pAtLeastTarget: 0.001 },
    },
  };
  const attention: AttentionView = {
    asOfOn: '2026-09-21',
    lines: [{ fellow: { id: 'f1', name: 'A. Okafor' }, concerns: [concern] }],
    quiet: [{ id: 'f2', name: 'B. Ito' }],
    dismissed: [],
    forecasts: [
      { fellowId: 'f1', competencyId: 'pump', byEnd: 0.31, shortfall: 1.9, need: 4, count: 0 },
      { fellowId: 'f2', competencyId: 'pump', byEnd: 0.9, shortfall: 0.1, need: 4, count: 3 },
    ],
    expectedFalse: {
      ...{ alarms: 0.4, silences: 0, total: 0.4, monitoredCases: 326 },
      ...{ casesPerFalseAlarm: 816, watchedForSilence: 0 },
    },
  };

  it('says why, how sure that is, who has no line, and how many lines chance would raise', async () => {
    await open({ '/dashboard': dashboard, '/attention': attention });
    const panel = textIn(page().querySelector('cs-attention-panel'));
    expect(panel).toContain('1 of 2 fellows is worth a look');
    expect(panel).toContain('after 21 judged cases the chart has not signaled');
    expect(panel).toContain('the chance that the rate is now 80 % or more is under 1 %');
    expect(panel).toContain('No line: B. Ito');
    expect(panel).toContain('Expected false flags: 0.4.');
  });

  it('draws on the map who is less likely than not to reach a target, and sums what is missing', async () => {
    await open({ '/dashboard': dashboard, '/attention': attention });
    expect(cellAt('0-0')?.querySelector('.unlikely')).not.toBeNull();
    expect(cellAt('1-0')?.querySelector('.unlikely')).toBeNull();
    expect(textIn(page().querySelector('cs-class-forecast h2'))).toBe(
      'About 2 cases are expected to be missing by the end of training, most in Intrathecal pump',
    );
  });

  it('is set aside with a note, and shown as such on ask', async () => {
    fakeDialogs();
    await open({ '/dashboard': dashboard, '/attention': attention });
    control<HTMLButtonElement>(page(), 'button', 'Set aside: A. Okafor Lumbar transforaminal').click();
    await server.settle();
    const note = page().querySelector('textarea');
    if (!note) throw new Error('no note to write');
    note.value = 'Talked about it.';
    note.dispatchEvent(new Event('input'));
    page().querySelector('dialog form')?.dispatchEvent(new Event('submit'));
    await server.settle();
    const call = server.expect('POST', '/attention-dismissals');
    expect(call.request.body).toMatchObject({
      ...{ fellowId: 'f1', competencyId: 'tfesi', reason: 'concern-low', basis: 'cases 20' },
      note: 'Talked about it.',
    });
    const aside = {
      ...{ ...concern, id: 'd', at: 1_790_000_000_000, note: 'Talked about it.' },
      ...{ fellow: { id: 'f1', name: 'A. Okafor' }, by: { id: 'amundsen', name: 'Dr. Amundsen' } },
    };
    call.flush({ ...attention, lines: [], quiet: [], dismissed: [aside] });
    await server.settle();
    expect(textIn(page().querySelector('cs-attention-panel details'))).toContain('“Talked about it.”');
  });
});
