import { EventRow } from './db/event.row';
import { EntryRow } from './entries/entry.row';
import { entryBody, type TestProgram } from './testing/test-program';
import { TestServer } from './testing/test-server';
import { verifyLogs } from './verify-logs';

describe('The command that verifies the logs', () => {
  let server: TestServer;
  let program: TestProgram;

  beforeAll(async () => {
    server = await TestServer.start();
    program = await server.program('verify');
    const fellow = await server.as(program.people.fellow);
    await fellow.post(`/programs/${program.id}/entries`, { body: entryBody(program) });
  });
  afterAll(() => server.stop());

  const verified = async () => {
    const lines: string[] = [];
    return { code: await verifyLogs(server.app, (line) => lines.push(line)), lines };
  };

  it('says of each log how long it is and how it ends, and that it is as it was written', async () => {
    const { code, lines } = await verified();
    const whole = (log: string) =>
      expect.stringMatching(
        new RegExp(`^Log ${log}: \\d+ events, ends with [0-9a-f]{16}…; as it was written\\.$`),
      ) as unknown;
    expect(code).toBe(0);
    expect(lines.sort()).toEqual([whole(program.id), whole('installation')].sort());
  });

  it('names every row that was changed past the log, and every event that was tampered with', async () => {
    await server.write('test', async ({ manager }) => {
      await manager.update(EntryRow, { programId: program.id }, { state: 'approved' });
      await manager.update(EventRow, { logId: 'installation', seq: 2 }, { actorId: 'somebody' });
      await manager.update(EventRow, { logId: 'installation', seq: 3 }, { body: null });
    });
    const { code, lines } = await verified();
    expect(code).toBe(3);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ {2}entry \{.*\}: state$/),
        '  event 2: not what was hashed (ledger/leaf-differs)',
        '  event 3: has no text, and no redaction says why (ledger/body-missing)',
      ]),
    );
  });
});
