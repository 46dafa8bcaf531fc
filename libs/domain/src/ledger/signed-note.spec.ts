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

  const root = base64.encode(checkpoint.root);
  it.each([
    ['nothing', ''],
    ['text without signature', derived.checkpoint.split('\n\n')[0] ?? ''],
    ['text with no line after the empty one', `${derived.checkpoint.split('\n\n')[0]}\n\n`],
    ['a size with a leading zero', derived.checkpoint.replace('\n3\n', '\n03\n')],
    ['a size beyond what a number holds', derived.checkpoint.replace('\n3\n', '\n9007199254740993\n')],
    ['a negative size', derived.checkpoint.replace('\n3\n', '\n-3\n')],
    ['a root of another length', derived.checkpoint.replace(root, base64.encode(new Uint8Array(31)))],
    ['a root with spare bits', derived.checkpoint.replace('cKs=\n', 'cKt=\n')],
    ['an empty origin', derived.checkpoint.replace(derived.logId, '')],
    ['a signature that is not base64', derived.checkpoint.replace(/ [^ ]+=\n$/, ' ====\n')],
    ['a signature that is only a key id', derived.checkpoint.replace(/ [^ ]+=\n$/, ' yYxNaw==\n')],
    ['a hyphen in place of the dash', derived.checkpoint.replace('\u2014', '-')],
    ['a tab in the origin', derived.checkpoint.replace('\n3\n', '\t\n3\n')],
    ['a carriage return', derived.checkpoint.replaceAll('\n', '\r\n')],
    ['a missing last newline', derived.checkpoint.trimEnd()],
    ['a note without end', derived.checkpoint + `\u2014 a ${'AAAA'.repeat(60_000)}\n`],
  ])('is malformed as %s', async (_name, note) => {
    expect(await checkNote(note, [key], onNode)).toEqual({ ok: false, code: 'ledger/note-malformed' });
  });

  it('is not made for an origin, a size or a root that no log has', async () => {
    const make = (change: object) => signCheckpoint({ ...checkpoint, ...change }, [], sha256Now);
    await expect(make({ origin: 'two words' })).rejects.toMatchObject({ code: 'ledger/impossible-origin' });
    await expect(make({ origin: '' })).rejects.toMatchObject({ code: 'ledger/impossible-origin' });
    await expect(make({ size: -1 })).rejects.toMatchObject({ code: 'ledger/impossible-size' });
    await expect(make({ root: new Uint8Array(31) })).rejects.toMatchObject({
      code: 'ledger/impossible-root',
    });
  });
});
