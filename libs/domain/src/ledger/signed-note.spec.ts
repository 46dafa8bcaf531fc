import { createHash, createPrivateKey, createPublicKey, sign, verify as verifyBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { base64 } from '@scure/base';
import { checkNote, noteKeyId, signCheckpoint, type NoteKey, type Sign, type Verify } from './index';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const vector = JSON.parse(readFileSync(join(__dirname, 'testdata/derived.json'), 'utf8')) as {
  logId: string;
  merkleRoot: string;
  keyId: string;
  checkpoint: string;
};

/** RFC 8032 section 7.1, test 1. */
const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const publicKey = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
const privateKey = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
  format: 'der',
  type: 'pkcs8',
});
const signWith: Sign = (bytes) => sign(null, bytes, privateKey);
const spki = (raw: Uint8Array) =>
  createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]),
    format: 'der',
    type: 'spki',
  });
const onNode: Verify = ({ publicKey: raw, bytes, signature }) =>
  verifyBytes(null, bytes, spki(raw), signature);
const onWebCrypto: Verify = async ({ publicKey: raw, bytes, signature }) => {
  const key = await globalThis.crypto.subtle.importKey('raw', new Uint8Array(raw), 'Ed25519', false, [
    'verify',
  ]);
  return globalThis.crypto.subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(bytes));
};

const key: NoteKey = { name: vector.logId, publicKey };
const checkpoint = { origin: vector.logId, size: 3, root: Buffer.from(vector.merkleRoot, 'hex') };

describe('A signed checkpoint', () => {
  it('signs as RFC 8032 does', async () => {
    expect(Buffer.from(await signWith(new Uint8Array(0))).toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
  });

  it('is the worked vector, bit for bit, with its key id', async () => {
    expect(Buffer.from(noteKeyId(key, sha256)).toString('hex')).toBe(vector.keyId);
    expect(await signCheckpoint(checkpoint, [{ key, sign: signWith }], sha256)).toBe(vector.checkpoint);
  });

  it.each([
    ['node:crypto', onNode],
    ['WebCrypto', onWebCrypto],
  ] as const)('is checked with %s', async (_name, verify) => {
    const checked = await checkNote(vector.checkpoint, [key], { sha256, verify });
    expect(checked).toMatchObject({
      ok: true,
      checkpoint: { origin: vector.logId, size: 3 },
      signers: [vector.logId],
    });
    expect(checked.ok && Buffer.from(checked.checkpoint.root).toString('hex')).toBe(vector.merkleRoot);
    const forged = vector.checkpoint.replace('\n3\n', '\n4\n');
    expect(await checkNote(forged, [key], { sha256, verify })).toEqual({ ok: false, fault: 'bad-signature' });
  });

  it('may carry signatures of keys that nobody here knows, and needs one that is known', async () => {
    const stranger: NoteKey = { name: 'witness.example', publicKey: sha256(publicKey) };
    const note = await signCheckpoint(
      checkpoint,
      [
        { key: stranger, sign: signWith },
        { key, sign: signWith },
      ],
      sha256,
    );
    expect(await checkNote(note, [key], { sha256, verify: onNode })).toMatchObject({
      ok: true,
      signers: [key.name],
    });
    expect(await checkNote(note, [], { sha256, verify: onNode })).toEqual({
      ok: false,
      fault: 'no-known-signature',
    });
    expect(await checkNote(note, [stranger], { sha256, verify: onNode })).toEqual({
      ok: false,
      fault: 'bad-signature',
    });
  });

  it.each([
    ['nothing', ''],
    ['text without signature', vector.checkpoint.split('\n\n')[0] ?? ''],
    ['a size with a leading zero', vector.checkpoint.replace('\n3\n', '\n03\n')],
    [
      'a root of another length',
      vector.checkpoint.replace(base64.encode(checkpoint.root), base64.encode(new Uint8Array(31))),
    ],
    ['a signature that is not base64', vector.checkpoint.replace(/ [^ ]+=\n$/, ' ====\n')],
    ['a missing last newline', vector.checkpoint.trimEnd()],
  ])('is malformed as %s', async (_name, note) => {
    expect(await checkNote(note, [key], { sha256, verify: onNode })).toEqual({
      ok: false,
      fault: 'malformed',
    });
  });

  it('refuses an origin and a size that no log has', async () => {
    await expect(signCheckpoint({ ...checkpoint, origin: 'two words' }, [], sha256)).rejects.toMatchObject({
      code: 'ledger/impossible-origin',
    });
    await expect(signCheckpoint({ ...checkpoint, size: -1 }, [], sha256)).rejects.toMatchObject({
      code: 'ledger/impossible-size',
    });
  });
});
