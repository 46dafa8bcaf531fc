import { TestBed } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { provideRouter, withComponentInputBinding, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { control, pageProviders, signIn, SpecServer } from '../testing/page';
import { catalogue, entryLine } from '../testing/program';
import { EntriesPage } from './entries-page';
import { entriesTables } from './entries-tables';

let server: SpecServer;
let harness: RouterTestingHarness;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [
      ...pageProviders,
      provideRouter(
        [
          { path: 'entries', component: EntriesPage },
          { path: 'fellows/:fellowId/entries', component: EntriesPage },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  server = new SpecServer({ '/catalogue': catalogue });
});

it('lists the fellow’s own entries with their total, and offers the last one once more', async () => {
  await open('/entries');
  expect(await answered({ entries: [entryLine()], total: 1 })).toEqual({ fellowId: 'tanaka' });
  expect(page().textContent).toContain('1 entry, newest first');
  expect(page().querySelector('cs-entry-line a')?.getAttribute('href')).toBe('/entries/e1');
  expect(control<HTMLAnchorElement>(page(), 'a', 'Duplicate last').getAttribute('href')).toBe('/log?from=e1');
});

it('narrows by state and group, and keeps that in the address', async () => {
  await open('/entries?groupId=epidural');
  expect(await answered({ entries: [], total: 0 })).toEqual({ fellowId: 'tanaka', groupId: 'epidural' });
  expect(page().textContent).toContain('No entries like this');
  control<HTMLButtonElement>(page(), 'button', 'Returned').click();
  await server.settle();
  expect(TestBed.inject(Router).url).toBe('/entries?groupId=epidural&state=returned');
  const query = { fellowId: 'tanaka', groupId: 'epidural', state: 'returned' };
  expect(await answered({ entries: [], total: 0 })).toEqual(query);
});

it('shows a filter that only a number sets, and takes it away on request', async () => {
  await open('/entries?groupId=epidural&state=approved&simulation=false');
  expect(await answered({ entries: [entryLine()], total: 1 })).toEqual({
    fellowId: 'tanaka',
    state: 'approved',
    groupId: 'epidural',
    simulation: 'false',
  });
  control<HTMLButtonElement>(page(), 'button', 'Without simulation, show all').click();
  await server.settle();
  expect(TestBed.inject(Router).url).toBe('/entries?groupId=epidural&state=approved');
  await answered({ entries: [], total: 0 });
});

it('leaves out what the address asks for and no list can answer', async () => {
  await open('/entries?simulation=maybe&amendment=gone');
  expect(await answered({ entries: [], total: 0 })).toEqual({ fellowId: 'tanaka' });
});

it('marks an entry whose amendment came back', async () => {
  const amendment = { state: 'returned' as const, supervisor: { id: 'o', name: 'Dr. Osei' }, at: 1 };
  await open('/entries?amendment=returned');
  expect(await answered({ entries: [entryLine({ state: 'approved', amendment })], total: 1 })).toEqual({
    fellowId: 'tanaka',
    amendment: 'returned',
  });
  expect(page().querySelector('cs-entry-line')?.textContent).toContain('Amendment returned');
});

it('goes on with the next page where the one before ended', async () => {
  await open('/entries');
  await answered({ entries: [entryLine({ id: 'e1' })], total: 2, next: 'after-e1' });
  control<HTMLButtonElement>(page(), 'button', 'Show more · 1 of 2').click();
  await server.settle();
  expect(await answered({ entries: [entryLine({ id: 'e2' })], total: 2 })).toEqual({
    fellowId: 'tanaka',
    cursor: 'after-e1',
  });
  expect(page().querySelectorAll('cs-entry-line')).toHaveLength(2);
  expect(page().textContent).not.toContain('Show more');
});

it('names the fellow for the director, who sees no drafts and logs nothing', async () => {
  await open('/fellows/tanaka/entries', 'director');
  await answered({ entries: [entryLine()], total: 1 });
  expect(page().querySelector('h1')?.textContent).toBe('M. Tanaka, entries');
  const names = [...page().querySelectorAll('.states button')].map((button) => button.textContent.trim());
  expect(names).toEqual(['All', 'Waiting', 'Returned', 'Approved', 'Amendment waiting', 'Void']);
  expect(page().querySelector('a[href^="/log"]')).toBeNull();
});

it('tells a fellow without entries what to do next', async () => {
  await open('/entries');
  await answered({ entries: [], total: 0 });
  expect(page().textContent).toContain('No entries yet');
  expect(page().querySelector('a[href="/log"]')).not.toBeNull();
});

async function open(url: string, role: 'fellow' | 'director' = 'fellow'): Promise<void> {
  await signIn(role);
  harness = await RouterTestingHarness.create();
  await TestBed.inject(Router).navigateByUrl(url);
  await server.settle();
}

/** Answers the list that waits; tells what it was asked for. */
async function answered(body: object): Promise<Record<string, string | null>> {
  const call = TestBed.inject(HttpTestingController).expectOne(({ url }) => url.endsWith('/entries'));
  call.flush(body);
  await server.settle();
  const { params } = call.request;
  return Object.fromEntries(params.keys().map((key) => [key, params.get(key)]));
}

function page(): HTMLElement {
  return harness.fixture.nativeElement as HTMLElement;
}

it('is taken along with a row for each procedure, and one for an entry that has none yet', () => {
  const line = entryLine();
  const [first] = line.procedures;
  const two = entryLine({ id: 'e2', procedures: [first!, { ...first!, help: 4 }] });
  const [table] = entriesTables([two, entryLine({ id: 'e3', procedures: [] })], undefined).tables;
  expect(table?.rows.map((row) => [row[0], row[2], row[5], row.at(-1)])).toEqual([
    [{ on: line.performedOn }, first!.itemName, undefined, 'e2'],
    [{ on: line.performedOn }, first!.itemName, 4, 'e2'],
    [{ on: line.performedOn }, undefined, undefined, 'e3'],
  ]);
  for (const row of table?.rows ?? []) expect(row).toHaveLength(table!.head.length);
});
