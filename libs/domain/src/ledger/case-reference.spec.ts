import fc from 'fast-check';
import { caseReference, type Hmac } from './index';
import { adapters, sha256Now } from './testdata/crypto-adapters';
import { derived, toHex } from './testdata/files';

const programKey = Buffer.from(derived.caseRef.key, 'hex');

/** Keeps what it is asked to hash. */
function listening(): { readonly heard: string[]; readonly hmac: Hmac<Uint8Array> } {
  const heard: string[] = [];
  const hmac = (bytes: Uint8Array) => {
    heard.push(Buffer.from(bytes).toString('utf8'));
    return sha256Now(bytes);
  };
  return { heard, hmac };
}

describe.each(adapters)('A case reference, with $name,', ({ hmacOf }) => {
  it('is the worked vector', async () => {
    const reference = await caseReference(derived.caseRef.input, hmacOf(programKey));
    expect(Buffer.from(reference).toString('base64url')).toBe(derived.caseRef.hmac);
    expect(await caseReference(derived.caseRef.normalised, hmacOf(programKey))).toEqual(reference);
  });

  it('is another under the key of another program', async () => {
    const one = await caseReference('A12345', hmacOf(programKey));
    const other = await caseReference('A12345', hmacOf(programKey.toReversed()));
    expect(toHex(one)).not.toBe(toHex(other));
  });
});

describe('A case reference', () => {
  it('is made of the normalized number behind its own prefix, at once where the hash function answers at once', () => {
    const { heard, hmac } = listening();
    const reference: Uint8Array = caseReference('A-12345', hmac);
    expect(heard).toEqual([`caseref/v1\n${derived.caseRef.normalised}`]);
    expect(reference).toHaveLength(32);
  });

  it.each([
    ['a12345', 'A12345'],
    [' A 12345\t', 'A12345'],
    ['A\u201312345', 'A12345'],
    ['A\u221212345', 'A12345'],
    ['a.123/45_', 'A12345'],
    ['A\u00a0123\u201145\r\n', 'A12345'],
    ['00123', '00123'],
    ['123', '123'],
    ['x', 'X'],
    ['1'.repeat(64), '1'.repeat(64)],
  ])('reads %p as %p', (written, normalized) => {
    const { heard, hmac } = listening();
    caseReference(written, hmac);
    expect(heard).toEqual([`caseref/v1\n${normalized}`]);
  });

  it.each([
    '',
    ' - ',
    'A:12345',
    'MRN#12345',
    'Müller',
    'ı2345',
    '１２３４５',
    '١٢٣',
    'A\u200b12345',
    'A\0',
    'A²',
    '\ud800',
    'A12345\ud800',
    '1'.repeat(65),
  ])('is not made of %p, and the refusal does not say it', (written) => {
    const { heard, hmac } = listening();
    expect.assertions(4);
    try {
      caseReference(written, hmac);
    } catch (error) {
      expect(error).toMatchObject({ name: 'DomainError', code: 'ledger/impossible-case-number' });
      expect(String((error as Error).stack)).not.toContain('12345');
      expect(JSON.stringify(error)).not.toContain('12345');
    }
    expect(heard).toEqual([]);
  });

  it('is the same for every way to write one number, and another for every other number', () => {
    const number = fc.stringMatching(/^[A-Z0-9]{1,12}$/);
    const separators = fc.array(fc.constantFrom('', ' ', '-', '.', '/', '_', '\u2013'), {
      minLength: 13,
      maxLength: 13,
    });
    const { heard, hmac } = listening();
    fc.assert(
      fc.property(number, separators, fc.boolean(), (plain, between, isLower) => {
        const written = between.map((separator, nth) => separator + plain.charAt(nth)).join('');
        caseReference(isLower ? written.toLowerCase() : written, hmac);
        expect(heard.at(-1)).toBe(`caseref/v1\n${plain}`);
      }),
      { numRuns: 500 },
    );
  });
});
