import { chainHash, eventBytes, firstChainHash, leafHash, treeRoot, type LedgerEvent } from './index';
import { adapters, sha256Now } from './testdata/crypto-adapters';
import { derived, toHex } from './testdata/files';

describe.each(adapters)('The chain of a log, with $name,', ({ sha256 }) => {
  it('reproduces the worked vector, leaf by leaf and link by link, and its root', async () => {
    let chain = await firstChainHash(derived.logId, sha256);
    expect(toHex(chain)).toBe(derived.chainHash[0]);
    const leaves: Uint8Array[] = [];
    for (const [position, text] of derived.events.entries()) {
      const event = JSON.parse(text) as LedgerEvent;
      expect(new TextDecoder().decode(eventBytes(event))).toBe(text);
      const leaf = await leafHash(event, sha256);
      chain = await chainHash(chain, leaf, sha256);
      expect([toHex(leaf), toHex(chain)]).toEqual([
        derived.leafHash[position],
        derived.chainHash[position + 1],
      ]);
      leaves.push(leaf);
    }
    expect(toHex(await treeRoot(leaves, sha256))).toBe(derived.merkleRoot);
  });
});

it('An event is hashed at once where the hash function answers at once', () => {
  const event = JSON.parse(derived.events[0] ?? '') as LedgerEvent;
  const leaf: Uint8Array = leafHash(event, sha256Now);
  const chain: Uint8Array = chainHash(firstChainHash(derived.logId, sha256Now), leaf, sha256Now);
  expect([toHex(leaf), toHex(chain)]).toEqual([derived.leafHash[0], derived.chainHash[1]]);
});

describe('A hash of the chain', () => {
  const hash = sha256Now(Uint8Array.of(1));

  it.each([0, 31, 33, 64])('is not made of one of %i bytes', (length) => {
    const refusal = expect.objectContaining({ code: 'ledger/impossible-hash' });
    const wrong = new Uint8Array(length);
    expect(() => chainHash(wrong, hash, sha256Now)).toThrow(refusal);
    expect(() => chainHash(hash, wrong, sha256Now)).toThrow(refusal);
    expect(() => chainHash(wrong, new Uint8Array(64 - length), sha256Now)).toThrow(refusal);
  });

  it.each(['', 'two words', 'a+b', 'line\n', 'bell\u0007', 'next\u0085line', 'half\ud800', 'no\u00a0break'])(
    'is not begun for the log %p, which no checkpoint could name',
    (logId) => {
      expect(() => firstChainHash(logId, sha256Now)).toThrow(
        expect.objectContaining({ code: 'ledger/impossible-origin' }),
      );
    },
  );
});

describe('An event', () => {
  const event = JSON.parse(derived.events[0] ?? '') as LedgerEvent;

  it.each<[string, object, string]>([
    ['of another version', { v: 3 }, '/v'],
    ['of the second version without rows', { v: 2 }, '/rows'],
    ['of the second version with a row of another form', { v: 2, rows: [['entry', 'insert', {}]] }, '/rows'],
    ['of the second version with an unknown act', { v: 2, rows: [['entry', 'upsert', {}, {}]] }, '/rows'],
    ['of the second version with a key that is none', { v: 2, rows: [['entry', 'remove', [], {}]] }, '/rows'],
    ['of the second version with a table that is none', { v: 2, rows: [[1, 'remove', {}, {}]] }, '/rows'],
    ['of the second version whose row has more', { v: 2, rows: [['e', 'remove', {}, {}, {}]] }, '/rows'],
    ['of the second version whose rows are no list', { v: 2, rows: {} }, '/rows'],
    ['of the first version with rows', { rows: [] }, '/rows'],
    ['without a number', { seq: undefined }, '/seq'],
    ['before the first', { seq: 0 }, '/seq'],
    ['with a negative number', { seq: -1 }, '/seq'],
    ['between two', { seq: 1.5 }, '/seq'],
    ['with a number that is none', { seq: NaN }, '/seq'],
    ['with a number beyond what counts one by one', { seq: 2 ** 53 }, '/seq'],
    ['with a number as text', { seq: '1' }, '/seq'],
    ['without milliseconds', { at: '2026-01-02T03:04:05Z' }, '/at'],
    ['at a time with an offset', { at: '2026-01-02T03:04:05.678+00:00' }, '/at'],
    ['on a day that does not exist', { at: '2026-02-30T03:04:05.678Z' }, '/at'],
    ['at a time that is no text', { at: 1767323045678 }, '/at'],
    ['by nobody', { actor: null }, '/actor'],
    ['without action', { action: undefined }, '/action'],
    ['about a number', { object: 1 }, '/object'],
    ['whose data are a list', { data: [] }, '/data'],
    ['without data', { data: null }, '/data'],
    ['with a member more', { 'a/b': 1 }, '/a~1b'],
  ])('%s is not hashed, for no check would find it right', (_name, change, field) => {
    const refusal = expect.objectContaining({ code: 'ledger/impossible-event', field });
    const wrong = { ...event, ...change } as LedgerEvent;
    expect(() => eventBytes(wrong)).toThrow(refusal);
    expect(() => leafHash(wrong, sha256Now)).toThrow(refusal);
  });

  it('with text that is not Unicode, or too deep, is not hashed', () => {
    expect(() => eventBytes({ ...event, actor: '\ud800' })).toThrow(
      expect.objectContaining({ code: 'ledger/lone-surrogate', field: '/actor' }),
    );
    expect(() => eventBytes({ ...event, data: { note: 'a\udfff' } })).toThrow(
      expect.objectContaining({ code: 'ledger/lone-surrogate', field: '/data/note' }),
    );
  });

  it('of the second version carries the changes of rows in canonical form', () => {
    const rows = [['entry', 'change', { id: 'e1' }, { state: 'void' }] as const];
    const text = new TextDecoder().decode(eventBytes({ ...event, v: 2, rows } as LedgerEvent));
    expect(text).toContain('"rows":[["entry","change",{"id":"e1"},{"state":"void"}]],"seq":1,"v":2}');
  });

  it('may be of any year and have empty texts', () => {
    const farOff = { ...event, at: '-000001-01-01T00:00:00.000Z', actor: '', object: '' };
    expect(new TextDecoder().decode(eventBytes(farOff))).toContain('"at":"-000001-01-01T00:00:00.000Z"');
  });
});
