import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import { control, pageProviders, problem, signIn, SpecServer, textIn } from '../testing/page';
import { competenceRule } from '../testing/program';
import { ProgramPage } from './program-page';

const competence = { state: 'learning', n: 12, successes: 9, target: 0.8 } as const;
const cell = (competencyId: string, approved: number, waiting: number) => ({
  ...{ competencyId, approved, waiting, competence, need: competencyId === 'pump' ? 4 : 20 },
  met: false,
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
    { id: 'pump', title: 'Intrathecal pump', shortTitle: 'Pump', need: 4 },
    { id: 'tfesi', title: 'Lumbar transforaminal', shortTitle: 'TFESI', need: 20 },
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
let fixture: ComponentFixture<ProgramPage>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const cellAt = (at: string): HTMLAnchorElement | null => page().querySelector(`[data-cell="${at}"]`);

async function open(answers: Record<string, unknown>): Promise<void> {
  TestBed.configureTestingModule({
    providers: [...pageProviders, provideRouter([{ path: '**', children: [] }])],
  });
  server = new SpecServer(answers);
  await signIn('director');
  fixture = TestBed.createComponent(ProgramPage);
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
  cellAt('1-1')?.click();
  await show('Table');
  await show('Map');
  expect(document.activeElement).toBe(cellAt('1-1'));
});

it('keeps the last numbers on the screen while newer ones fail, and says so', async () => {
  await open({ '/dashboard': dashboard });
  delete server.answers['/dashboard'];
  (fixture.componentInstance as unknown as { read: { reload(): void } }).read.reload();
  await server.settle();
  server.expect('GET', '/dashboard').flush(problem('server/busy', 503), { status: 503, statusText: 'busy' });
  await server.settle();
  expect(textIn(page().querySelector('cs-problem'))).toContain('The server is busy.');
  expect(cellAt('0-1')).not.toBeNull();
});

it('says that there are no fellows rather than drawing an empty map', async () => {
  await open({ '/dashboard': { ...dashboard, fellows: [], waitingFor: [] } });
  expect(page().querySelector('table')).toBeNull();
  expect(textIn(page())).toContain('No fellows in this program today');
});
