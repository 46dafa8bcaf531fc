import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { pageProviders, problem, signIn, SpecServer, textIn } from '../testing/page';
import { ProgressPage } from './progress-page';
import { progressTables } from './progress-tables';
import { progress } from './testing';

let server: SpecServer;
let fixture: ComponentFixture<ProgressPage>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const linksIn = (selector: string): (string | null)[] =>
  [...page().querySelectorAll(`${selector} a`)].map((link) => link.getAttribute('href'));

async function open(
  role: 'fellow' | 'director',
  { fellowId, answers }: { fellowId?: string; answers: Record<string, unknown> },
): Promise<void> {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  server = new SpecServer(answers);
  await signIn(role);
  fixture = TestBed.createComponent(ProgressPage);
  if (fellowId !== undefined) fixture.componentRef.setInput('fellowId', fellowId);
  await server.settle();
}

it('shows a fellow their own standing: what is open first, drafts too, every number a link', async () => {
  await open('fellow', { answers: { '/fellows/tanaka/progress': progress } });
  expect(textIn(page().querySelector('h1'))).toBe('My progress');
  expect(textIn(page())).toContain('1 of 2 competencies have every rule met');
  expect([...page().querySelectorAll('.competencies h3 a')].map(textIn)).toEqual([
    'Lumbar transforaminal',
    'Intrathecal pump',
  ]);
  expect(linksIn('.counts')).toEqual([
    '/entries?state=approved',
    '/entries?state=submitted',
    '/entries?state=returned',
    '/entries?state=draft',
  ]);
  expect(linksIn('.rules')[1]).toBe('/progress/tfesi#rule-1');
  expect(linksIn('.groups')).toEqual([
    '/entries?groupId=epidural&state=approved&simulation=false',
    '/entries?groupId=epidural&state=submitted&simulation=false',
    '/entries?groupId=clinic&state=approved&simulation=false',
  ]);
});

it('names what to look for next, and how many of the lights chance alone would set', async () => {
  const forecast = {
    ...{ status: 'open', endsOn: '2027-06-30', earlyOn: '2026-12-02', lateOn: '2027-01-25', byEnd: 0.4 },
  } as const;
  const [pump, tfesi] = progress.competencies;
  if (!pump || !tfesi) throw new Error('there are two competencies');
  const view = {
    ...progress,
    competencies: [
      { ...pump, forecast: { ...forecast, byEnd: 0.9 } },
      { ...tfesi, forecast },
    ],
    falseLights: { lights: 12, signals: 0.43, alarms: 0.12 },
  };
  await open('fellow', { answers: { '/fellows/tanaka/progress': view } });
  expect(textIn(page().querySelector('.next'))).toBe(
    'Look for next: Lumbar transforaminal 3 of 20, Dec 2 to Jan 25, 2027',
  );
  expect(textIn(page())).toContain(
    'Of 12 lights that say something, at most 0.4 would be at standard by chance',
  );
  expect([...page().querySelectorAll('.dates')].map(textIn)).toEqual([
    'Dec 2 to Jan 25, 2027',
    'Dec 2 to Jan 25, 2027',
  ]);
});

it('Counting (m): says in how many entries the procedures of a group are, for that many lines open', async () => {
  await open('fellow', { answers: { '/fellows/tanaka/progress': progress } });
  expect([...page().querySelectorAll('.groups a')].map(textIn)).toEqual([
    '120 procedures in 116 entries',
    '+2',
    '9',
  ]);
});

it('shows a director the fellow by name, without the drafts', async () => {
  await open('director', { fellowId: 'tanaka', answers: { '/fellows/tanaka/progress': progress } });
  expect(textIn(page().querySelector('h1'))).toBe('M. Tanaka');
  expect(linksIn('.counts')).toEqual([
    '/fellows/tanaka/entries?state=approved',
    '/fellows/tanaka/entries?state=submitted',
    '/fellows/tanaka/entries?state=returned',
  ]);
});

it('says why there is nothing to show, and tries again on request', async () => {
  await open('director', { fellowId: 'stranger', answers: {} });
  server
    .expect('GET', '/fellows/stranger/progress')
    .flush(problem('people/not-found', 404), { status: 404, statusText: 'none' });
  await server.settle();
  expect(textIn(page().querySelector('cs-problem'))).toContain('Title of people/not-found.');
  page().querySelector<HTMLButtonElement>('cs-problem button')?.click();
  await server.settle();
  server.expect('GET', '/fellows/stranger/progress');
});

it('is taken along with the days by which a number is reached, and the groups', () => {
  const [pump] = progress.competencies;
  const forecast = { status: 'open', earlyOn: '2026-12-02', lateOn: '2027-01-25', byEnd: 0.404 } as const;
  const { about, tables } = progressTables({ ...progress, competencies: [{ ...pump!, forecast }] });
  expect(about?.[0]).toEqual(['As of', { on: progress.asOfOn }]);
  expect(tables[0]?.rows[0]?.slice(-4)).toEqual([{ on: '2026-12-02' }, undefined, { on: '2027-01-25' }, 0.4]);
  for (const { head, rows } of tables) for (const row of rows) expect(row).toHaveLength(head.length);
});
