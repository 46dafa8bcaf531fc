import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, tfesi } from '../testing/test-program';

describe('A correction', () => {
  const here = programUnderTest('corrections-refused', 'fellow', 'supervisor', 'director');
  const corrections = [{ position: 0, role: 'assisted' }] as const;
  const correctionReason = 'I held the needle';

  const at = ({ id }: EntryView, act: string) => `${here.entries}/${id}/${act}`;
  async function submitted(procedures = [tfesi()]): Promise<EntryView> {
    return (
      await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program, { procedures }) })
    ).body;
  }
  async function corrected(): Promise<EntryView> {
    const entry = await submitted();
    const body = { help: 3, corrections, correctionReason };
    return (await here.supervisor.post<EntryView>(at(entry, 'approval'), { revision: 1, body })).body;
  }
  const answer = (entry: EntryView, body: object) =>
    here.fellow.post<EntryView>(at(entry, 'answer'), { revision: entry.revision, body });
  const resolve = (entry: EntryView, body: object) =>
    here.director.post<EntryView>(at(entry, 'resolution'), { revision: entry.revision, body });
  const read = async ({ id }: EntryView) => (await here.fellow.get<EntryView>(`${here.entries}/${id}`)).body;
  const said = async (entry: EntryView) => (await read(entry)).versions[0]?.decisions;
  const refusal = (reply: { status: number; body: unknown }) => {
    const { code, errors } = reply.body as Problem;
    return [reply.status, code, ...(errors ?? []).map(({ pointer, code: fault }) => `${pointer} ${fault}`)];
  };

  it('is refused where it contradicts the rest of the entry, which then still waits', async () => {
    const aborted = tfesi({ outcome: 'aborted', abortedReason: 'Vasovagal' });
    const procedures = [
      tfesi({ outcome: 'supervisor-took-over' }),
      ...[{ ...aborted, role: 'observed', abortedReason: 'Blood pressure' } as const, aborted],
    ];
    const entry = await submitted(procedures);
    const ask = (...values: object[]) =>
      here.supervisor.post(at(entry, 'approval'), {
        revision: 1,
        body: { help: 3, corrections: values, correctionReason },
      });
    expect(refusal(await ask({ position: 0, role: 'assisted' }))).toEqual([
      ...[400, 'request/invalid', '/corrections/0 review/correction-contradicts'],
    ]);
    const both = [
      { position: 2, role: 'assisted' },
      { position: 1, supervision: 'oversight' },
    ];
    expect(refusal(await ask(...both))).toEqual([
      ...[400, 'request/invalid', '/corrections/1 review/correction-contradicts'],
    ]);
    // Two reasons in other words are two procedures, whatever stands in the texts.
    expect((await read(entry)).state).toBe('submitted');
    expect((await ask({ position: 1, role: 'performed' })).status).toBe(200);
  });

  it('is refused where two procedures would become one', async () => {
    const entry = await submitted([tfesi(), tfesi({ role: 'assisted' })]);
    const reply = await here.supervisor.post(at(entry, 'approval'), {
      revision: 1,
      body: { help: 3, corrections: [{ position: 1, role: 'performed' }], correctionReason },
    });
    expect(refusal(reply)).toEqual([
      ...[400, 'request/invalid', '/corrections/0 review/correction-repeats-row'],
    ]);
  });

  it('of a returned version is not taken, and a second approval neither', async () => {
    const entry = await submitted();
    const returned = await here.supervisor.post<EntryView>(at(entry, 'return'), {
      revision: 1,
      body: { reasonCode: 'duplicate' },
    });
    const body = { help: 3, corrections, correctionReason };
    const late = await here.supervisor.post(at(entry, 'approval'), {
      revision: returned.body.revision,
      body,
    });
    expect(refusal(late)).toEqual([409, 'entry/not-allowed-now']);
    const done = await corrected();
    const again = await here.supervisor.post(at(done, 'approval'), { revision: done.revision, body });
    expect(refusal(again)).toEqual([409, 'entry/not-allowed-now']);
  });

  it('that was answered or resolved many times at once has one answer and one resolution', async () => {
    const entry = await corrected();
    const kinds = [{ kind: 'accepted' }, { kind: 'contested', text: 'I placed both needles' }];
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, nth) => answer(entry, kinds[nth % 2] ?? {})),
    );
    // Whoever comes second finds another version, or that there is nothing left to say.
    const statuses = (replies: readonly { status: number }[]) =>
      replies.map(({ status }) => (status === 412 ? 409 : status)).sort((one, other) => one - other);
    const oneWinner = [200, ...Array.from({ length: 11 }, () => 409)];
    expect(statuses(answers)).toEqual(oneWinner);
    expect(await said(entry)).toHaveLength(2);

    const waiting = (await answer(await corrected(), { kind: 'contested', text: 'I placed both needles' }))
      .body;
    const outcomes = ['upheld', 'reversed'];
    const resolutions = await Promise.all(
      Array.from({ length: 12 }, (_, nth) =>
        resolve(waiting, { kind: outcomes[nth % 2], text: 'Seen on the images' }),
      ),
    );
    expect(statuses(resolutions)).toEqual(oneWinner);
    expect(await said(waiting)).toHaveLength(3);
  });
});
