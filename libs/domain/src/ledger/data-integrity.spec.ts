import { base58 } from '@scure/base';
import { coveredPart, isProofOf, proofOf, type Proof } from './data-integrity';
import { canonicalJson, signDocument, type JsonObject, type JsonValue } from './index';
import { adapters, onNode } from './testdata/crypto-adapters';
import { toHex } from './testdata/files';
import { w3c, w3cCredential, w3cDocument } from './testdata/w3c-vector';

const options = { verificationMethod: w3c.method, created: w3c.created };
const seed = Buffer.from(w3c.seed, 'hex');
const publicKey = Buffer.from(w3c.publicKey, 'hex');

describe.each(adapters)('A proof by eddsa-jcs-2022, with $name,', (adapter) => {
  it('is the vector of W3C, bit for bit, in every step', async () => {
    const signed: Uint8Array[] = [];
    const sign = (bytes: Uint8Array) => {
      signed.push(bytes);
      return adapter.signer(seed)(bytes);
    };
    const credential = await signDocument(w3cDocument, options, { sha256: adapter.sha256, sign });
    expect(signed.map(toHex)).toEqual([w3c.optionsHash + w3c.documentHash]);
    expect(toHex(await sign(signed[0] ?? new Uint8Array()))).toBe(w3c.signature);
    expect(credential).toEqual(w3cCredential);
  });

  it('fits its document and no other', async () => {
    const proof = proofIn(w3cCredential);
    expect([canonicalJson(proof.options), toHex(proof.signature)]).toEqual([
      w3c.canonicalOptions,
      w3c.signature,
    ]);
    expect(await isProofOf(w3cDocument, proof, { ...adapter, publicKey })).toBe(true);
    const other = { ...w3cDocument, name: 'Alumni credential' };
    expect(await isProofOf(other, proof, { ...adapter, publicKey })).toBe(false);
  });
});

describe('A signed document', () => {
  const by = { sha256: onNode.sha256, sign: onNode.signer(seed) };

  it('without a context has a proof without a context', async () => {
    const signed = await signDocument({ b: 1, a: [true] }, options, by);
    const proof = proofIn(signed);
    expect(proof.options).not.toHaveProperty('@context');
    const covered = coveredPart(signed, proof);
    expect(covered).toEqual({ ok: true, value: { b: 1, a: [true] } });
    expect(await isProofOf({ a: [true], b: 1 }, proof, { ...onNode, publicKey })).toBe(true);
  });

  it('is not signed twice, nor with values that have no canonical form', async () => {
    await expect(signDocument(w3cCredential, options, by)).rejects.toMatchObject({
      code: 'ledger/already-signed',
    });
    await expect(
      signDocument({ at: new Date(0) as unknown as JsonValue }, options, by),
    ).rejects.toMatchObject({ code: 'ledger/not-plain-json' });
    await expect(signDocument({ text: '\ud800' }, options, by)).rejects.toMatchObject({
      code: 'ledger/lone-surrogate',
    });
  });

  it.each(['', '2023-02-24', '2023-02-24T23:36:38', '2023-02-30T00:00:00Z', '2023-02-24T23:36:38Z\n'])(
    'is not signed at the time %p',
    async (created) => {
      await expect(signDocument(w3cDocument, { ...options, created }, by)).rejects.toMatchObject({
        code: 'ledger/impossible-instant',
        field: '/proof/created',
      });
    },
  );

  it.each([0, 63, 65])('is not given a signature of %i bytes', async (length) => {
    const sign = () => new Uint8Array(length);
    await expect(signDocument(w3cDocument, options, { ...by, sign })).rejects.toMatchObject({
      code: 'ledger/impossible-signature',
    });
  });

  const contexts = w3cDocument['@context'] as readonly string[];
  it.each([
    ['the signed contexts', 'covered', contexts],
    ['a context appended', 'covered', [...contexts, 'https://example.org/more']],
    ['contexts in another order', 'not covered', [...contexts].reverse()],
    ['a context in front', 'not covered', ['https://example.org/more', ...contexts]],
    ['a context less', 'not covered', contexts.slice(0, 1)],
    ['one context as a text', 'not covered', contexts[0] ?? ''],
  ])('with %s is %s', (_name, verdict, context) => {
    const covered = coveredPart({ ...w3cCredential, '@context': context }, proofIn(w3cCredential));
    expect(covered).toEqual(
      verdict === 'covered'
        ? { ok: true, value: w3cDocument }
        : { ok: false, code: 'credential/context-differs', field: '/@context' },
    );
  });

  const proof = w3cCredential['proof'] as JsonObject;
  const short = `z${base58.encode(new Uint8Array(63).fill(1))}`;
  it.each<[string, JsonValue | undefined, string, string]>([
    ['no proof', undefined, 'proof-missing', '/proof'],
    ['several proofs', [proof, proof], 'proof-unsupported', '/proof'],
    ['a text for a proof', 'proof', 'proof-malformed', '/proof'],
    ['another type', { ...proof, type: 'Ed25519Signature2020' }, 'proof-unsupported', '/proof/type'],
    [
      'another suite',
      { ...proof, cryptosuite: 'eddsa-rdfc-2022' },
      'proof-unsupported',
      '/proof/cryptosuite',
    ],
    ['no key', { ...proof, verificationMethod: 1 }, 'proof-malformed', '/proof/verificationMethod'],
    ['no purpose', { ...proof, proofPurpose: null }, 'proof-malformed', '/proof/proofPurpose'],
    ['a short signature', { ...proof, proofValue: short }, 'proof-malformed', '/proof/proofValue'],
    ['a signature in hex', { ...proof, proofValue: w3c.signature }, 'proof-malformed', '/proof/proofValue'],
    [
      'an endless signature',
      { ...proof, proofValue: `z${'2'.repeat(900_000)}` },
      'proof-malformed',
      '/proof/proofValue',
    ],
  ])('with %s has no proof that can be checked', (_name, value, what, field) => {
    const document = { ...w3cDocument, ...(value === undefined ? {} : { proof: value }) };
    expect(proofOf(document)).toEqual({ ok: false, code: `credential/${what}`, field });
  });
});

function proofIn(document: JsonObject): Proof {
  const proof = proofOf(document);
  if (!proof.ok) throw new Error(proof.code);
  return proof.value;
}
