import { LessThan, MoreThan, type DataSource } from 'typeorm';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import type { EntryPageView, EntryView } from '@countersign/contracts/entries/views';
import type { QueueView } from '@countersign/contracts/reviews/views';
import { Catalogues } from '../catalogue/catalogues';
import { factsFor, storedFacts, type ProgramFact } from '../competencies/program-facts';
import { Recount } from '../entries/recount';
import { factsFromContents } from '../competencies/facts-from-contents';
import { placesOf } from '../testing/find-words';
import { openRelease, RESTORE_MS } from '../testing/open-release';
import { said } from '../testing/said-of-versions';
import { driftOf, orphansOf } from '../testing/schema-drift';
import type { TestClient } from '../testing/test-client';
import type { TestServer } from '../testing/test-server';
import { told } from '../testing/told';
import { verifyChainOf } from '../testing/verify-chain';
import { checkLog } from './check-log';
import { nameless, Reading } from './context';
import { beginEpochs } from './epoch';
import { EventRow } from './event.row';

/** The demo program of the dumps, and how its log ended: the same on both dialects. */
const PROGRAM = '0199fc57-3e00-73fe-a1b9-b01d9dd2f167';
const LAST = { seq: 7473, chain: '14756ddbca6665ac2233ed92fd166f3c3e71a99d76894d86b1eb1525fe059e78' };

/** When the demo year has ended: what was decided on its last days is still blind. */
const LAST_EVENING = Date.parse('2026-11-23T23:00:00Z');

/** The day after the demo year ended: everything that was decided is final. */
const NEXT_DAY = Date.parse('2026-11-24T18:00:00Z');

const ROWS = {
  ...{ program: 1, person: 22, role_held: 22, site: 3, rotation: 78, leave_period: 19, requirement_set: 1 },
  ...{ entry: 3530, entry_version: 3691, entry_procedure: 3875, decision: 3629 },
};

/** Entries of each fellow that count, wait and are returned, counted in the dump by hand. */
const COUNTS = [
  ['Ama Okafor', 575, 6, 2],
  ['Joana Ferreira', 456, 13, 0],
  ['Lena Brandvold', 577, 6, 1],
  ['Miko Tanaka', 611, 10, 2],
  ['Remy Delacroix', 598, 0, 0],
  ['Sasha Marwood', 646, 11, 0],
];

describe('The demo of release 0.1.0, opened by this version', () => {
  let server: TestServer;
  let source: DataSource;
  let lena: TestClient;
  let remy: TestClient;
  let lindqvist: TestClient;
  let director: TestClient;

  beforeAll(async () => {
    const { as, ...opened } = await openRelease('0.1.0');
    ({ server, source } = opened);
    server.setClock(NEXT_DAY);
    [lena, remy] = [await as('Lena Brandvold'), await as('Remy Delacroix')];
    [lindqvist, director] = [await as('Dr. Nils Lindqvist'), await as('Dr. Ruth Castellan')];
  }, RESTORE_MS);
  afterAll(() => server.stop());

  /** One of the entries that were made by hand after the demo year. */
  const entry = async (number: number, reader = lena): Promise<EntryView> => {
    const id = `019ab000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`;
    const reply = await reader.get<EntryView>(`/programs/${PROGRAM}/entries/${id}`);
    expect(reply.status).toBe(200);
    return reply.body;
  };

  it('keeps every row', async () => {
    const found: Record<string, number> = {};
    for (const table of Object.keys(ROWS)) {
      const [row] = await source.query<{ rows: string | number }[]>(
        `SELECT COUNT(*) AS "rows" FROM ${table}`,
      );
      found[table] = Number(row?.rows);
    }
    expect(found).toEqual(ROWS);
  });

  it('has the schema that the rows describe, and every row has what it refers to', async () => {
    expect(await driftOf(source)).toEqual([]);
    expect(await orphansOf(source)).toEqual([]);
  });

  it('has logs that verify, the old events unchanged', async () => {
    const events = await source.manager.find(EventRow, { order: { logId: 'ASC', seq: 'ASC' } });
    const logs = [PROGRAM, 'installation'].map((log) => events.filter(({ logId }) => logId === log));
    expect(logs.map(verifyChainOf)).toEqual([[], []]);
    expect(logs[0]?.find(({ seq }) => seq === LAST.seq)?.chain).toBe(LAST.chain);
    expect(logs.flat()).toHaveLength(events.length);
  });

  it('has logs whose second epoch tells every row as it stands', async () => {
    for (const logId of [PROGRAM, 'installation']) {
      const { report, differences } = await server.read((manager) => checkLog(manager, logId));
      expect([report.findings, differences]).toEqual([[], []]);
    }
    const [began, ...later] = await source.manager.find(EventRow, {
      where: { logId: PROGRAM, seq: MoreThan(LAST.seq) },
      order: { seq: 'ASC' },
    });
    expect(began?.action).toBe('epoch.began');
    expect(began && told(began).data).toEqual({ after: LAST.seq, rows: later.length });
    expect(new Set(later.map(({ action }) => action))).toEqual(new Set(['row.snapshot']));
    await beginEpochs(source, NEXT_DAY);
    expect(await source.manager.countBy(EventRow, { logId: PROGRAM })).toBe(LAST.seq + 1 + later.length);
  });

  it('shows a fellow the entry with its texts and the rating as they were', async () => {
    const read = await entry(10);
    expect(read).toMatchObject({
      state: 'approved',
      supervisor: { name: 'Dr. Nils Lindqvist' },
      siteName: 'Northgate Ambulatory Surgery Center',
      rotation: 'Pain clinic, Millbrook',
      content: {
        performedOn: '2026-11-20',
        caseLabel: 'Friday, room 3',
        reflection: 'Slower than planned.',
        procedures: [
          {
            itemId: 'esi-tf-lumbar',
            levels: [{ level: 'L4' }, { level: 'L5' }],
            role: 'performed',
            selfHelp: 3,
          },
          { itemId: 'si-joint', side: 'left', role: 'assisted', selfHelp: 4 },
        ],
      },
    });
    const texts = 'keep: Clear talk with the patient., next: Plan the entry point before the first view.';
    expect(said(read)).toEqual([`approved by Dr. Nils Lindqvist at 18:11, help 2, next time 3, ${texts}`]);
  });

  it('keeps what was taken back apart from what counts', async () => {
    expect(said(await entry(1, lindqvist))).toEqual([
      'approved by Dr. Nils Lindqvist at 18:00, undone, help 2, next: Check the depth earlier.',
      'approved by Dr. Nils Lindqvist at 18:01, help 3, next time 4, keep: Calm throughout.',
    ]);
    const waiting = await entry(2, lindqvist);
    expect(waiting).toMatchObject({ state: 'submitted', acts: { review: true } });
    expect(said(waiting)).toEqual([
      'returned by Dr. Nils Lindqvist at 18:01, undone, wrong-role: You assisted here.',
    ]);
  });

  it('keeps amendments of every fate', async () => {
    expect(await entry(3)).toMatchObject({ state: 'amended', number: 2, approvedNumber: 1 });
    const returned = await entry(4, lindqvist);
    expect(returned).toMatchObject({ state: 'approved', number: 2, approvedNumber: 1 });
    expect(said(returned)).toEqual([
      'approved by Dr. Nils Lindqvist at 18:03, help 4, next time 4',
      'returned by Dr. Nils Lindqvist at 18:05, wrong-details: The band was right before.',
    ]);
    const approved = await entry(5, lindqvist);
    expect(approved).toMatchObject({ approvedNumber: 2, content: { performedOn: '2026-11-18' } });
    expect(said(approved)).toEqual([
      'approved by Dr. Nils Lindqvist at 18:06, help 3, keep: Good views.',
      'approved by Dr. Nils Lindqvist at 18:08, help 5, next time 5',
    ]);
    expect(await entry(13)).toMatchObject({
      state: 'approved',
      number: 2,
      content: { performedOn: '2026-11-16' },
    });
  });

  it('keeps what a fellow sent again after a return', async () => {
    const again = await entry(11, lindqvist);
    expect(said(again)).toEqual([
      'returned by Dr. Nils Lindqvist at 18:13, wrong-role: You assisted.',
      'approved by Dr. Nils Lindqvist at 18:15, help 2, next: Hold the needle yourself.',
    ]);
    expect(again.versions.at(-1)?.changes).toEqual([
      { pointer: '/procedures/0/role', values: { before: 'performed', after: 'assisted' } },
    ]);
    expect(await entry(12)).toMatchObject({ state: 'returned', supervisor: { name: 'Dr. Efua Osei' } });
  });

  it('keeps drafts, what was withdrawn, void or aborted, and the late stamp', async () => {
    const reflection = 'The second level took long; I should have moved the C-arm first.';
    const draft = { state: 'draft', content: { caseLabel: 'Tuesday, room 2', reflection } };
    expect(await entry(7)).toMatchObject(draft);
    expect(await entry(8)).toMatchObject({ state: 'draft', supervisor: { name: 'Dr. Nils Lindqvist' } });
    expect(await entry(6)).toMatchObject({ state: 'void', voidReason: 'Logged twice by mistake.' });
    expect(await entry(15, remy)).toMatchObject({ state: 'void', voidReason: 'Not my case after all.' });
    const aborted = { outcome: 'aborted', abortedReason: 'access not possible', selfHelp: 2 };
    expect(await entry(9)).toMatchObject({ content: { procedures: [aborted, { itemId: 'si-joint' }] } });
    const late = { content: { simulation: true }, versions: [{ lateDays: 22 }] };
    expect(await entry(14, remy)).toMatchObject(late);
  });

  it('has the facts that the contents of its versions give, each under its edition', async () => {
    const recount = server.app.get(Recount);
    const found = await server.db.read(nameless('test'), (view) => recount.compare(view, PROGRAM));
    expect(found).toEqual({ versions: ROWS.entry_version, wrong: [], differences: [] });
    const editions = await source.query<{ edition: string }[]>('SELECT DISTINCT edition FROM entry_version');
    expect(editions).toMatchObject([{ edition: '2026.1' }]);
  });

  it('counts the same facts from its columns as from its contents, whoever reads and whenever', async () => {
    const catalogues = server.app.get(Catalogues);
    const page = (await director.get<DashboardView>(`/programs/${PROGRAM}/dashboard`)).body;
    const fellowIds = page.fellows.map(({ fellow }) => fellow.id);
    const rated = (facts: readonly ProgramFact[]) => facts.filter(({ help }) => help !== null).length;
    const lenaId = page.fellows.find(({ fellow }) => fellow.name === 'Lena Brandvold')?.fellow.id ?? '';
    const readers = [nameless('test'), { personId: lenaId, roles: [] }];
    const found = await server.db.read(nameless('test'), async ({ manager }) => {
      const counts: number[] = [];
      for (const now of [LAST_EVENING, NEXT_DAY])
        for (const reader of readers) {
          const view = new Reading(manager, reader, now);
          const facts = factsFor(view, await storedFacts(view, PROGRAM, fellowIds));
          const again = await factsFromContents(view, catalogues, { programId: PROGRAM, fellowIds });
          const byId = (one: ProgramFact, other: ProgramFact) => (one.id < other.id ? -1 : 1);
          expect(facts.sort(byId)).toEqual(again.sort(byId));
          counts.push(rated(facts));
        }
      return counts;
    });
    const [all = 0, own = 0, allLater, ownLater = 0] = found;
    expect(all).toBeGreaterThan(3000);
    // To the fellow herself some are still blind, fewer the day after.
    expect([own < all, ownLater > own, allLater]).toEqual([true, true, all]);
  });

  it('loses words that the director removes, from old events too, which keep their hashes', async () => {
    const words = 'Friday, room 3';
    const object = 'entry:019ab000-0000-7000-8000-000000000010';
    const old = { logId: PROGRAM, object, seq: LessThan(LAST.seq + 1) };
    const before = await source.manager.find(EventRow, { where: old, order: { seq: 'ASC' } });
    expect((await placesOf(server, words)).length).toBeGreaterThan(0);
    const path = `/programs/${PROGRAM}/entries/${object.slice(6)}/redactions`;
    const body = { number: 1, pointer: '/content/caseLabel', reason: 'Tells when and where' };
    expect((await director.post(path, { body })).status).toBe(200);
    expect(await placesOf(server, words)).toEqual([]);
    const after = await source.manager.find(EventRow, { where: old, order: { seq: 'ASC' } });
    const emptied = after.filter((event) => event.body === null);
    expect(emptied.length).toBeGreaterThan(0);
    expect(after.map(({ leaf, chain }) => [leaf, chain])).toEqual(
      before.map(({ leaf, chain }) => [leaf, chain]),
    );
    const { report, differences } = await server.read((manager) => checkLog(manager, PROGRAM));
    expect([report.findings, differences]).toEqual([[], []]);
    expect(report.redacted.map(({ seq }) => seq)).toEqual(emptied.map(({ seq }) => seq));
    expect((await entry(10)).content).toMatchObject({
      removed: [{ pointer: '/caseLabel', at: NEXT_DAY }],
      reflection: 'Slower than planned.',
    });
  });

  it('restates the rest without any words, so that a second removal finds nothing in the log', async () => {
    const words = 'Clear talk with the patient.';
    const path = `/programs/${PROGRAM}/entries/019ab000-0000-7000-8000-000000000010/redactions`;
    const body = { number: 1, pointer: '/decisions/0/keepDoing', reason: 'As above' };
    expect((await director.post(path, { body })).status).toBe(200);
    expect(await placesOf(server, words)).toEqual([]);
    const { report, differences } = await server.read((manager) => checkLog(manager, PROGRAM));
    expect([report.findings, differences]).toEqual([[], []]);
    expect(await placesOf(server, 'Plan the entry point before the first view.')).not.toEqual([]);
  });

  it('counts for every fellow what it counted, and keeps every queue', async () => {
    const page = (await director.get<DashboardView>(`/programs/${PROGRAM}/dashboard`)).body;
    const counts = page.fellows.map(({ fellow, approved, waiting, returned }) => [
      fellow.name,
      ...[approved, waiting, returned],
    ]);
    expect(counts.sort()).toEqual(COUNTS);
    const queue = await lindqvist.get<QueueView>(`/programs/${PROGRAM}/review-queue`);
    expect(queue.body.total).toBe(2);
  });

  it('lists a fellow’s newest entries as they were', async () => {
    const { entries } = (await lena.get<EntryPageView>(`/programs/${PROGRAM}/entries?state=approved`)).body;
    expect(entries).toHaveLength(50);
    expect(entries.slice(4, 8)).toMatchObject([
      {
        performedOn: '2026-11-20',
        procedures: [
          {
            itemId: 'esi-tf-lumbar',
            levels: [
              { level: 'L4', side: 'left' },
              { level: 'L5', side: 'left' },
            ],
          },
        ],
      },
      { performedOn: '2026-11-19', procedures: [{ itemId: 'it-pump-refill', levels: [] }] },
      { performedOn: '2026-11-18', procedures: [{ itemId: 'exp-new-chronic-outpatient' }] },
      { performedOn: '2026-11-18', procedures: [{ itemId: 'exp-dx-neuropathic' }] },
    ]);
  });
});
