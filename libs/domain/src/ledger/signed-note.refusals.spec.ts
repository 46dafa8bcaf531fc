import { base64 } from '@scure/base';
import { checkNote, noteKeyId, signCheckpoint, type NoteKey, type Sign } from './index';
import { adapters, onNode, publicKeyOfSeed, sha256Now, test1 } from './testdata/crypto-adapters';
import { derived } from './testdata/files';

const key: NoteKey = { name: derived.logId, publicKey: test1.publicKey };
const checkpoint = { origin: derived.logId, size: 3, root: Buffer.from(derived.merkleRoot, 'hex') };
const sign = onNode.signer(test1.seed);
const [text = ''] = derived.checkpoint.split('\n\n');
const root = base64.encode(checkpoint.root);
const encodedSignature = derived.checkpoint.split(' ').at(-1)?.trimEnd() ?? '';

/** A note over any text, well signed by the key. */
async function noteOver(signedText: string): Promise<string> {
  const signature = await sign(Buffer.from(signedText));
  const line = base64.encode(Buffer.concat([await noteKeyId(key, sha256Now), signature]));
  return `${signedText}\n\u2014 ${key.name} ${line}\n`;
}

describe('A signed checkpoint', () => {
  const malformed = { ok: false, code: 'ledger/note-malformed' };

  it.each([
    ['nothing', ''],
    ['text without signature', text],
    ['text with no line after the empty one', `${text}\n\n`],
    ['a size with a leading zero', derived.checkpoint.replace('\n3\n', '\n03\n')],
    ['a size beyond what a number holds', derived.checkpoint.replace('\n3\n', '\n9007199254740993\n')],
    ['a negative size', derived.checkpoint.replace('\n3\n', '\n-3\n')],
    ['a size with a sign', derived.checkpoint.replace('\n3\n', '\n+3\n')],
    ['a size with a fraction', derived.checkpoint.replace('\n3\n', '\n3.0\n')],
    ['a size in other digits', derived.checkpoint.replace('\n3\n', '\n٣\n')],
    ['a root of another length', derived.checkpoint.replace(root, base64.encode(new Uint8Array(31)))],
    ['a root of one byte more', derived.checkpoint.replace(root, base64.encode(new Uint8Array(33)))],
    ['a root with spare bits', derived.checkpoint.replace('cKs=\n', 'cKt=\n')],
    ['a root without padding', derived.checkpoint.replace('cKs=\n', 'cKs\n')],
    ['a root with padding too many', derived.checkpoint.replace('cKs=\n', 'cKs==\n')],
    ['a root in the alphabet of addresses', derived.checkpoint.replace('+vF', '-vF')],
    ['a root with a space in it', derived.checkpoint.replace('8WzR', '8W zR')],
    ['a root with a space after it', derived.checkpoint.replace('cKs=\n', 'cKs= \n')],
    ['an empty origin', derived.checkpoint.replace(derived.logId, '')],
    ['an empty line in front', `\n${derived.checkpoint}`],
    ['an empty line in its text', derived.checkpoint.replace('\n3\n', '\n3\n\n')],
    ['an empty line behind', `${derived.checkpoint}\n`],
    ['a text behind', `${derived.checkpoint}more`],
    ['a line behind', `${derived.checkpoint}more\n`],
    ['a second note behind', `${derived.checkpoint}\n${derived.checkpoint}`],
    ['a signature that is not base64', derived.checkpoint.replace(/ [^ ]+=\n$/, ' ====\n')],
    ['a signature without padding', derived.checkpoint.replace(/=\n$/, '\n')],
    ['a signature with spare bits', derived.checkpoint.replace('cwo=\n', 'cwp=\n')],
    ['a signature that is only a key id', derived.checkpoint.replace(/ [^ ]+=\n$/, ' yYxNaw==\n')],
    ['a signature without a name', derived.checkpoint.replace(`\u2014 ${key.name} `, '\u2014  ')],
    ['a signature with a word more', derived.checkpoint.replace(/=\n$/, '= more\n')],
    ['a signature with a space after it', derived.checkpoint.replace(/=\n$/, '= \n')],
    ['a name with a plus', derived.checkpoint.replace(`\u2014 ${key.name}`, '\u2014 a+b')],
    [
      'a name with a space that does not break',
      derived.checkpoint.replace(`\u2014 ${key.name}`, '\u2014 a\u00a0b'),
    ],
    ['a hyphen in place of the dash', derived.checkpoint.replace('\u2014', '-')],
    ['a tab in the origin', derived.checkpoint.replace('\n3\n', '\t\n3\n')],
    ['carriage returns', derived.checkpoint.replaceAll('\n', '\r\n')],
    ['a carriage return at its end', derived.checkpoint.replace(/\n$/, '\r\n')],
    ['a zero', derived.checkpoint.replace('\n3\n', '\0\n3\n')],
    ['half a sign', derived.checkpoint.replace(`\u2014 ${key.name}`, '\u2014 witness\ud800')],
    ['a byte order mark in front of nothing', '\ufeff'],
    ['a missing last newline', derived.checkpoint.trimEnd()],
    ['a note without end', `${derived.checkpoint}\u2014 a ${'AAAA'.repeat(60_000)}\n`],
  ])('is malformed as %s', async (_name, note) => {
    expect(note).not.toBe(derived.checkpoint);
    expect(await checkNote(note, [key], onNode)).toEqual(malformed);
  });

  it.each([
    ['carriage returns', text.replaceAll('\n', '\r\n')],
    ['a control sign', `${text}\nbell\u0007`],
    ['an empty line of extension', `${text}\n\nmore`],
    ['a size as no number writes it', text.replace('\n3\n', '\n3e0\n')],
    ['two lines', text.split('\n').slice(0, 2).join('\n')],
  ])('is malformed with %s, even well signed', async (_name, signedText) => {
    expect(await checkNote(await noteOver(`${signedText}\n`), [key], onNode)).toEqual(malformed);
  });

  it('is malformed with half a sign where the whole one that stands for it was signed', async () => {
    const note = await noteOver(`${text}\nextension \ufffd\n`);
    expect(await checkNote(note, [key], onNode)).toMatchObject({ ok: true });
    expect(await checkNote(note.replace('\ufffd', '\ud800'), [key], onNode)).toEqual(malformed);
  });

  it('names a signer once, however often it signed, and none of its signatures may be wrong', async () => {
    const [, line = ''] = derived.checkpoint.split('\n\n');
    const checked = await checkNote(derived.checkpoint + line, [key], onNode);
    expect(checked).toMatchObject({ ok: true, value: { signers: [key] } });
    expect(checked.ok && checked.value.signers.length).toBe(1);
    const wrong = line.replace('+aVA', '+aVB');
    for (const note of [derived.checkpoint + wrong, `${text}\n\n${wrong}${line}`]) {
      expect(await checkNote(note, [key], onNode)).toEqual({ ok: false, code: 'ledger/signature-bad' });
    }
  });
});

describe.each(adapters)('A checkpoint, with $name,', ({ sha256, verify, signer }) => {
  const signers = [{ key, sign: signer(test1.seed) }];

  it.each([0, 63, 65])('signed with %i bytes is not believed', async (length) => {
    const bytes = base64.decode(encodedSignature);
    const other = Buffer.concat([bytes, Uint8Array.of(0)]).subarray(0, 4 + length);
    const note = derived.checkpoint.replace(encodedSignature, base64.encode(other));
    const code = length === 0 ? 'ledger/note-malformed' : 'ledger/signature-bad';
    expect(await checkNote(note, [key], { sha256, verify })).toEqual({ ok: false, code });
  });

  it.each([0, 31, 33])('is neither signed nor checked with a key of %i bytes', async (length) => {
    const wrong = { ...key, publicKey: new Uint8Array(length) };
    const refusal = expect.objectContaining({ code: 'ledger/impossible-key', field: 'publicKey' });
    await expect(noteKeyId(wrong, sha256)).rejects.toEqual(refusal);
    await expect(checkNote(derived.checkpoint, [key, wrong], { sha256, verify })).rejects.toEqual(refusal);
    await expect(checkNote('no note', [wrong], { sha256, verify })).rejects.toEqual(refusal);
    await expect(signCheckpoint(checkpoint, [...signers, { key: wrong, sign }], sha256)).rejects.toEqual(
      refusal,
    );
  });

  it.each(['', 'two words', 'a+b', 'line\n', 'return\r', 'bell\u0007', 'a\u0085b', 'half\ud800', 'a\u2003b'])(
    'is neither signed nor checked with a key of the name %p',
    async (name) => {
      const refusal = expect.objectContaining({ code: 'ledger/impossible-key', field: 'name' });
      await expect(noteKeyId({ ...key, name }, sha256)).rejects.toEqual(refusal);
      await expect(checkNote(derived.checkpoint, [{ ...key, name }], { sha256, verify })).rejects.toEqual(
        refusal,
      );
      await expect(signCheckpoint(checkpoint, [{ key: { ...key, name }, sign }], sha256)).rejects.toEqual(
        refusal,
      );
      await expect(signCheckpoint({ ...checkpoint, origin: name }, signers, sha256)).rejects.toMatchObject({
        code: 'ledger/impossible-origin',
      });
    },
  );

  it('is neither signed nor checked with one key twice, of which one might be distrusted', async () => {
    const refusal = expect.objectContaining({ code: 'ledger/ambiguous-key' });
    const again = { ...key, publicKey: Uint8Array.from(key.publicKey) };
    await expect(checkNote(derived.checkpoint, [key, again], { sha256, verify })).rejects.toEqual(refusal);
    await expect(signCheckpoint(checkpoint, [...signers, { key: again, sign }], sha256)).rejects.toEqual(
      refusal,
    );
  });

  it('is not made without a signature', async () => {
    await expect(signCheckpoint(checkpoint, [], sha256)).rejects.toMatchObject({
      code: 'ledger/no-signer',
      field: 'signers',
    });
  });

  it.each<[string, object, string]>([
    ['an origin of two words', { origin: 'two words' }, 'origin'],
    ['no origin', { origin: '' }, 'origin'],
    ['a negative size', { size: -1 }, 'size'],
    ['half a size', { size: 0.5 }, 'size'],
    ['a size that is no number', { size: NaN }, 'size'],
    ['an endless size', { size: Infinity }, 'size'],
    ['a size beyond what counts one by one', { size: 2 ** 53 }, 'size'],
    ['a size as text', { size: '3' }, 'size'],
    ['a root of 31 bytes', { root: new Uint8Array(31) }, 'root'],
    ['a root of 33 bytes', { root: new Uint8Array(33) }, 'root'],
    ['no root', { root: null }, 'root'],
  ])('is not made for %s', async (_name, change, field) => {
    await expect(signCheckpoint({ ...checkpoint, ...change }, signers, sha256)).rejects.toMatchObject({
      code: `ledger/impossible-${field}`,
      field,
    });
  });

  it.each([0, 63, 65])('is not made with a signature of %i bytes', async (length) => {
    const wrong: Sign = () => new Uint8Array(length);
    await expect(signCheckpoint(checkpoint, [{ key, sign: wrong }], sha256)).rejects.toMatchObject({
      code: 'ledger/impossible-signature',
    });
  });

  it('is believed as soon as it is made, under keys of one name or of others', async () => {
    const seed = sha256Now(Buffer.from('witness'));
    const witness: NoteKey = { name: 'witness.example', publicKey: publicKeyOfSeed(seed) };
    const note = await signCheckpoint(checkpoint, [...signers, { key: witness, sign: signer(seed) }], sha256);
    expect(await checkNote(note, [witness, key], { sha256, verify })).toMatchObject({
      ok: true,
      value: { checkpoint: { size: 3 }, signers: [key, witness] },
    });
  });
});
