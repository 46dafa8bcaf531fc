import { checkNote, signCheckpoint, verifyLog, type LogToVerify, type NoteKey } from './index';
import { adapters, onNode, sha256Now } from './testdata/crypto-adapters';
import { checkpointOf, headOf, key, logId, nextSigner, sampleLog, signer } from './testdata/sample-log';
import { forged, rechained } from './testdata/tampered-log';

/** The last checkpoint that was held outside before the first key became known to others. */
const HELD = 12;
const rows = sampleLog(20);
const compromised: NoteKey = { ...key, distrustAfterSize: HELD };
const keys = [compromised, nextSigner.key];

describe.each(adapters)('A log whose first key became known to others, with $name,', (adapter) => {
  const findings = async (change: Partial<LogToVerify>) => {
    const events = change.events ?? rows;
    return (await verifyLog({ logId, events, keys, ...change }, adapter)).findings;
  };
  const size = (wanted: number) => checkpointOf(rows, wanted);
  const refused = (list: string, index: number) => ({
    code: 'ledger/key-distrusted',
    checkpoint: { list, index },
  });

  it('is still proven by what that key signed until then', async () => {
    const past = await Promise.all(Array.from({ length: HELD + 1 }, (_, n) => size(n)));
    expect(await findings({ kept: past, heldOutside: past })).toEqual([]);
  });

  it('is not proven by a later checkpoint that only that key signed', async () => {
    const notes = [await size(HELD), await size(HELD + 1), await size(20)];
    expect(await findings({ kept: notes, heldOutside: notes })).toEqual([
      refused('kept', 1),
      refused('kept', 2),
      refused('held-outside', 1),
      refused('held-outside', 2),
    ]);
  });

  it('is proven by a later checkpoint that its next key signed, alone or with that key', async () => {
    const alone = await checkpointOf(rows, 20, [nextSigner]);
    const both = await checkpointOf(rows, 20, [signer, nextSigner]);
    expect(await findings({ kept: [alone, both] })).toEqual([]);
    expect(await findings({ kept: [both], keys: [compromised] })).toEqual([refused('kept', 0)]);
    expect(await checkNote(both, keys, adapter)).toMatchObject({ ok: true });
    const checked = await checkNote(both, keys, adapter);
    expect(checked.ok && checked.value.signers).toEqual([nextSigner.key]);
  });

  it('cannot be rewritten from there on by who has that key, nor before', async () => {
    const heldOutside = [await size(HELD)];
    const later = rechained(forged(rows, HELD + 2));
    const onceBelieved = {
      events: later,
      head: headOf(later),
      kept: [await checkpointOf(later)],
      heldOutside,
    };
    expect(await findings({ ...onceBelieved, keys: [key] })).toEqual([]);
    expect(await findings(onceBelieved)).toEqual([refused('kept', 0)]);
    const earlier = rechained(forged(rows, HELD - 2));
    const kept = [await checkpointOf(earlier, HELD)];
    expect(await findings({ events: earlier, head: headOf(earlier), kept, heldOutside })).toMatchObject([
      { code: 'ledger/not-consistent', size: HELD },
    ]);
  });

  it('is told of a wrong signature of that key before its distrust', async () => {
    const note = (await size(20)).replace('\n20\n', '\n19\n');
    expect(await findings({ kept: [note] })).toMatchObject([{ code: 'ledger/signature-bad' }]);
  });

  it('is proven by nothing of that key but the empty tree, where nothing was held outside', async () => {
    const never = [{ ...key, distrustAfterSize: 0 }];
    expect(await findings({ kept: [await size(0)], keys: never })).toEqual([]);
    expect(await findings({ kept: [await size(1)], keys: never })).toEqual([refused('kept', 0)]);
  });

  it.each([-1, 0.5, NaN, Infinity, 2 ** 53])(
    'is not verified with a distrust after %d events',
    async (wrong) => {
      const impossible = [nextSigner.key, { ...key, distrustAfterSize: wrong }];
      const refusal = { code: 'ledger/impossible-size', field: 'distrustAfterSize' };
      await expect(findings({ keys: impossible })).rejects.toMatchObject(refusal);
      await expect(findings({ kept: [await size(20)], keys: impossible })).rejects.toMatchObject(refusal);
      await expect(checkNote(await size(20), impossible, adapter)).rejects.toMatchObject(refusal);
    },
  );
});

describe('A log whose key was retired', () => {
  it('is still proven by all that the retired key signed, whatever its size', async () => {
    const rotation = await checkpointOf(rows, HELD, [signer, nextSigner]);
    const after = await checkpointOf(rows, 20, [nextSigner]);
    const heldOutside = [
      ...(await Promise.all([1, 5, 20].map((size) => checkpointOf(rows, size)))),
      rotation,
      after,
    ];
    const log = { logId, events: rows, heldOutside };
    expect(await verifyLog({ ...log, keys: [key, nextSigner.key] }, onNode)).toMatchObject({ findings: [] });
    // The note of the rotation is signed by both, so whoever knows only one of the keys believes it.
    for (const one of [key, nextSigner.key]) {
      const about = { ...log, heldOutside: [rotation], keys: [one] };
      expect(await verifyLog(about, onNode)).toMatchObject({ findings: [] });
    }
  });
});

describe('The keys of a log', () => {
  const verify = (change: Partial<LogToVerify>) =>
    verifyLog({ logId, events: rows, keys: [key], ...change }, onNode);

  it.each<[string, NoteKey[], string]>([
    ['of 31 bytes', [{ ...key, publicKey: new Uint8Array(31) }], 'ledger/impossible-key'],
    ['of a name with a space', [{ ...key, name: 'two words' }], 'ledger/impossible-key'],
    ['given twice', [key, { ...key }], 'ledger/ambiguous-key'],
    ['given twice, once distrusted', [key, compromised], 'ledger/ambiguous-key'],
  ])('are refused with one %s, before any checkpoint is there to check', async (_name, wrong, code) => {
    await expect(verify({ keys: wrong })).rejects.toMatchObject({ code });
    await expect(verify({ keys: [nextSigner.key, ...wrong] })).rejects.toMatchObject({ code });
  });

  it('may sign for another log under another name, but not for this one', async () => {
    const other = { ...key, name: 'other.example' };
    const head = { origin: logId, size: 0, root: sha256Now(new Uint8Array(0)) };
    const note = await signCheckpoint(head, [{ key: other, sign: signer.sign }], sha256Now);
    expect(await verify({ keys: [key, other], kept: [note] })).toMatchObject({
      findings: [{ code: 'ledger/key-unknown' }],
    });
  });
});
