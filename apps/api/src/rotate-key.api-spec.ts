import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameless } from './db/context';
import { Db } from './db/db';
import { Checkpoints } from './ledger/checkpoints';
import { SigningKeys } from './ledger/signing-keys';
import { Clock } from './platform/clock';
import { makeLogger } from './platform/logging';
import { buildServer } from './server';
import { said } from './testing/said';
import { createTestDatabase, environmentOf, type TestDatabase } from './testing/test-database';

const MINUTE = 60_000;

describe('The commands about keys', () => {
  let database: TestDatabase;
  let env: Record<string, string>;
  /** Notes of the installation's log as they were taken away, the oldest first. */
  const held: string[] = [];
  const kids: string[] = [];
  // The commands run now, after all of it: a clock that goes back is tried elsewhere.
  const began = Date.now() - 30 * MINUTE;

  beforeAll(async () => {
    database = await createTestDatabase();
    env = environmentOf(database);
    // The key signs before it became known to others, and after that.
    await serve(0);
    await serve(10 * MINUTE);
  });
  afterAll(() => database.drop());

  /** A server that runs for a moment, so many ms after the first, in which something happens. */
  const serve = async (later: number): Promise<void> => {
    const { settings } = database;
    const app = await buildServer(settings, makeLogger(settings));
    app.get(Clock).now = () => began + later;
    await app.get(SigningKeys).start();
    kids.push(app.get(SigningKeys).of('checkpoint').kid);
    await app.get(Db).write(nameless('somebody'), (tx) => {
      const event = { action: 'test.made', object: 'thing:1', data: { later }, rows: [] };
      tx.events.push({ log: 'installation', event });
      return Promise.resolve();
    });
    await app.get(Checkpoints).signAll();
    await app.close();
    held.push(newest());
  };
  const newest = (): string =>
    readdirSync(database.settings.checkpointsDir)
      .filter((name) => name.startsWith('installation.'))
      .sort()
      .map((name) => join(database.settings.checkpointsDir, name))
      .at(-1) ?? '';
  const against = (path: string | undefined) => said(['verify', '--against', path ?? ''], env);
  const instant = (later: number): string => new Date(began + later).toISOString();

  it('say what is wrong with what they are told, and change nothing', async () => {
    const wrong: readonly (readonly [string[], string])[] = [
      [['rotate-key', 'session', '--reason', 'yearly'], 'There is no purpose session'],
      [['rotate-key', 'checkpoint'], 'Say why in --reason'],
      [['rotate-key', 'checkpoint', '--reason', 'x', '--distrust-after', 'tuesday'], 'is no instant'],
      [['distrust-key', kids[0] ?? '', '--reason', 'x'], 'is no instant'],
      [['distrust-key', kids[0] ?? '', '--reason', 'x', '--after', instant(0)], kids[0] ?? ''],
      [['distrust-key', 'none', '--reason', 'x', '--after', instant(0)], 'none'],
    ];
    for (const [words, part] of wrong) {
      const { code, text } = await said(words, env);
      expect([code, text.trim().split('\n')]).toEqual([1, [expect.stringContaining(part)]]);
    }
    expect((await against(held[1])).code).toBe(0);
  });

  it('put a new key in the place of the old one, whose notes stay good, and let both sign what grew since', async () => {
    const { code, text } = await said(['rotate-key', 'checkpoint', '--reason', 'yearly'], env);
    expect([code, text]).toEqual([0, expect.stringMatching(/The checkpoint key is now [0-9a-f]{16}\./)]);
    expect(text).not.toContain(kids[0]);
    const note = newest();
    expect(readFileSync(note, 'utf8').match(/\u2014/g)).toHaveLength(2);
    for (const one of [...held, note]) expect((await against(one)).code).toBe(0);
  });

  it('let nothing be believed that a key signed after it became known; what it signed before stays good', async () => {
    const words = [
      'distrust-key',
      kids[0] ?? '',
      '--reason',
      'a laptop was lost',
      '--after',
      instant(5 * MINUTE),
    ];
    const { code, text } = await said(words, env);
    expect([code, text]).toEqual([0, expect.stringContaining(`Nothing that ${kids[0]} signed after`)]);
    expect((await against(held[0])).code).toBe(0);
    const late = await against(held[1]);
    expect([late.code, late.text]).toEqual([
      6,
      expect.stringContaining('signed by a key that is distrusted since'),
    ]);
    // The log itself is what it was: a kept note of that key counts by its root alone.
    const alone = await said(['verify'], env);
    expect([alone.code, alone.text]).toEqual([0, expect.stringContaining('checkpoints signed')]);
  });

  it('let a server go on with the new key', async () => {
    await serve(40 * MINUTE);
    expect(new Set(kids).size).toBe(2);
    expect((await against(held.at(-1))).code).toBe(0);
  });
});
