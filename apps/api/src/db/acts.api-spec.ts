import { randomUUID } from 'node:crypto';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { DecisionRow, EntryRow } from '../entries/entry.row';
import { OldActs } from '../followers/old-acts';
import { programUnderTest } from '../testing/program-under-test';
import type { Reply, TestClient } from '../testing/test-client';
import { entryBody, NOON } from '../testing/test-program';
import { ACT_KEPT_MS, ActRow } from './act.row';
import { EventRow } from './event.row';

const DAY = 86_400_000;

describe('An act with a key', () => {
  const here = programUnderTest('acts', 'fellow', 'supervisor');

  /** One act, to be sent as often as one likes. */
  interface Sent {
    readonly by: 'fellow' | 'supervisor';
    readonly method: 'post' | 'put';
    readonly path: string;
    readonly revision?: number;
    readonly body?: unknown;
  }

  const send = (act: Sent, key: string, change: Partial<Sent> = {}): Promise<Reply<EntryView>> => {
    const { by, method, path, revision, body } = { ...act, ...change };
    const client: TestClient = here[by];
    return client[method]<EntryView>(path, {
      ...(body === undefined ? {} : { body }),
      ...(revision === undefined ? {} : { revision }),
      headers: { 'idempotency-key': key },
    });
  };

  const logged = async (): Promise<EntryView> =>
    (await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program) })).body;

  const countOf = (id: string) =>
    here.server.read(async (manager) => ({
      events: await manager.countBy(EventRow, { logId: here.program.id, object: `entry:${id}` }),
      decisions: await manager.countBy(DecisionRow, { programId: here.program.id, entryId: id }),
    }));

  const acts: Record<string, () => Promise<Sent>> = {
    log: async () => ({ by: 'fellow', method: 'post', path: here.entries, body: entryBody(here.program) }),
    edit: async () => {
      const kept = { ...entryBody(here.program), then: 'keep' };
      const { id, revision } = (await here.fellow.post<EntryView>(here.entries, { body: kept })).body;
      const { id: _, ...body } = { ...entryBody(here.program), performedOn: '2026-11-20' };
      return { by: 'fellow', method: 'put', path: `${here.entries}/${id}`, revision, body };
    },
    approve: async () => {
      const { id, revision } = await logged();
      const path = `${here.entries}/${id}/approval`;
      return { by: 'supervisor', method: 'post', path, revision, body: { help: 4 } };
    },
    return: async () => {
      const { id, revision } = await logged();
      const body = { reasonCode: 'wrong-details', reasonText: 'The level is not the one of the image.' };
      return { by: 'supervisor', method: 'post', path: `${here.entries}/${id}/return`, revision, body };
    },
    undo: async () => {
      const { id, revision } = await logged();
      const approved = await here.supervisor.post<EntryView>(`${here.entries}/${id}/approval`, {
        revision,
        body: { help: 4 },
      });
      const path = `${here.entries}/${id}/undo`;
      return { by: 'supervisor', method: 'post', path, revision: approved.body.revision };
    },
    void: async () => {
      const { id, revision } = await logged();
      const path = `${here.entries}/${id}/void`;
      return { by: 'fellow', method: 'post', path, revision, body: { reason: 'Logged twice.' } };
    },
  };

  it.each(Object.keys(acts))(
    'that is sent again answers the first answer and does nothing: %s',
    async (name) => {
      const act = await acts[name]!();
      const key = randomUUID();
      const first = await send(act, key);
      expect([200, 201]).toContain(first.status);
      const done = await countOf(first.body.id);
      const again = await send(act, key);
      expect([again.status, again.body]).toEqual([first.status, first.body]);
      expect(await countOf(first.body.id)).toEqual(done);
    },
  );

  it.each(Object.keys(acts))('refuses something else under the same key: %s', async (name) => {
    const act = await acts[name]!();
    const key = randomUUID();
    const first = await send(act, key);
    const done = await countOf(first.body.id);
    const other = await send(act, key, { revision: (act.revision ?? 0) + 7 });
    expect([other.status, (other.body as unknown as Problem).code]).toEqual([422, 'request/key-reused']);
    expect(await countOf(first.body.id)).toEqual(done);
  });

  it('that is sent 20 times at once is done once, and everybody hears the same', async () => {
    const act = await acts['approve']!();
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(act, key)));
    expect(new Set(replies.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(replies[0]?.status).toBe(200);
    expect((await countOf(replies[0]!.body.id)).decisions).toBe(1);
  });

  it('that was refused may be sent again under its key, once it can be done', async () => {
    const { id, revision } = await logged();
    const key = randomUUID();
    const path = `${here.entries}/${id}/approval`;
    const late: Sent = { by: 'supervisor', method: 'post', path, revision: revision + 1, body: { help: 4 } };
    expect((await send(late, key)).status).toBe(412);
    expect((await send({ ...late, revision }, key)).status).toBe(200);
  });

  it('belongs to the person: another person’s act of that key is another act', async () => {
    const key = randomUUID();
    const { id, revision } = (await send(await acts['log']!(), key)).body;
    const path = `${here.entries}/${id}/approval`;
    const approved = await send({ by: 'supervisor', method: 'post', path, revision, body: { help: 5 } }, key);
    expect([approved.status, approved.body.id]).toEqual([200, id]);
  });

  it.each(['', 'short', 'with spaces in it, and more', 'x'.repeat(65)])(
    'must have one of the right form: %j',
    async (key) => {
      const reply = await send(await acts['log']!(), key);
      expect([reply.status, (reply.body as unknown as Problem).code]).toEqual([400, 'request/missing-key']);
    },
  );

  it('is answered again for three days', async () => {
    const key = randomUUID();
    await send(await acts['log']!(), key);
    const sweep = (now: number) =>
      here.server.write('timer', async (tx) => {
        Object.assign(tx, { now });
        await here.server.app.get(OldActs).clear(tx);
      });
    const held = () => here.server.read((manager) => manager.countBy(ActRow, { id: key }));
    await sweep(NOON + ACT_KEPT_MS - 1);
    expect(await held()).toBe(1);
    await sweep(NOON + ACT_KEPT_MS + DAY);
    expect(await held()).toBe(0);
    expect(
      await here.server.read((manager) => manager.countBy(EntryRow, { programId: here.program.id })),
    ).toBeGreaterThan(0);
  });
});
