import { base64 } from '@scure/base';
import { checkNote, noteKeyId, signCheckpoint, type NoteKey } from './index';
import { adapters, onNode, publicKeyOfSeed, sha256Now, test1 } from './testdata/crypto-adapters';
import { derived, toHex } from './testdata/files';

const key: NoteKey = { name: derived.logId, publicKey: test1.publicKey };
const checkpoint = { origin: derived.logId, size: 3, root: Buffer.from(derived.merkleRoot, 'hex') };

describe.each(adapters)('A signed checkpoint, with $name,', ({ sha256, verify, signer }) => {
  const by = { sha256, verify };
  const sign = signer(test1.seed);

  it('is signed as RFC 8032 says', async () => {
    expect(toHex(await sign(new Uint8Array(0)))).toBe(test1.signatureOfNothing);
  });

  it('is the worked vector, bit for bit, with its key id', async () => {
    expect(toHex(await noteKeyId(key, sha256))).toBe(derived.keyId);
    expect(await signCheckpoint(checkpoint, [{ key, sign }], sha256)).toBe(derived.checkpoint);
  });

  it('is believed under its key, and not with another size', async () => {
    expect(await checkNote(derived.checkpoint, [key], by)).toMatchObject({
      ok: true,
      value: { checkpoint: { origin: derived.logId, size: 3 }, signers: [key] },
    });
    const forged = derived.checkpoint.replace('\n3\n', '\n4\n');
    expect(await checkNote(forged, [key], by)).toEqual({ ok: false, code: 'ledger/signature-bad' });
  });

  it('gives back the root that was signed', async () => {
    const checked = await checkNote(derived.checkpoint, [key], by);
    expect(checked.ok && toHex(checked.value.checkpoint.root)).toBe(derived.merkleRoot);
  });
});

describe('A signed checkpoint', () => {
  const sign = onNode.signer(test1.seed);

  it('may carry signatures of keys that nobody here knows, and needs one that is known', async () => {
    const stranger: NoteKey = { name: 'witness.example', publicKey: sha256Now(test1.publicKey) };
    const note = await signCheckpoint(
      checkpoint,
      [
        { key: stranger, sign },
        { key, sign },
      ],
      sha256Now,
    );
    expect(await checkNote(note, [key], onNode)).toMatchObject({ ok: true, value: { signers: [key] } });
    expect(await checkNote(note, [], onNode)).toEqual({ ok: false, code: 'ledger/key-unknown' });
    expect(await checkNote(note, [stranger], onNode)).toEqual({ ok: false, code: 'ledger/signature-bad' });
  });

  it('is signed by the old and the new key when a key is changed, and believed under either or both', async () => {
    const seed = sha256Now(Buffer.from('next key'));
    const next: NoteKey = { name: key.name, publicKey: publicKeyOfSeed(seed) };
    const note = await signCheckpoint(
      checkpoint,
      [
        { key, sign },
        { key: next, sign: onNode.signer(seed) },
      ],
      sha256Now,
    );
    for (const signers of [[key], [next], [key, next]]) {
      expect(await checkNote(note, signers, onNode)).toMatchObject({ ok: true, value: { signers } });
    }
  });

  it('passes over a key of the same name or the same id, but not both, and 16 long signatures of other kinds', async () => {
    const otherId = { name: key.name, publicKey: sha256Now(test1.publicKey) };
    expect(await checkNote(derived.checkpoint, [otherId], onNode)).toEqual({
      ok: false,
      code: 'ledger/key-unknown',
    });
    const otherName = derived.checkpoint.replace(`\u2014 ${key.name}`, '\u2014 witness.example');
    expect(await checkNote(otherName, [key], onNode)).toEqual({ ok: false, code: 'ledger/key-unknown' });
    const line = `\u2014 witness.example ${base64.encode(new Uint8Array(5000))}\n`;
    expect(await checkNote(derived.checkpoint + line.repeat(16), [key], onNode)).toMatchObject({ ok: true });
  });

  it('may have lines of extension, which are signed with the rest', async () => {
    const text = `${derived.checkpoint.split('\n\n')[0]}\nextension one\n`;
    const line = base64.encode(
      Buffer.concat([await noteKeyId(key, sha256Now), await sign(Buffer.from(text))]),
    );
    const note = `${text}\n\u2014 ${key.name} ${line}\n`;
    expect(await checkNote(note, [key], onNode)).toMatchObject({
      ok: true,
      value: { checkpoint: { size: 3 } },
    });
    expect(await checkNote(note.replace('extension one', 'extension two'), [key], onNode)).toMatchObject({
      code: 'ledger/signature-bad',
    });
  });
});
