import { createPublicKey, verify } from 'node:crypto';
import { chmodSync, copyFileSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { publicKeyOf } from '@countersign/domain/ledger';
import type { IssuerKeyView, IssuerKeysView } from '@countersign/contracts/ledger/views';
import { EventRow } from '../db/event.row';
import { makeLogger } from '../platform/logging';
import { buildServer } from '../server';
import { createTestDatabase, dialect, environmentOf } from '../testing/test-database';
import { said } from '../testing/said';
import { TestServer } from '../testing/test-server';
import { SigningKeys } from './signing-keys';

describe('The keys of an installation', () => {
  let server: TestServer;
  let keys: readonly IssuerKeyView[];

  beforeAll(async () => {
    server = await TestServer.start();
    keys = (await server.client().get<IssuerKeysView>('/issuer-keys')).body.keys;
  });
  afterAll(() => server.stop());

  it('are made at the first start, one for each purpose, and anybody may read their public halves', () => {
    expect(keys.map(({ purpose }) => purpose).sort()).toEqual(['checkpoint', 'credential']);
    expect(keys).toContainEqual(
      expect.objectContaining({
        issuer: 'did:web:localhost%3A3000',
        method: expect.stringMatching(/^did:web:localhost%3A3000#[0-9a-f]{16}$/) as unknown,
      }),
    );
  });

  it('sign what their published half verifies', () => {
    const key = server.app.get(SigningKeys).of('credential');
    const bytes = Buffer.from('what is signed');
    const published = keys.find(({ kid }) => kid === key.kid)?.publicKey ?? '';
    const prefix = Buffer.from('302a300506032b6570032100', 'hex');
    const der = Buffer.concat([prefix, publicKeyOf(published)]);
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
    expect(verify(null, bytes, publicKey, key.sign(bytes))).toBe(true);
  });

  it('stand in the log of the installation, without their private halves, which only their owner may read', async () => {
    const events = await server.read((manager) => manager.findBy(EventRow, { action: 'key.made' }));
    expect(events.map(({ object }) => object).sort()).toEqual(keys.map(({ kid }) => `key:${kid}`).sort());
    const folder = server.database.settings.keysDir;
    expect(readdirSync(folder)).toHaveLength(2);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('are a DID document of the host', async () => {
    const reply = await fetch(`${server.origin}/.well-known/did.json`);
    expect(reply.headers.get('content-type')).toContain('application/did+json');
    const [credential] = keys.filter(({ purpose }) => purpose === 'credential');
    expect(await reply.json()).toMatchObject({
      id: 'did:web:localhost%3A3000',
      verificationMethod: expect.arrayContaining([
        expect.objectContaining({ id: credential?.method, publicKeyMultibase: credential?.publicKey }),
      ]) as unknown,
      assertionMethod: [credential?.method],
    });
    expect((await fetch(`${server.origin}/.well-known/did.json`, { method: 'POST' })).status).toBe(404);
  });
});

describe('A start', () => {
  const database = createTestDatabase();
  afterAll(async () => (await database).drop());

  /** Starts as `serve` does and answers the ids of the keys. */
  const started = async (): Promise<string[]> => {
    const { settings } = await database;
    const app = await buildServer(settings, makeLogger(settings));
    try {
      await app.get(SigningKeys).start();
      return (['checkpoint', 'credential'] as const).map((purpose) => app.get(SigningKeys).of(purpose).kid);
    } finally {
      await app.close();
    }
  };

  it('finds the keys of the one before', async () => {
    expect(await started()).toEqual(await started());
  });

  it('is refused in plain words where a key is missing, not its own, or not its owner’s alone', async () => {
    const { settings } = await database;
    const env = { ...environmentOf({ settings }), PORT: '0' };
    const [checkpoint] = await started();
    const file = join(settings.keysDir, `checkpoint-${checkpoint}.pem`);
    const refused = async (part: string) => {
      const { code, text } = await said([], env);
      expect([code, text.trim().split('\n').length]).toEqual([1, 1]);
      expect(text).toContain(file);
      expect(text).toContain(part);
    };
    chmodSync(file, 0o640);
    await refused('can be read or changed by others');
    chmodSync(file, 0o600);
    renameSync(file, `${file}.away`);
    await refused('is missing');
    const other = readdirSync(settings.keysDir).find((name) => name.startsWith('credential')) ?? '';
    copyFileSync(join(settings.keysDir, other), file);
    await refused('does not hold the checkpoint key');
    renameSync(`${file}.away`, file);
    expect(await started()).toHaveLength(2);
  }, 60_000);

  if (dialect === 'mysql') {
    it('of several servers on one database and folder makes one key of each purpose', async () => {
      const fresh = await createTestDatabase();
      const { settings } = fresh;
      const apps: Awaited<ReturnType<typeof buildServer>>[] = [];
      // The first brings the database to its schema before another looks.
      for (let nth = 0; nth < 3; nth += 1) apps.push(await buildServer(settings, makeLogger(settings)));
      await Promise.all(apps.map((app) => app.get(SigningKeys).start()));
      const kids = apps.map((app) => app.get(SigningKeys).of('checkpoint').kid);
      expect(new Set(kids).size).toBe(1);
      expect(readdirSync(settings.keysDir)).toHaveLength(2);
      for (const app of apps) await app.close();
      await fresh.drop();
    }, 60_000);
  }
});
