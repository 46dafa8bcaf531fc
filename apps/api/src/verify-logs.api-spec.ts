import { EventRow } from './db/event.row';
import { EntryRow } from './entries/entry.row';
import { programUnderTest } from './testing/program-under-test';
import { entryBody } from './testing/test-program';
import { verifyLogs } from './verify-logs';

describe('The command that verifies the logs', () => {
  const here = programUnderTest('verify', 'fellow');

  beforeAll(async () => {
    await here.fellow.post(`/programs/${here.program.id}/entries`, { body: entryBody(here.program) });
  });

  const verified = async () => {
    const lines: string[] = [];
    return { code: await verifyLogs(here.server.app, (line) => lines.push(line)), lines };
  };

  it('says of each log how long it is and how it ends, and that it is as it was written', async () => {
    const { code, lines } = await verified();
    const whole = (log: string) =>
      expect.stringMatching(
        new RegExp(`^Log ${log}: \\d+ events, ends with [0-9a-f]{16}…; as it was written\\.$`),
      ) as unknown;
    expect(code).toBe(0);
    expect(lines.sort()).toEqual([whole(here.program.id), whole('installation')].sort());
  });

  it('names every row that was changed past the log, and every event that was tampered with', async () => {
    await here.server.write('test', async ({ manager }) => {
      await manager.update(EntryRow, { programId: here.program.id }, { state: 'approved' });
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
