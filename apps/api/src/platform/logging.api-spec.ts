import { Writable } from 'node:stream';
import { request } from 'node:http';
import type { Problem } from '@countersign/contracts/problems';
import { QueryFailedError } from 'typeorm';
import { pino } from 'pino';
import { Db } from '../db/db';
import { Routes } from './routes';
import { PASSWORD, type TestProgram } from '../testing/test-program';
import { TestServer } from '../testing/test-server';

type Line = Record<string, unknown> & { req?: Record<string, unknown> };

const written: string[] = [];
const sink = new Writable({
  write: (chunk: Buffer, _encoding, done) => {
    written.push(...String(chunk).trim().split('\n'));
    done();
  },
});

describe('Operator: the log at the default level', () => {
  let server: TestServer;
  let program: TestProgram;

  beforeAll(async () => {
    server = await TestServer.start({ logLevel: 'warn' }, undefined, pino({ level: 'warn' }, sink));
    program = await server.program('logging');
  });
  afterAll(() => server.stop());
  beforeEach(() => written.splice(0));

  const lines = (): Line[] => written.map((line) => JSON.parse(line) as Line);
  const ofRequest = (id: unknown): Line[] => lines().filter(({ req }) => req?.['id'] === id);

  it('tells of a failed sign-in with account and address, and never what was typed', async () => {
    const { email } = program.people.fellow;
    const known = { email, password: 'not the right one' };
    const reply = await server.client().post<Problem>('/session', { body: known });
    const [said, ended] = ofRequest(reply.body.requestId);
    expect(said).toMatchObject({ msg: 'A sign-in failed', account: program.people.fellow.id });
    expect(ended).toMatchObject({
      req: { method: 'POST', path: '/api/session', address: expect.stringContaining('127.0.0.1') as string },
      res: { status: 401 },
      code: 'session/wrong-credentials',
    });
    await server.client().post('/session', { body: { email: 'nobody@x.example', password: 'hunter2' } });
    expect(lines().some(({ account }) => account === 'unknown')).toBe(true);
    expect(written.join()).not.toMatch(/not the right one|hunter2|nobody@x|@logging/);
  });

  it('has the reference that a person was shown, with the person, and no query', async () => {
    const client = await server.as(program.people.fellow);
    const reply = await client.get<Problem>(`/programs/${program.id}/entries?fromOn=2026-13-40&itemId=words`);
    expect(ofRequest(reply.body.requestId)).toMatchObject([
      {
        personId: program.people.fellow.id,
        code: 'request/invalid',
        req: { path: `/api/programs/${program.id}/entries` },
      },
    ]);
    expect(written.join()).not.toMatch(/words|13-40/);
  });

  it('is silent about what went well, and about a visit that begins', async () => {
    await server.as(program.people.fellow);
    await server.client().get('/session');
    expect(written).toEqual([]);
  });

  it('tells the cause of a known fault and of an unknown one, without statement or values', async () => {
    const client = await server.as(program.people.fellow);
    const db = server.app.get(Db);
    const down = Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:3306'), { code: 'ECONNREFUSED' });
    const broken = Object.assign(new Error("Duplicate entry 'secret words' for key 'x'"), { code: 'ER_DUP' });
    for (const [fault, status, cause] of [
      [down, 503, { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 10.0.0.7:3306' }],
      [new QueryFailedError('INSERT secret words', ['secret words'], broken), 500, { code: 'ER_DUP' }],
    ] as const) {
      const read = jest.spyOn(db, 'read').mockRejectedValue(fault);
      const reply = await client.get<Problem>(`/programs/${program.id}/entries`);
      read.mockRestore();
      expect(reply.status).toBe(status);
      expect(ofRequest(reply.body.requestId)[0]).toMatchObject({ msg: 'A request failed', cause });
    }
    expect(written.join()).not.toContain('secret words');
  });
});

describe('Operator: HEAD', () => {
  it('works wherever GET does: every route, and the page', async () => {
    const server = await TestServer.start({ webRoot: 'apps/web/src' });
    const program = await server.program('head');
    const { email } = program.people.director;
    const opened = await server.client().post('/session', { body: { email, password: PASSWORD } });
    const cookie = opened.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const ask = (method: string, path: string) =>
      new Promise<string>((resolve, reject) => {
        const sending = request(
          `${server.origin}${path}`,
          { method, headers: { cookie, accept: '*/*' } },
          (reply) => {
            let size = 0;
            reply.on('data', (chunk: Buffer) => (size += chunk.length));
            reply.on('end', () => resolve(`${reply.statusCode} ${method === 'HEAD' ? size : ''}`));
          },
        );
        sending.once('error', reject);
        sending.end();
      });
    const paths = server.app
      .get(Routes)
      .list()
      .flatMap(({ route }) => (route?.endpoint.method === 'GET' ? [`/api${route.endpoint.path}`] : []))
      .map((path) => path.replace(':programId', program.id).replaceAll(/:\w+/g, program.people.fellow.id));
    for (const path of [...paths, '/', '/queue', '/main.ts', '/no/such.js']) {
      const status = (await ask('GET', path)).trim();
      expect([path, await ask('HEAD', path)]).toEqual([path, `${status} 0`]);
    }
    expect((await ask('HEAD', '/')).startsWith('200')).toBe(true);
    await server.stop();
  });
});
