import type { EntryView } from '@countersign/contracts/entries/views';
import type { SignOffHistoryView } from '@countersign/contracts/sign-offs/history-views';
import type { SignOffListView, SignOffView } from '@countersign/contracts/sign-offs/views';
import { Followers } from '../followers/followers';
import { signOffsUnderTest, type SignOffsUnderTest } from '../testing/sign-offs-under-test';
import { entryBody, NOON } from '../testing/test-program';

describe('Evidence under a signed competency', () => {
  let here: SignOffsUnderTest;
  let entries: EntryView[];
  let id: string;
  let made = 0;

  beforeEach(async () => {
    here = await signOffsUnderTest(`evidence-${made++}`);
    entries = await here.counted(2);
    ({ id } = await here.signed());
    here.server.setClock(NOON + 60_000);
  });
  afterEach(() => here.server.stop());

  const director = () => here.as('director');
  const first = () => entries[0]?.id ?? '';
  const look = async (): Promise<SignOffView> => {
    await here.server.app.get(Followers).catchUp();
    return (await director().get<SignOffView>(`${here.base}/sign-offs/${id}`)).body;
  };
  /** An act on the first entry, in its newest state. */
  const onEntry = async (who: Parameters<SignOffsUnderTest['as']>[0], act: string, body: object = {}) => {
    const path = `${here.base}/entries/${first()}`;
    const { revision } = (await here.as(who).get<EntryView>(path)).body;
    const reply = await here.as(who).post<EntryView>(`${path}/${act}`, { revision, body });
    expect([act, reply.status]).toEqual([act, 200]);
    return reply.body;
  };
  const amend = async (change: Parameters<typeof entryBody>[1]) => {
    const path = `${here.base}/entries/${first()}`;
    const { revision } = (await here.as('fellow').get<EntryView>(path)).body;
    const { id: _id, ...body } = entryBody(here.program, { performedOn: '2026-11-10', ...change });
    const reply = await here.as('fellow').post(`${path}/amendments`, { revision, body });
    expect(reply.status).toBe(200);
  };
  const changed = (view: SignOffView) =>
    view.changed.map(({ entryId, number, what }) => [entryId, number, what]);

  it('that is amended flags it once the new version is approved, not before; the signatures stay', async () => {
    await amend({ ageBand: '65-89' });
    expect(await look()).toMatchObject({ changed: [], waitsForMe: false });
    await onEntry('supervisor', 'approval', { help: 4 });
    const flagged = await look();
    expect(changed(flagged)).toEqual([[first(), 1, 'amended']]);
    expect(flagged).toMatchObject({ state: 'signed', waitsForMe: true, signatures: [{}, {}] });
    expect(flagged.flaggedAt).toBeGreaterThan(NOON);
  });

  it('that is voided, after it was kept once, is told again beside what was told before', async () => {
    await amend({ ageBand: '65-89' });
    await onEntry('supervisor', 'approval', { help: 4 });
    await look();
    const kept = await here.act(director(), id, 'keeping', { text: 'The same case, an age corrected.' });
    expect(kept.body).not.toHaveProperty('flaggedAt');
    await onEntry('director', 'void', { reason: 'Logged twice.' });
    const flagged = await look();
    expect(changed(flagged)).toEqual([
      [first(), 1, 'amended'],
      [first(), 1, 'voided'],
    ]);
    expect(flagged).toMatchObject({ waitsForMe: true });
  });

  it('that somebody else’s sign-off rests on, or none does, flags nothing', async () => {
    const [more] = await here.counted(1);
    entries = more ? [more] : [];
    await onEntry('director', 'void', { reason: 'Logged twice.' });
    expect(await look()).toMatchObject({ changed: [], waitsForMe: false });
  });

  it('is looked at while the sign-off is suspended too, and not once it is revoked', async () => {
    await here.act(director(), id, 'suspension', { text: 'Until we have talked.' });
    await onEntry('director', 'void', { reason: 'Logged twice.' });
    expect(await look()).toMatchObject({
      ...{ state: 'suspended', waitsForMe: true, acts: ['keep', 'reinstate', 'revoke'] },
      changed: [{ what: 'voided' }],
    });
    await here.act(director(), id, 'revocation', { text: 'One was logged twice.' });
    entries = entries.slice(1);
    await onEntry('director', 'void', { reason: 'Not this fellow.' });
    expect((await look()).changed).toHaveLength(1);
  });

  it('is told once, however often the log is read, and stands in what waits for the director alone', async () => {
    await onEntry('director', 'void', { reason: 'Logged twice.' });
    await look();
    expect((await look()).changed).toHaveLength(1);
    const waiting = async (who: Parameters<SignOffsUnderTest['as']>[0]) =>
      (await here.as(who).get<SignOffListView>(`${here.base}/sign-offs?waiting=me`)).body.waiting;
    expect([await waiting('director'), await waiting('coordinator'), await waiting('supervisor')]).toEqual([
      ...[1, 0, 0],
    ]);
  });

  it('and all that became of it is in its history, with old and new, to those who may read it', async () => {
    await onEntry('director', 'void', { reason: 'Logged twice.' });
    await look();
    const text = 'One fewer still shows it.';
    await here.act(director(), id, 'keeping', { text });
    await here.act(director(), id, 'suspension', { text: 'Until we have talked.' });
    await here.act(director(), id, 'reinstatement');
    const path = `${here.base}/sign-offs/${id}/history`;
    const { events } = (await here.as('fellow').get<SignOffHistoryView>(path)).body;
    expect(events.map(({ action, from, to }) => [action, from, to])).toEqual([
      ['sign-off.asked', undefined, 'asked'],
      ['sign-off.opened', undefined, undefined],
      ['sign-off.signed', 'asked', 'partly-signed'],
      ['sign-off.opened', undefined, undefined],
      ['sign-off.signed', 'partly-signed', 'signed'],
      ['sign-off.completed', undefined, undefined],
      ['sign-off.flagged', undefined, undefined],
      ['sign-off.kept', undefined, undefined],
      ['sign-off.suspended', 'signed', 'suspended'],
      ['sign-off.reinstated', 'suspended', 'signed'],
    ]);
    expect(events[2]).toMatchObject({
      by: { name: 'Supervisor One' },
      signature: { printedName: 'Supervisor One', capacity: 'supervisor', meaning: 'competency-granted' },
    });
    expect(events[6]).toMatchObject({ changed: [{ entryId: first(), number: 1, what: 'voided' }] });
    expect(events[6]).not.toHaveProperty('by');
    expect(events[7]).toMatchObject({ text, by: { name: 'Director One' } });
    const seen = (await here.as('coordinator').get<SignOffHistoryView>(path)).body.events;
    expect(seen.map((event) => event.text)).toEqual(seen.map(() => undefined));
    expect((await here.as('otherFellow').get(path)).status).toBe(404);
    expect((await here.as('otherSupervisor').get(path)).status).toBe(404);
  });
});
