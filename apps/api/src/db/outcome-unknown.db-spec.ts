import { randomUUID } from 'node:crypto';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { DataSource } from 'typeorm';
import { EntryRow } from '../entries/entry.row';
import { CuttingProxy } from '../testing/cutting-proxy';
import { dialect } from '../testing/test-database';
import type { TestClient } from '../testing/test-client';
import { entryBody, type TestProgram } from '../testing/test-program';
import { TestServer } from '../testing/test-server';

let server: TestServer;
let program: TestProgram;
let fellow: TestClient;

async function signInAt(started: TestServer): Promise<void> {
  server = started;
  program = await server.program('cut');
  fellow = await server.as(program.people.fellow);
}

const log = (key: string, body = entryBody(program)) =>
  fellow.post<EntryView & Problem>(`/programs/${program.id}/entries`, {
    body,
    headers: { 'idempotency-key': key },
  });

const count = (): Promise<number> =>
  server.read((manager) => manager.countBy(EntryRow, { programId: program.id }));

const onALine = () => {
  let proxy: CuttingProxy;

  beforeAll(async () => {
    await signInAt(
      await TestServer.start({}, async (database) => {
        const { settings } = database;
        proxy = await CuttingProxy.before(settings.databaseUrl ?? '');
        Object.assign(settings, { databaseUrl: proxy.url });
      }),
    );
  });
  afterAll(async () => {
    await server.stop();
    await proxy.close();
  });

  it.each(['after', 'before'] as const)(
    'cut %s it arrived: a new line tells, and the answer is the true one',
    async (when) => {
      const before = await count();
      proxy.cutAtCommit(when);
      const reply = await log(randomUUID());
      expect(reply.status).toBe(201);
      expect(await count()).toBe(before + 1);
    },
  );

  it.each(['after', 'before'] as const)(
    'cut %s it arrived, and no new line: the outcome is unknown, and asking again with the key tells',
    async (when) => {
      const before = await count();
      const [key, body] = [randomUUID(), entryBody(program)];
      proxy.cutAtCommit(when, { stays: true });
      const unknown = await log(key, body);
      expect([unknown.status, unknown.body.code]).toEqual([503, 'server/outcome-unknown']);
      proxy.mend();
      const told = await log(key, body);
      expect([told.status, told.body.id]).toEqual([201, body.id]);
      expect(await count()).toBe(before + 1);
    },
  );
};

/** SQLite has no line that could be cut: what it does not take, it says. */
const inAFile = () => {
  beforeAll(async () => signInAt(await TestServer.start()));
  afterAll(() => server.stop());

  it('that is full: nothing was done, which is known, and the same act is done once there is room', async () => {
    const database = server.app.get(DataSource);
    const room = (pages: number) => database.query(`PRAGMA max_page_count = ${pages}`);
    const before = await count();
    const [key, body] = [randomUUID(), entryBody(program, { caseLabel: 'Room 3' })];
    await room(1);
    let refused = await log(randomUUID());
    // What is free in the file is used up first.
    for (let more = 0; refused.status === 201 && more < 500; more += 1) refused = await log(randomUUID());
    const full = await count();
    const reply = await log(key, body);
    expect(reply.status).toBeGreaterThanOrEqual(500);
    expect(reply.body.code).not.toBe('server/outcome-unknown');
    expect(await count()).toBe(full);
    await room(1_000_000);
    const told = await log(key, body);
    expect([told.status, told.body.id]).toEqual([201, body.id]);
    expect(await count()).toBe(full + 1);
    expect(full).toBeGreaterThanOrEqual(before);
  });
};

if (dialect === 'mysql') describe('A line to the database that is cut at a commit', onALine);
else describe('A file', inAFile);
