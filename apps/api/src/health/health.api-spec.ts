import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { Problem } from '@countersign/contracts/problems';
import type { TestClient } from '../testing/test-client';
import { TestServer } from '../testing/test-server';

describe('A monitor asks', () => {
  let server: TestServer;
  let client: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    client = await server.as((await server.program('health')).people.fellow);
  });
  afterAll(() => server.stop());

  const ready = async (): Promise<string> => {
    // An answer is given for a second to whoever asks.
    await sleep(1_050);
    const { status, body } = await client.get<Problem>('/health/ready');
    return status === 200 ? '200' : `${status} ${body.code} ${body.values?.['reason']}`;
  };

  it('and the server is ready while the database has every migration of this version', async () => {
    expect(await ready()).toBe('200');
    const source = server.app.get(DataSource);
    const newest = source.migrations.at(-1)?.name ?? '';
    await source.query(`UPDATE migrations SET name = 'OfALaterVersion' WHERE name = '${newest}'`);
    expect(await ready()).toBe('503 server/database other-schema');
    await source.query(`UPDATE migrations SET name = '${newest}' WHERE name = 'OfALaterVersion'`);
    expect(await ready()).toBe('200');
  });

  it('and the server lives, and says that it is not ready, while the database is gone, whoever asks', async () => {
    await server.app.get(DataSource).destroy();
    for (const asking of [client, server.client()])
      expect((await asking.get('/health/live')).status).toBe(200);
    expect((await client.get('/openapi.json')).status).toBe(200);
    expect(await ready()).toBe('503 server/database gone');
  });
});
