import { checkCredential, type PinnedKey, type Trust } from './index';
import { adapters } from './testdata/crypto-adapters';
import { key, signed, trust } from './testdata/sample-credential';
import { w3c, w3cCredential } from './testdata/w3c-vector';

const noInstants = [NaN, Infinity, -Infinity, 0.5, Date.UTC(2026, 0, 1) + 0.1, 2 ** 53];
const pinned = (change: Partial<PinnedKey>): Partial<Trust> => ({
  keys: new Map([
    ['did:example:other#1', key],
    [w3c.method, { ...key, ...change }],
  ]),
});

describe.each(adapters)('What a checker brings along, with $name,', (adapter) => {
  const check = (document: unknown, change: Partial<Trust>) =>
    checkCredential(JSON.stringify(document), { ...trust, ...change }, adapter);

  it.each(noInstants)('is refused with the time %d, whatever the credential says', async (at) => {
    const refusal = expect.objectContaining({ code: 'ledger/impossible-instant', field: 'at' });
    const times = [{}, { validUntil: '2000-01-01T00:00:00Z' }, { validFrom: '2999-01-01T00:00:00Z' }];
    for (const change of times) await expect(check(await signed(change), { at })).rejects.toEqual(refusal);
    await expect(check('no credential', { at })).rejects.toEqual(refusal);
  });

  it('is refused without a time', async () => {
    const at = undefined as unknown as number;
    await expect(check(w3cCredential, { at })).rejects.toMatchObject({ code: 'ledger/impossible-instant' });
  });

  it.each(noInstants)('is refused with a key that is distrusted after %d', async (distrustAfter) => {
    await expect(check(w3cCredential, pinned({ distrustAfter }))).rejects.toMatchObject({
      code: 'ledger/impossible-instant',
      field: 'distrustAfter',
    });
  });

  it.each([0, 31, 33])(
    'is refused with a key of %i bytes, even one that signed nothing here',
    async (length) => {
      const publicKey = new Uint8Array(length);
      const code = 'ledger/impossible-key';
      await expect(check(w3cCredential, pinned({ publicKey }))).rejects.toMatchObject({ code });
      const keys = new Map([...trust.keys, ['did:example:other#1', { ...key, publicKey }]]);
      await expect(check(w3cCredential, { keys })).rejects.toMatchObject({ code });
    },
  );

  it('may be of a time before 1970', async () => {
    expect(await check(await signed({ validFrom: '1960-01-01T00:00:00Z' }), { at: -1 })).toMatchObject({
      ok: true,
    });
  });
});
