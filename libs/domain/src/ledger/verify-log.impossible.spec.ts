import { verifyLog, type LogToVerify } from './index';
import { adapters } from './testdata/crypto-adapters';
import { headOf, key, logId, sampleLog, type WrittenEvent } from './testdata/sample-log';

const rows = sampleLog(5);
const row = rows[2] as WrittenEvent;
const noCounts = [NaN, Infinity, -Infinity, -1, 0, 4.5, 6, 2 ** 53];

describe.each(adapters)('A log, with $name,', (adapter) => {
  const verify = (change: Partial<LogToVerify> = {}) =>
    verifyLog({ logId, events: rows, head: headOf(rows), keys: [key], ...change }, adapter);
  const changed = (change: object) => rows.map((one) => (one === row ? { ...row, ...change } : one));

  it.each(noCounts)('does not end at its head with the number %d', async (seq) => {
    const { findings } = await verify({ head: { seq, chain: headOf(rows).chain } });
    expect(findings).toMatchObject([{ code: 'ledger/seq-gap' }]);
  });

  it.each(['', 'no hash', 'F'.repeat(64), `${headOf(rows).chain}\n`, headOf(rows).chain.toUpperCase()])(
    'does not end at its head with the chain hash %p',
    async (chain) => {
      const { findings } = await verify({ head: { seq: 5, chain } });
      expect(findings).toMatchObject([{ code: 'ledger/chain-breaks', seq: 5, stored: chain }]);
    },
  );

  it.each(noCounts)('has no event of the number %d', async (seq) => {
    const { findings } = await verify({ events: changed({ seq }) });
    expect(findings).toContainEqual({ code: 'ledger/seq-gap', seq: 3, found: seq });
  });

  it.each([NaN, Infinity, -Infinity, row.at + 0.5, row.at - 0.001, 8.64e15 + 1, 2 ** 60])(
    'has no event at the time %d',
    async (at) => {
      const { findings } = await verify({ events: changed({ at }) });
      expect(findings).toMatchObject([{ code: 'ledger/leaf-differs', seq: 3 }]);
    },
  );

  it.each<[string, object]>([
    ['a text with something behind', { body: `${row.body} ` }],
    ['a text with lines', { body: row.body.replace(',', ',\r\n') }],
    ['a text in another order', { body: row.body.replace('"seq":3,"v":1', '"v":1,"seq":3') }],
    ['a text with a member twice', { body: row.body.replace('"v":1', '"v":1,"v":1') }],
    ['a text of half a sign', { body: row.body.replace('n°', '\ud800') }],
    ['an action of half a sign', { action: '\ud800' }],
    ['a leaf hash in capitals', { leaf: row.leaf.toUpperCase() }],
    ['half a leaf hash', { leaf: row.leaf.slice(1) }],
    ['a leaf hash with a line behind', { leaf: `${row.leaf}\n` }],
    ['a chain hash in capitals', { chain: row.chain.toUpperCase() }],
    ['half a chain hash', { chain: row.chain.slice(1) }],
    ['no text', { body: null }],
    ['a text that is nothing', { body: 'null' }],
    ['no leaf hash', { leaf: null }],
    ['no chain hash', { chain: undefined }],
    ['no actor', { actorId: null }],
    ['a number as text', { seq: '3' }],
    ['a time as text', { at: String(row.at) }],
  ])('has a finding, and no error, for %s', async (_name, change) => {
    const report = await verify({ events: changed(change) });
    expect(report.findingCount).toBeGreaterThan(0);
    expect(report.findings.every((one) => 'seq' in one && [3, 4].includes(Number(one.seq)))).toBe(true);
  });

  it('has a finding where a sign that stands for any half one is put in its place', async () => {
    const honest = sampleLog(1).map((one) => ({ ...one, body: one.body.replace('n°', '\ufffd') }));
    const half = honest.map((one) => ({ ...one, body: one.body.replace('\ufffd', '\udc00') }));
    expect((await verify({ events: half, head: headOf(half) })).findingCount).toBeGreaterThan(0);
  });

  it.each(['', 'two words', 'a+b', 'line\n', 'half\ud800'])('is not verified under the id %p', async (id) => {
    await expect(verify({ logId: id })).rejects.toMatchObject({ code: 'ledger/impossible-origin' });
  });

  it.each(['', '\n\n', 'null', '\ud800', '{}', '\n\n\n', '— — —\n\n— — —\n'])(
    'has a finding for the checkpoint %p',
    async (note) => {
      expect((await verify({ kept: [note], heldOutside: [note] })).findings).toEqual([
        { code: 'ledger/note-malformed', checkpoint: { list: 'kept', index: 0 } },
        { code: 'ledger/note-malformed', checkpoint: { list: 'held-outside', index: 0 } },
      ]);
    },
  );
});
