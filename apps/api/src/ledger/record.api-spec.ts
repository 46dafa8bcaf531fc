import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import type { CheckpointsView } from '@countersign/contracts/ledger/views';
import type { Receipt } from '@countersign/contracts/ledger/receipt';
import { CheckpointRow } from '../db/checkpoint.row';
import { EventRow } from '../db/event.row';
import { programUnderTest } from '../testing/program-under-test';
import { folder, said } from '../testing/said';
import { entryBody } from '../testing/test-program';
import { Checkpoints } from './checkpoints';
import { environmentOf } from '../testing/test-database';

describe('The record of a program', () => {
  const here = programUnderTest('record', 'fellow', 'supervisor', 'director', 'coordinator');
  let entry: string;

  const log = async (): Promise<string> => {
    const body = entryBody(here.program);
    expect((await here.fellow.post(here.entries, { body })).status).toBe(201);
    return `${here.entries}/${body.id}`;
  };
  const sign = () => here.server.app.get(Checkpoints).signAll();
  /** A file as it came, not as JSON. */
  const file = async (path: string): Promise<{ status: number; text: string; type: string | null }> => {
    const cookies = ['sid', 'XSRF-TOKEN'].map((name) => `${name}=${here.director.cookie(name)}`);
    const reply = await fetch(`${here.server.origin}/api${path}`, {
      headers: { cookie: cookies.join('; '), 'x-person': here.program.people.director.id },
    });
    return { status: reply.status, text: await reply.text(), type: reply.headers.get('content-type') };
  };
  const env = () => environmentOf(here.server.database);
  const verified = (text: string) => {
    const path = join(folder(), 'receipt.json');
    writeFileSync(path, text);
    return said(['verify', '--receipt', path], env());
  };

  beforeAll(async () => {
    entry = await log();
  });

  it('gives no receipt before a checkpoint was signed', async () => {
    expect(await here.fellow.get(`${entry}/receipt`)).toMatchObject({
      status: 409,
      body: { code: 'record/not-signed-yet' },
    });
  });

  it('lists its checkpoints and those of the installation, the newest first, with the keys that signed', async () => {
    await sign();
    await log();
    await sign();
    const own = (await here.director.get<CheckpointsView>(`${here.base}/record/program`)).body;
    expect(own).toMatchObject({ logId: here.program.id, more: false });
    expect(own.checkpoints).toHaveLength(2);
    expect(own.checkpoints[0]?.size).toBe(own.size);
    expect(own.checkpoints[0]?.signedBy).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/)]);
    const older = await here.coordinator.get<CheckpointsView>(
      `${here.base}/record/program?below=${own.checkpoints[0]?.size}`,
    );
    expect(older.body.checkpoints).toEqual([own.checkpoints[1]]);
    const installation = (await here.director.get<CheckpointsView>(`${here.base}/record/installation`)).body;
    expect([installation.logId, installation.checkpoints.length > 0]).toEqual(['installation', true]);
  });

  it('has pages of fifty; one that nobody signed has no key and no note', async () => {
    const { logId, size, checkpoints } = (
      await here.director.get<CheckpointsView>(`${here.base}/record/program`)
    ).body;
    const [newest] = checkpoints;
    const extra = Array.from({ length: 60 }, (_, nth) => ({
      ...{ logId, size: 1000 + nth, root: newest?.root ?? '', chain: 'f'.repeat(64) },
      ...{ frontier: [], at: 0, note: null },
    }));
    await here.server.write('test', ({ manager }) => manager.insert(CheckpointRow, extra));
    const first = (await here.director.get<CheckpointsView>(`${here.base}/record/program`)).body;
    expect([first.checkpoints.length, first.more, first.checkpoints[0]?.signedBy]).toEqual([50, true, []]);
    const next = `${here.base}/record/program?below=${first.checkpoints.at(-1)?.size}`;
    expect((await here.director.get<CheckpointsView>(next)).body).toMatchObject({ size, more: false });
    expect((await here.director.get(`${here.base}/record/program/1000`)).status).toBe(404);
    for (const { size: one } of extra)
      await here.server.write('test', ({ manager }) => manager.delete(CheckpointRow, { logId, size: one }));
  });

  it('gives the note byte for byte, and nothing for what is no checkpoint', async () => {
    const [row] = await here.server.read((manager) =>
      manager.findBy(CheckpointRow, { logId: here.program.id }),
    );
    const got = await file(`${here.base}/record/program/${row?.size}`);
    expect(got).toMatchObject({ status: 200, text: row?.note });
    expect(got.type).toMatch(/^text\/plain/);
    for (const path of ['program/999999', 'program/0', 'program/1e3', 'other/1', 'other'])
      expect((await here.director.get(`${here.base}/record/${path}`)).status).toBe(404);
    expect((await here.director.get(`${here.base}/record/program?below=-1`)).status).toBe(400);
    expect((await here.supervisor.get(`${here.base}/record/program`)).status).toBe(403);
  });

  it('gives a receipt of an entry to those who may read it, that the command holds against the log', async () => {
    const { body } = await here.fellow.get<Receipt>(`${entry}/receipt`);
    expect(body.events.map(({ action }) => action)).toEqual(['entry.submitted']);
    expect(body.unsigned).toEqual([]);
    const other = await here.server.as(here.program.people.otherFellow);
    expect((await other.get(`${entry}/receipt`)).status).toBe(404);
    const good = await verified(JSON.stringify(body));
    expect([good.code, good.text]).toEqual([
      0,
      expect.stringMatching(/receipt for event \d+ \(entry.submitted of .*\): in the checkpoint of/),
    ]);
    // A stranger who has the two roots checks the growth without the log.
    expect(good.text).toMatch(/grew from the held checkpoint of \d+ events/);
    expect(good.text).toMatch(/consistency proof \(RFC 6962\), [1-9]\d* hashes:\n {4}[0-9a-f]{64}\n/);
  });

  it('tells what came after the checkpoint apart', async () => {
    await here.supervisor.post(`${entry}/approval`, { revision: 1, body: { help: 4 } });
    const { body } = await here.fellow.get<Receipt>(`${entry}/receipt`);
    expect([body.events.length, body.unsigned.length]).toEqual([1, 1]);
  });

  describe('finds by a receipt', () => {
    let receipt: Receipt;
    beforeAll(async () => {
      receipt = (await here.fellow.get<Receipt>(`${entry}/receipt`)).body;
    });
    const changed = (change: Partial<Receipt['events'][number]>) =>
      verified(JSON.stringify({ ...receipt, events: receipt.events.map((one) => ({ ...one, ...change })) }));

    it.each<[string, Partial<Receipt['events'][number]>, string]>([
      ['another hash', { leaf: 'a'.repeat(64) }, 'it is not in its checkpoint'],
      ['another proof', { proof: [] }, 'it is not in its checkpoint'],
      ['another act', { action: 'entry.approved' }, 'this log has another event in its place'],
    ])('%s', async (_what, change, line) => {
      const { code, text } = await changed(change);
      expect([code, text]).toEqual([7, expect.stringContaining(line)]);
    });

    it('a checkpoint that nobody signed', async () => {
      const checkpoint = receipt.checkpoint.replace(/\n(\d+)\n/, '\n1$1\n');
      const { code, text } = await verified(JSON.stringify({ ...receipt, checkpoint }));
      expect([code, text]).toEqual([6, expect.stringContaining('its checkpoint is not to be believed')]);
    });

    it('an event that is gone', async () => {
      const [event] = receipt.events;
      const at = { logId: here.program.id, seq: event?.seq ?? 0 };
      const row = await here.server.read((manager) => manager.findOneByOrFail(EventRow, at));
      await here.server.write('test', ({ manager }) => manager.delete(EventRow, at));
      const { code, text } = await verified(JSON.stringify(receipt));
      await here.server.write('test', ({ manager }) => manager.insert(EventRow, row));
      expect([code, text]).toEqual([2, expect.stringContaining('it is not in this log')]);
      expect((await verified(JSON.stringify(receipt))).code).toBe(0);
    });

    it.each([
      ['no JSON', 'nothing'],
      ['no receipt', '{"format":"other"}'],
      ['nothing', 'null'],
    ])('nothing in a file that holds %s, and says so', async (_what, text) => {
      expect(await verified(text)).toMatchObject({
        code: 1,
        text: expect.stringContaining('is no receipt') as unknown,
      });
    });
  });
});
