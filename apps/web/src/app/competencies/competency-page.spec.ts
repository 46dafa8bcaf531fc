import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import Papa from 'papaparse';
import type { FellowCompetencyView } from '@countersign/contracts/curves/views';
import { csvOf } from '../platform/csv-file';
import { fakeDialogs, pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { CompetencyPage } from './competency-page';
import { curveTables } from './curve-tables';
import { competency, evidence } from './testing';

const address = '/fellows/tanaka/competencies/tfesi';

let server: SpecServer;
let harness: RouterTestingHarness;
const page = (): HTMLElement => harness.routeNativeElement as HTMLElement;
const scrolled: string[] = [];

beforeEach(() => {
  fakeDialogs();
  scrolled.length = 0;
  Element.prototype.scrollIntoView = function scrollIntoView() {
    scrolled.push(this.id);
  };
});

async function open(
  view: FellowCompetencyView = competency,
  {
    role = 'fellow',
    url = '/progress/tfesi',
  }: { role?: 'fellow' | 'director' | 'supervisor'; url?: string } = {},
): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      ...pageProviders,
      provideRouter(
        [
          { path: 'progress/:competencyId', component: CompetencyPage },
          { path: 'fellows/:fellowId/competencies/:competencyId', component: CompetencyPage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  server = new SpecServer({ [`${address}/evidence`]: evidence, [address]: view });
  await signIn(role);
  harness = await RouterTestingHarness.create();
  document.body.append(harness.fixture.nativeElement as HTMLElement);
  await TestBed.inject(Router).navigateByUrl(url);
  await server.settle();
}
afterEach(() => (harness.fixture.nativeElement as HTMLElement).remove());

const points = () => [...page().querySelectorAll<SVGAElement>('cs-curve-panel a')];
const heading = (id: string) => textIn(page().querySelector(`#${id}`));

it('says what it found: volume, dates as a range, the curve with n and the interval before the point', async () => {
  await open();
  expect(heading('cs-forecast')).toBe('20th case: Dec 2 to Jan 25, 2027, most likely around Jan 5, 2027');
  expect(heading('cs-curve')).toBe(
    '11 of 12 at help 4 or more; the chart has not signaled yet, 8 more in a row would',
  );
  expect(textIn(page().querySelector('cs-curve-card'))).toContain('n = 12');
  expect(textIn(page().querySelector('cs-curve-card b'))).toContain(
    '68 to 98 % go well (90 % interval): 11 of 12',
  );
  expect(heading('cs-why')).toBe('Why 17 of 20');
  expect(textIn(page())).toContain('default, not yet set by the program');
});

it('has each case as a link to its entry and a sentence; one of them is in the tab order, arrows walk', async () => {
  await open();
  expect(points()).toHaveLength(12);
  expect(points()[1]?.getAttribute('href')).toBe('/entries/e2');
  expect(points()[1]?.getAttribute('aria-label')).toMatch(
    /^Case 2, Oct 11, .*: help 2, did not go well, more help than the chart asks for; score 0\.00$/,
  );
  const inOrder = () => points().flatMap((one, at) => (one.getAttribute('tabindex') === '0' ? [at] : []));
  expect(inOrder()).toEqual([11]);
  points()[11]?.focus();
  const press = async (key: string) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await server.settle();
  };
  await press('ArrowLeft');
  expect([inOrder(), document.activeElement]).toEqual([[10], points()[10]]);
  await press('Home');
  expect(document.activeElement).toBe(points()[0]);
  expect(textIn(page().querySelector('.readout'))).toMatch(/^Case 1, /);
});

it('marks cases that did not go well by a shape, and has a table twin and a file of the same numbers', async () => {
  await open();
  expect(points()[1]?.querySelectorAll('.fail')).toHaveLength(2);
  expect(points()[0]?.querySelector('.point')).not.toBeNull();
  [...page().querySelectorAll('button')].find((one) => textIn(one) === 'Show as table')?.click();
  await server.settle();
  expect(
    [...page().querySelectorAll('cs-curve-card tbody tr')].map((row) => textIn(row).split(' ')[0]),
  ).toEqual(Array.from({ length: 12 }, (_, at) => String(12 - at)));
  const file = Papa.parse<string[]>(csvOf(curveTables(competency, (id) => `=${id}`)).slice(1));
  expect(file.data).toHaveLength(13);
  expect(file.data[2]?.slice(0, 6)).toEqual([
    ...['2', '2026-10-11', "'=esi-tf-lumbar", '2', 'no'],
    'more help than the chart asks for',
  ]);
});

it('says nothing of competence below ten cases, not even a projection', async () => {
  const few = { state: 'insufficient', n: 9, successes: 9, target: 0.8 } as const;
  await open({ ...competency, competence: few });
  expect(heading('cs-curve')).toBe('9 judged cases: too few to say');
  expect(page().querySelector('.projected')).toBeNull();
  expect(textIn(page().querySelector('.light'))).toBe('too few to say');
});

it('asks for a review where there is an alarm, sends the cases that were seen, and draws what comes back', async () => {
  const light = { state: 'concern_relapse', n: 24, successes: 19, target: 0.8, signalCase: 17 } as const;
  const alarm = { ...competency, competence: { ...light, alarmCase: 24 }, judged: 24, mayReview: true };
  await open(alarm, { role: 'director', url: address });
  expect(textIn(page().querySelector('.concern'))).toContain('raised an alarm at case 24');
  page().querySelector<HTMLButtonElement>('cs-alarm-review button')?.click();
  await server.settle();
  const dialog = page().querySelector('dialog');
  dialog?.querySelector('form')?.dispatchEvent(new Event('submit'));
  await server.settle();
  expect(textIn(dialog)).toContain('Say in a sentence what you found.');
  const words = dialog?.querySelector('textarea');
  if (!words) throw new Error('the dialog asks for words');
  words.value = 'A C-arm session.';
  words.dispatchEvent(new Event('input'));
  dialog?.querySelector('form')?.dispatchEvent(new Event('submit'));
  await server.settle();
  const sent = server.expect('POST', `${address}/alarm-reviews`);
  expect(sent.request.body).toMatchObject({ judged: 24, note: 'A C-arm session.' });
  sent.flush(competency);
  await server.settle();
  expect(page().querySelector('cs-alarm-review')).toBeNull();
});

it('says what would move it: approvals, open rules, the chart, what is not done yet', async () => {
  await open();
  expect(textIn(page().querySelector('#cs-moves')?.closest('section') ?? null)).toContain(
    'Approval of what waits makes it 19 of 20.',
  );
});

it('shows a supervisor the light and the concern, and asks for no entries', async () => {
  const { curve: _curve, ratings: _ratings, ...state } = competency;
  await open(state, { role: 'supervisor', url: address });
  expect(page().querySelector('cs-curve-card')).toBeNull();
  expect(page().querySelector('cs-rules-evidence')).toBeNull();
});

it('scrolls to the rule that was clicked as soon as its numbers are there', async () => {
  await open(competency, { url: '/progress/tfesi#rule-1' });
  expect(scrolled).toContain('rule-1');
});

it('goes to the progress on Escape where it was opened by its address', async () => {
  await open(competency, { role: 'director', url: address });
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await server.settle();
  expect(TestBed.inject(Router).url).toBe('/fellows/tanaka');
});
