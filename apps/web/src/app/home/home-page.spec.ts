import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { catalogue, entryLine } from '../testing/program';
import { ServerClock } from '../platform/program-clock';
import { HomePage } from './home-page';

const dayMs = 86_400_000;

const competency = {
  met: false,
  waiting: 0,
  rules: [],
  competence: { state: 'none', n: 0, successes: 0, target: 0.8 },
};
const standing = {
  approved: 12,
  waiting: 3,
  returned: 1,
  drafts: 0,
  requirementSet: { title: 'Example set' },
  competencies: [
    { ...competency, id: 'full', title: 'Full one', approved: 5, need: 5 },
    { ...competency, id: 'half', title: 'Half one', approved: 5, need: 10 },
    { ...competency, id: 'rare', title: 'Rare one', approved: 1, need: 10 },
  ],
};

let server: SpecServer;
let fixture: ComponentFixture<HomePage>;

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  server = new SpecServer({
    '/fellows/tanaka/progress': standing,
    '/fellows/tanaka/qualifications': { qualifications: [] },
    '/catalogue': catalogue,
    '/corrections': { entries: [], total: 0 },
  });
  await signIn();
});

it('puts what came back first, with the way to see why and put it right, and reads nothing for each', async () => {
  await open({ 'state=returned': [entryLine({ state: 'returned' })] });
  expect(page().querySelector('h2')?.textContent).toBe('One entry came back to you');
  expect(textOf('cs-returned-entry')).toContain('Dr. Lindqvist sent it back.');
  expect(page().querySelector('cs-returned-entry a[href="/entries/e1/edit"]')).not.toBeNull();
  server.expectNone('GET');
});

it('shows an amendment that came back beside the version that counts', async () => {
  const at = new Date(2026, 10, 21, 12).getTime();
  const amendment = { state: 'returned' as const, supervisor: { id: 'o', name: 'Dr. Osei' }, at };
  await open({ 'amendment=returned': [entryLine({ id: 'e2', state: 'approved', amendment })] });
  expect(page().querySelector('h2')?.textContent).toBe('One entry came back to you');
  expect(textOf('cs-returned-entry')).toContain(
    'Dr. Osei sent the amendment back on Nov 21. The version before counts on.',
  );
  expect(page().querySelector('cs-returned-entry a.cs-button')?.getAttribute('href')).toBe('/entries/e2');
});

it('counts an amendment for the supervisor it waits for, from the day it was sent', async () => {
  const now = TestBed.inject(ServerClock).now();
  const amendment = {
    state: 'waiting' as const,
    supervisor: { id: 'o', name: 'Dr. Osei' },
    at: now - 3 * dayMs,
  };
  const line = entryLine({ state: 'amended', amendment, submittedAt: now - 90 * dayMs });
  await open({ 'amendment=waiting': [line] });
  expect([...page().querySelectorAll('.waits li')].map(textIn)).toEqual(['1 entry for Dr. Osei 3 days']);
  expect(page().querySelector('a[href="/entries?amendment=waiting"]')).not.toBeNull();
  expect(page().querySelector('a[href="/entries?state=submitted"]')).toBeNull();
});

it('says for whom entries wait and for how long, the longest first', async () => {
  const now = TestBed.inject(ServerClock).now();
  const osei = { id: 'osei', name: 'Dr. Osei' };
  await open({
    'state=submitted': [
      entryLine({ id: 'a', submittedAt: now - 2 * dayMs }),
      entryLine({ id: 'b', supervisor: osei, submittedAt: now - 10 * dayMs }),
      entryLine({ id: 'c', supervisor: osei, submittedAt: now - dayMs }),
    ],
  });
  const waits = [...page().querySelectorAll('.waits li')].map(textIn);
  expect(waits).toEqual(['2 entries for Dr. Osei 10 days', '1 entry for Dr. Lindqvist 2 days']);
  expect(page().textContent).toContain('3 entries wait for approval');
});

it('names what is furthest from its target, and leaves out what is full', async () => {
  await open({});
  expect(textOf('.look h2')).toBe('Look out for Rare one');
  const links = [...page().querySelectorAll('.look .gap')].map((one) => one.getAttribute('href'));
  expect(links).toEqual(['/fellows/tanaka/competencies/rare', '/fellows/tanaka/competencies/half']);
});

it('has one way to log in sight, also with nothing logged yet', async () => {
  server.answers['/fellows/tanaka/progress'] = {
    ...standing,
    approved: 0,
    waiting: 0,
    returned: 0,
    competencies: [],
  };
  await open({});
  expect(page().querySelectorAll('a[href="/log"]')).toHaveLength(1);
  expect(page().textContent).toContain('No entries yet');
});

async function open(lists: Record<string, object[]>): Promise<void> {
  fixture = TestBed.createComponent(HomePage);
  await server.settle();
  const calls = TestBed.inject(HttpTestingController).match(({ url }) => url.endsWith('/entries'));
  for (const call of calls) {
    const [filter = ''] = ['state', 'amendment']
      .filter((name) => call.request.params.has(name))
      .map((name) => `${name}=${call.request.params.get(name)}`);
    const entries = lists[filter] ?? [];
    call.flush({ entries, total: entries.length });
  }
  await server.settle();
}

function page(): HTMLElement {
  return fixture.nativeElement as HTMLElement;
}

function textOf(selector: string): string {
  return textIn(page().querySelector(selector));
}
