import { base58 } from '@scure/base';
import {
  canonicalBytes,
  checkCredential,
  MAX_CREDENTIAL_BYTES,
  type JsonObject,
  type JsonValue,
  type Trust,
} from './index';
import { adapters, didKeyMethod, onNode, publicKeyOfSeed, sha256Now } from './testdata/crypto-adapters';
import { key, listAddress, seed, signed, trust } from './testdata/sample-credential';
import { w3c, w3cCredential, w3cDocument } from './testdata/w3c-vector';

const statusAt = (index: string, change: JsonObject = {}): JsonObject => ({
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: index,
  statusListCredential: listAddress,
  ...change,
});

/** A credential whose proof has changed options, signed over them by the key of a seed, in a given order of hashes. */
async function signedWith(
  change: JsonObject,
  how: { readonly seed?: Uint8Array; readonly documentFirst?: true } = {},
): Promise<JsonObject> {
  const options = { ...(JSON.parse(w3c.canonicalOptions) as JsonObject), ...change };
  const hashes = [sha256Now(canonicalBytes(options)), sha256Now(canonicalBytes(w3cDocument))];
  const sign = onNode.signer(how.seed ?? seed);
  const signature = await sign(Buffer.concat(how.documentFirst ? hashes.reverse() : hashes));
  return { ...w3cDocument, proof: { ...options, proofValue: `z${base58.encode(signature)}` } };
}

const text = (credential: JsonValue): string => JSON.stringify(credential);
const other = sha256Now(Buffer.from('another key'));

describe.each(adapters)('A credential, with $name,', (adapter) => {
  const check = (document: string, change: Partial<Trust> = {}) =>
    checkCredential(document, { ...trust, ...change }, adapter);

  it('of W3C is verified, and what may be shown is the signed part', async () => {
    expect(await check(text(w3cCredential))).toEqual({
      ok: true,
      value: { credential: w3cDocument, keyId: w3c.method, key },
    });
    expect(await check(JSON.stringify(w3cCredential, null, 2))).toMatchObject({ ok: true });
  });

  const refusals: readonly [string, string, string, () => string | Promise<string>][] = [
    [
      'with one character changed',
      'signature',
      'signature-bad',
      () => text(w3cCredential).replace('The School', 'the School'),
    ],
    [
      'signed over the two hashes in the wrong order',
      'signature',
      'signature-bad',
      async () => text(await signedWith({}, { documentFirst: true })),
    ],
    [
      'with its contexts in another order',
      'context',
      'context-differs',
      () => text({ ...w3cCredential, '@context': [...(w3cDocument['@context'] as string[])].reverse() }),
    ],
    [
      'with another time of signing',
      'signature',
      'signature-bad',
      () => text(w3cCredential).replace(w3c.created, '2023-02-24T23:36:39Z'),
    ],
    [
      'signed by another key under the name of the pinned one',
      'signature',
      'signature-bad',
      async () => text(await signedWith({}, { seed: other })),
    ],
    [
      'signed by another key under its own name',
      'key',
      'key-unknown',
      async () =>
        text(await signedWith({ verificationMethod: didKeyMethod(publicKeyOfSeed(other)) }, { seed: other })),
    ],
    [
      'signed for authentication',
      'purpose',
      'wrong-purpose',
      async () => text(await signedWith({ proofPurpose: 'authentication' })),
    ],
    [
      'that has expired',
      'validity',
      'expired',
      async () => text(await signed({ validUntil: '2025-12-31T23:59:59Z' })),
    ],
    [
      'that is not valid yet',
      'validity',
      'not-yet-valid',
      async () => text(await signed({ validFrom: '2026-01-01T00:00:01Z' })),
    ],
    [
      'of an issuer that does not control the key',
      'issuer',
      'issuer-differs',
      async () => text(await signed({ issuer: 'https://vc.example/issuers/9999' })),
    ],
    [
      'whose status bit is set',
      'status',
      'status-set',
      async () => text(await signed({ credentialStatus: statusAt('9') })),
    ],
    [
      'with a member twice',
      'json',
      'duplicate-key',
      () => text(w3cCredential).replace('{"@context"', '{"name":"Alumni Credential","@context"'),
    ],
    [
      'of 1 MB',
      'size',
      'too-large',
      async () => text(await signed({ description: 'x'.repeat(MAX_CREDENTIAL_BYTES) })),
    ],
  ];
  it.each(refusals)('%s is refused at the step “%s”', async (_name, step, what, make) => {
    expect(await check(await make())).toMatchObject({ ok: false, step, code: `credential/${what}` });
  });
});

describe('A credential', () => {
  const check = async (document: JsonValue | Promise<JsonValue>, change: Partial<Trust> = {}) =>
    checkCredential(text(await document), { ...trust, ...change }, onNode);
  const refusal = (step: string, what: string, field?: string) =>
    expect.objectContaining({ ok: false, step, code: `credential/${what}`, ...(field ? { field } : {}) });
  const verified = expect.objectContaining({ ok: true });

  it('just under the limit is read, and bytes count rather than characters', async () => {
    const long = (sign: string, count: number) => signed({ description: sign.repeat(count) });
    expect(await check(long('x', 990_000))).toEqual(verified);
    expect(await check(long('€', 340_000))).toEqual(refusal('size', 'too-large'));
  });

  it('is valid from its first to its last instant, whatever the offset they are written with', async () => {
    const document = await signed({
      validFrom: '2026-01-01T02:00:00+02:00',
      validUntil: '2025-12-31T19:00:00.500-05:00',
    });
    expect(await check(document, { at: Date.UTC(2026, 0, 1) - 1 })).toEqual(
      refusal('validity', 'not-yet-valid', '/validFrom'),
    );
    expect(await check(document, { at: Date.UTC(2026, 0, 1) })).toEqual(verified);
    expect(await check(document, { at: Date.UTC(2026, 0, 1) + 500 })).toEqual(verified);
    expect(await check(document, { at: Date.UTC(2026, 0, 1) + 501 })).toEqual(
      refusal('validity', 'expired', '/validUntil'),
    );
  });

  it('whose proof has expired is refused', async () => {
    expect(await check(signedWith({ expires: '2025-01-01T00:00:00Z' }))).toEqual(
      refusal('validity', 'expired', '/proof/expires'),
    );
  });

  it.each([
    '2026-01-01',
    '2026-01-01T00:00:00',
    '2026-02-30T00:00:00Z',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:00+99:00',
    '2026-01-01T00:00:00-14:01',
    '2026-01-01T00:00:00Z\r\n',
    '٢٠٢٦-01-01T00:00:00Z',
    'soon',
    20260101,
    null,
  ])('with the time %p is refused', async (validUntil) => {
    expect(await check(signed({ validUntil }))).toEqual(refusal('validity', 'time-malformed', '/validUntil'));
  });

  it('may write its times with the widest offset there is', async () => {
    expect(await check(signed({ validUntil: '2026-01-01T14:00:00+14:00' }))).toEqual(verified);
  });

  it('is believed if signed before its key came into distrust, and not after, or without a time', async () => {
    const created = Date.parse(w3c.created);
    const distrusted = (distrustAfter: number) => ({
      keys: new Map([[w3c.method, { ...key, distrustAfter }]]),
    });
    expect(await check(w3cCredential, distrusted(created))).toEqual(verified);
    expect(await check(w3cCredential, distrusted(created - 1))).toEqual(
      refusal('distrust', 'key-distrusted', '/proof/created'),
    );
    expect(await check(signedWith({ created: null }), distrusted(created))).toEqual(
      refusal('distrust', 'key-distrusted'),
    );
  });

  it('may name its issuer by a profile with the id', async () => {
    expect(await check(signed({ issuer: { id: key.issuer, name: 'School' } }))).toEqual(verified);
    expect(await check(signed({ issuer: { name: key.issuer } }))).toEqual(
      refusal('form', 'malformed', '/issuer'),
    );
  });

  it.each<[string, JsonObject, string]>([
    ['no context', { '@context': 'https://www.w3.org/ns/credentials/v2' }, '/@context'],
    ['another type', { type: ['AlumniCredential'] }, '/type'],
    ['no subject', { credentialSubject: [] }, '/credentialSubject'],
    ['a subject that is no object', { credentialSubject: [{}, 'Pat'] }, '/credentialSubject'],
  ])('with %s is no credential', async (_name, change, field) => {
    expect(await check(signed(change))).toEqual(refusal('form', 'malformed', field));
  });

  it('with signed contexts that do not begin with that of version 2 is refused', async () => {
    expect(await check(signed({ '@context': ['https://example.org/own'] }))).toEqual(
      refusal('context', 'context-unknown', '/@context'),
    );
  });

  it.each<[string, JsonValue, string | null]>([
    ['a bit that is not set', statusAt('8'), null],
    ['a set bit', statusAt('9'), 'status-set'],
    ['a set bit among several entries', [statusAt('8'), statusAt('9')], 'status-set'],
    ['no entry', [], null],
    ['a position outside the list', statusAt('131072'), 'status-unknown'],
    ['a position that is no number', statusAt('9.0'), 'status-unknown'],
    ['another purpose than the list', statusAt('8', { statusPurpose: 'suspension' }), 'status-unknown'],
    [
      'a list that is not at hand',
      statusAt('8', { statusListCredential: 'https://a.example' }),
      'status-unknown',
    ],
    ['entries of two bits', statusAt('8', { statusSize: 2 }), 'status-unknown'],
    ['an entry of another kind', statusAt('8', { type: 'StatusList2021Entry' }), 'status-unknown'],
    ['a text for an entry', 'revoked', 'status-unknown'],
  ])('with the status %s', async (_name, credentialStatus, what) => {
    expect(await check(signed({ credentialStatus }))).toEqual(
      what === null ? verified : refusal('status', what, '/credentialStatus'),
    );
  });

  it('whose status list is too short cannot be told', async () => {
    const statusLists = new Map([[listAddress, { purpose: 'revocation', bits: new Uint8Array(16_383) }]]);
    expect(await check(signed({ credentialStatus: statusAt('8') }), { statusLists })).toEqual(
      refusal('status', 'status-unknown'),
    );
  });
});
