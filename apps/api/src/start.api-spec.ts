import { existsSync, readdirSync, statSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { CatalogueEditionRow } from './catalogue/catalogue.row';
import { currentEdition } from './catalogue/editions/editions';
import { dataSourceOptions, SQLITE_FILE } from './db/data-source';
import { rows } from './rows';
import { mainInChildren } from './testing/child-process';
import { createTestDatabase, dialect, environmentOf, type TestDatabase } from './testing/test-database';

const lines = (text: string): string[] => text.trim().split('\n');

describe('The server in a process of its own', () => {
  let database: TestDatabase;
  let env: Record<string, string>;
  let startChild: Awaited<ReturnType<typeof mainInChildren>>;

  beforeAll(async () => {
    startChild = await mainInChildren();
  });
  beforeEach(async () => {
    database = await createTestDatabase();
    env = environmentOf(database);
  });
  afterEach(() => database.drop());

  /** Opens the database beside the server, to look or to do harm. */
  async function beside<T>(work: (source: DataSource) => Promise<T>): Promise<T> {
    const source = await new DataSource(dataSourceOptions(database.settings, rows)).initialize();
    try {
      return await work(source);
    } finally {
      await source.destroy();
    }
  }

  async function takePort(): Promise<{ port: string; blocker: Server }> {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((ready) => blocker.once('listening', ready));
    return { port: String((blocker.address() as AddressInfo).port), blocker };
  }

  it('ends by itself with one line when the port is in use, and has not touched the database before', async () => {
    const { port, blocker } = await takePort();
    const { code, out, err } = await startChild([], { ...env, PORT: port, DEMO: 'on' }).ended;
    blocker.close();
    expect([code, out, lines(err)]).toEqual([
      1,
      '',
      [`Port ${port} is in use. Stop the other program or choose another port: PORT=3001 npm start`],
    ]);
    if (dialect === 'sqlite') expect(existsSync(join(database.settings.dataDir, SQLITE_FILE))).toBe(false);
    else await beside(async (source) => expect(await source.query('SHOW TABLES')).toEqual([]));
  }, 120_000);

  it('ends by itself with one line when something fails after the app is up: a changed catalogue', async () => {
    const first = startChild([], env);
    await first.says('is ready');
    first.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, err: '' });
    await beside((source) =>
      source.manager.update(CatalogueEditionRow, { edition: currentEdition }, { checksum: 'x' }),
    );
    const { code, out, err } = await startChild([], env).ended;
    expect([code, out, lines(err)]).toEqual([
      1,
      '',
      [expect.stringContaining('A published edition never changes')],
    ]);
  }, 240_000);

  it('ends on a signal though its clients keep connections and one has sent half a request; whoever was heard is answered', async () => {
    const { port, blocker } = await takePort();
    await new Promise((closed) => blocker.close(closed));
    const child = startChild([], { ...env, PORT: port });
    await child.says('is ready');
    const half = connect(Number(port), '127.0.0.1');
    half.on('error', () => undefined);
    half.write('GET /api/health/live HTTP/1.1\r\nHost: localhost\r\n');
    const outcomes: string[] = [];
    let isAsking = true;
    const ask = async (): Promise<void> => {
      while (isAsking) {
        const outcome = await fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
          async (reply) => `${reply.status} ${(await reply.text()).length > 0}`,
          (error: { cause?: { code?: string } }) => error.cause?.code ?? String(error),
        );
        outcomes.push(outcome);
        if (outcome === 'ECONNREFUSED') return;
      }
    };
    const clients = Array.from({ length: 8 }, ask);
    while (outcomes.length < 40) await sleep(20);
    const asked = performance.now();
    child.kill('SIGTERM');
    expect(await child.ended).toMatchObject({ code: 0, err: '' });
    expect(performance.now() - asked).toBeLessThan(30_000);
    isAsking = false;
    await Promise.all(clients);
    half.destroy();
    expect(new Set(outcomes)).toEqual(new Set(['200 true', 'ECONNREFUSED']));
  }, 240_000);

  if (dialect === 'sqlite') {
    it('keeps its data from other accounts of the machine', async () => {
      const dataDir = join(database.settings.dataDir, 'private');
      const child = startChild([], { ...env, DATA_DIR: dataDir });
      await child.says('is ready');
      const modes = readdirSync(dataDir, { recursive: true, withFileTypes: true }).map((entry) => {
        const { mode } = statSync(join(entry.parentPath, entry.name));
        return [entry.name, (mode & 0o077).toString(8)];
      });
      expect(modes.length).toBeGreaterThan(1);
      expect(modes.filter(([, others]) => others !== '0')).toEqual([]);
      expect(statSync(dataDir).mode & 0o077).toBe(0);
      child.kill('SIGTERM');
      await child.ended;
    }, 240_000);

    it('is alone in its data folder, and a process that was killed leaves no lock behind', async () => {
      const first = startChild([], env);
      await first.says('is ready');
      const second = await startChild([], env).ended;
      expect([second.code, second.out, lines(second.err)]).toEqual([
        1,
        '',
        [expect.stringMatching(/^The data folder .* is in use by another Countersign\./)],
      ]);
      const wipe = await startChild(['wipe-demo'], env).ended;
      expect([wipe.code, lines(wipe.err)]).toEqual([1, lines(second.err)]);
      first.kill('SIGKILL');
      expect((await first.ended).code).toBeNull();
      const third = startChild([], env);
      await third.says('is ready');
      third.kill('SIGTERM');
      expect(await third.ended).toMatchObject({ code: 0, err: '' });
    }, 300_000);
  }
});
