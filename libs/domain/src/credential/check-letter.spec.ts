import { base58 } from '@scure/base';
import { canonicalBytes, MAX_CREDENTIAL_BYTES, type JsonObject } from '../ledger';
import {
  adapters,
  didKeyMethod,
  onNode,
  publicKeyOfSeed,
  sha256Now,
} from '../ledger/testdata/crypto-adapters';
import { checkLetter, letterOf, type LetterTrust } from './index';
import { heldList, NOW, sampleKey, sampleLetter, signedLetter } from './testdata/sample-letter';

const other = sha256Now(Buffer.from('a key of somebody else'));
const text = (credential: JsonObject) => JSON.stringify(credential);

/** The sample letter with changed options of its proof, signed over them with a given seed and order of hashes. */
async function resigned(
  change: JsonObject,
  { seed = other, documentFirst = false }: { seed?: Uint8Array; documentFirst?: boolean } = {},
): Promise<JsonObject> {
  const { proof, ...document } = await signedLetter();
  const { proofValue: _, ...options } = { ...(proof as JsonObject), ...change };
  const hashes = [canonicalBytes(options), canonicalBytes(document)].map((bytes) => sha256Now(bytes));
  const signature = await onNode.signer(seed)(Buffer.concat(documentFirst ? hashes.reverse() : hashes));
  return { ...document, proof: { ...options, proofValue: `z${base58.encode(signature)}` } };
}

const ownSeed = sha256Now(Buffer.from('the key of a spec'));

describe.each(adapters)('A letter, checked with $name,', (adapter) => {
  const check = async (document: string | Promise<string>, change: Partial<LetterTrust> = {}) =>
    checkLetter(
      await document,
      { keys: [sampleKey], list: await heldList([]), isListFresh: true, at: NOW, ...change },
      adapter,
    );

  it('is good as it was signed, and says its digest', async () => {
    const answer = await check(text(await signedLetter()));
    expect(answer).toMatchObject({ verdict: 'good', failed: null, key: sampleKey });
    expect(answer.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(letterOf(answer.said ?? {})).toEqual(sampleLetter);
  });

  const negatives: readonly [string, string, string, () => Promise<string>, Partial<LetterTrust>?][] = [
    [
      'one character changed',
      'changed',
      'signature',
      async () => text(await signedLetter()).replace('"performed":2', '"performed":3'),
    ],
    [
      'the two hashes in the wrong order',
      'changed',
      'signature',
      async () => text(await resigned({}, { seed: ownSeed, documentFirst: true })),
    ],
    [
      'its contexts in another order',
      'changed',
      'context',
      async () => {
        const letter = await signedLetter();
        return text({ ...letter, '@context': [...(letter['@context'] as string[])].reverse() });
      },
    ],
    [
      'another time of signing',
      'changed',
      'signature',
      async () => text(await signedLetter()).replace('"created":"2027-10-01', '"created":"2027-09-01'),
    ],
    [
      'the signature of another key under the name of the known one',
      'changed',
      'signature',
      async () => text(await resigned({})),
    ],
    [
      'the signature of another key under its own name',
      'issuer-unknown',
      'key',
      async () => text(await signedLetter({}, { verificationMethod: 'did:web:elsewhere.example#key' })),
    ],
    [
      'a signature for another purpose',
      'not-a-letter',
      'purpose',
      async () => text(await resigned({ proofPurpose: 'authentication' }, { seed: ownSeed })),
    ],
    [
      'an end that has passed',
      'not-in-force',
      'validity',
      async () => text(await signedLetter({ validUntil: '2027-10-03T00:00:00Z' })),
    ],
    [
      'a beginning that is to come',
      'not-in-force',
      'validity',
      async () => text(await signedLetter({ validFrom: '2027-10-05T00:00:00Z' })),
    ],
    [
      'an issuer that does not own the key',
      'issuer-unknown',
      'issuer',
      async () => text(await signedLetter({ issuer: { id: 'did:web:elsewhere.example' } })),
    ],
    [
      'a member twice',
      'not-a-letter',
      'json',
      async () =>
        text(await signedLetter())
          .replace('{"@context"', '{"name":"Somebody","@context"')
          .replace('"id"', '"name":"x","id"'),
    ],
    [
      'a megabyte',
      'not-a-letter',
      'size',
      async () => text(await signedLetter({ description: 'x'.repeat(MAX_CREDENTIAL_BYTES) })),
    ],
  ];
  it.each(negatives)(
    'with %s is answered “%s”, and the step “%s” is named',
    async (_what, verdict, step, make) => {
      expect(await check(make())).toMatchObject({ verdict, failed: { step } });
    },
  );

  it('names the step, the code and the field that failed, and no field where there is none', async () => {
    const changed = text(await signedLetter()).replace('"performed":2', '"performed":3');
    expect((await check(changed)).failed).toEqual({
      ...{ step: 'signature', code: 'credential/signature-bad', field: '/proof/proofValue' },
    });
    expect((await check('no JSON')).failed).toEqual({ step: 'json', code: expect.any(String) });
    const known = await check(changed);
    expect([known.fitsOwnKey, known.key]).toEqual([null, sampleKey]);
  });

  it('that nobody can read says nothing: too large, no object', async () => {
    const large = `{"a":"${'x'.repeat(MAX_CREDENTIAL_BYTES)}"}`;
    const least = `{"a":"${'x'.repeat(MAX_CREDENTIAL_BYTES - 8)}"}`;
    expect([large.length > MAX_CREDENTIAL_BYTES, least.length]).toEqual([true, MAX_CREDENTIAL_BYTES]);
    for (const unread of [large, least, '7', '[{}]', 'no']) expect((await check(unread)).said).toBeNull();
    expect((await check('{"a":1}')).said).toEqual({ a: 1 });
  });

  it('that was taken back says so, with an old list too', async () => {
    const list = await heldList([3, 7]);
    for (const isListFresh of [true, false]) {
      expect(await check(text(await signedLetter()), { list, isListFresh })).toMatchObject({
        verdict: 'taken-back',
        failed: { step: 'status' },
      });
    }
  });

  it('is found in the list of an installation that moved to another host, and in no list of another path', async () => {
    const list = await heldList([7]);
    const letter = text(await signedLetter());
    const at = (address: string) => check(letter, { list: { ...list, address } });
    expect(await at('https://new.example/api/status-list')).toMatchObject({ verdict: 'taken-back' });
    expect(await at('https://log.example/other')).toMatchObject({ verdict: 'not-checked' });
    expect(await at('nowhere')).toMatchObject({ verdict: 'not-checked' });
    expect(await at('http://new.example/api/status-list')).toMatchObject({ verdict: 'taken-back' });
    expect(await at('see https://new.example/api/status-list')).toMatchObject({ verdict: 'not-checked' });
  });

  it('is not checked against an old list or none, and one that cannot be taken back needs none', async () => {
    const letter = text(await signedLetter());
    expect(await check(letter, { isListFresh: false })).toMatchObject({
      verdict: 'not-checked',
      failed: null,
    });
    expect(await check(letter, { list: null })).toMatchObject({ verdict: 'not-checked' });
    const { credentialStatus: _, ...lasting } = await signedLetter();
    const without = text(await signedLetter({ credentialStatus: [] }));
    expect(await check(text(lasting))).toMatchObject({ verdict: 'changed' });
    expect(await check(without, { list: null })).toMatchObject({ verdict: 'good' });
  });

  it('of an issuer that the page does not know is as it was signed, or it is not', async () => {
    const letter = text(await signedLetter());
    const unknown = { keys: [] };
    expect(await check(letter, unknown)).toMatchObject({
      verdict: 'issuer-unknown',
      fitsOwnKey: true,
      key: null,
    });
    expect(await check(letter.replace('"performed":2', '"performed":9'), unknown)).toMatchObject({
      verdict: 'changed',
      failed: { step: 'signature' },
    });
    const nameless = text(await signedLetter({ issuer: 'did:web:elsewhere.example' }));
    expect(await check(nameless, unknown)).toMatchObject({ verdict: 'issuer-unknown', fitsOwnKey: null });
    const own = text(
      await signedLetter(
        { issuer: 'did:web:elsewhere.example' },
        { verificationMethod: didKeyMethod(sampleKey.publicKey) },
      ),
    );
    expect(await check(own, unknown)).toMatchObject({ fitsOwnKey: true });
    const noKey = text(
      await signedLetter({ issuer: { id: 'did:web:elsewhere.example', publicKey: 'z123' } }),
    );
    expect(await check(noKey, unknown)).toMatchObject({ fitsOwnKey: null });
    const wrong = text(await signedLetter({}, { verificationMethod: didKeyMethod(publicKeyOfSeed(other)) }));
    expect(await check(wrong, unknown)).toMatchObject({ verdict: 'changed', fitsOwnKey: false });
  });

  it('signed after its key had become known to others is not believed', async () => {
    const keys = [{ ...sampleKey, distrustAfter: Date.UTC(2027, 8, 1) }];
    expect(await check(text(await signedLetter()), { keys })).toMatchObject({ verdict: 'key-distrusted' });
  });

  it.each(['', 'no JSON', '[]', '{}', '7', '{"@context":[]}', '{"@context":["a"],"@context":["b"]}'])(
    'is not found in %p',
    async (document) => {
      expect(await check(document)).toMatchObject({ verdict: 'not-a-letter' });
    },
  );
});
