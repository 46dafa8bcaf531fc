import { randomUUID } from 'node:crypto';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { EntryRow } from '../entries/entry.row';
import { CuttingProxy } from '../testing/cutting-proxy';
import { dialect } from '../testing/test-database';
import type { TestClient } from '../testing/test-client';
import { entryBody, type TestProgram } from '../testing/test-program';
import { TestServer } from '../testing/test-server';

// SQLite has no line that could be cut.
const onALine = dialect === 'mysql' ? describe : describe.skip;

onALine('A line to the database that is cut at a commit', () => {
  let proxy: CuttingProxy;
  let server: TestServer;
  let program: TestProgram;
  let fellow: TestClient;

  beforeAll(async () => {
    server = await TestServer.start({}, async (database) => {
      const { settings } = database;
      proxy = await CuttingProxy.before(settings.databaseUrl ?? '');
      Object.assign(settings, { databaseUrl: proxy.url });
    });
    program = await server.program('cut');
    fellow = await server.as(program.people.fellow);
  });
  afterAll(async () => {
    await server.stop();
    await proxy.close();
  });

  const log = (key: string, body = entryBody(program)) =>
    fellow.post<EntryView & Problem>(`/programs/${program.id}/entries`, {
      body,
      headers: { 'idempotency-key': key },
    });

  const count = (): Promise<number> =>
    server.read((manager) => manager.countBy(EntryRow, { programId: program.id }));

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
});
