import fc from 'fast-check';
import {
  EPOCH_BEGAN,
  restated,
  ROW_SNAPSHOT,
  textIdOf,
  verifyLog,
  wordsIn,
  type EventV1,
  type JsonObject,
  type StoredEvent,
  type TextId,
} from './index';
import { onNode, sha256Now } from './testdata/crypto-adapters';
import { checkpointOf, headOf, key, logId, written, type Happening } from './testdata/sample-log';

const at = Date.UTC(2026, 0, 1);
const by = { at, actor: 'd1', object: 'entry:e1' };
const first = (data: JsonObject = {}): Happening => ({ ...by, action: 'entry.submitted', data });
const second = (data: JsonObject = {}): Happening => ({ ...by, action: 'entry.voided', data, rows: [] });
const epoch: Happening = { ...by, action: EPOCH_BEGAN, data: { after: 2, rows: 1 }, rows: [] };
const snapshot: Happening = {
  ...{ ...by, action: ROW_SNAPSHOT, data: {} },
  rows: [['entry', 'insert', { id: 'e1' }, { state: 'draft' }]],
};

const verify = (events: readonly StoredEvent[], heldOutside: readonly string[] = []) =>
  verifyLog({ logId, events, head: headOf(events), keys: [key], heldOutside }, onNode);
const findingsOf = async (happenings: readonly Happening[]) => (await verify(written(happenings))).findings;

describe('A log of two epochs', () => {
  it('has no finding where the second begins once and nothing of the first follows', async () => {
    expect(await findingsOf([first(), first(), epoch, snapshot, second(), second()])).toEqual([]);
    expect(await findingsOf([epoch, second()])).toEqual([]);
  });

  it.each<[string, readonly Happening[], object]>([
    ['of the first version after the epoch began', [epoch, first()], { seq: 2, version: 1 }],
    ['of the second version before it began', [first(), second(), epoch], { seq: 2, version: 2 }],
    ['of the second version where it never began', [second()], { seq: 1, version: 2 }],
    ['that begins it again', [epoch, second(), epoch], { seq: 3, version: 2 }],
    [
      'of the first version that claims to begin it',
      [{ ...first(), action: EPOCH_BEGAN }, second()],
      { seq: 2 },
    ],
  ])('has a finding on an event %s', async (_name, happenings, finding) => {
    expect(await findingsOf(happenings)).toMatchObject([{ code: 'ledger/out-of-epoch', ...finding }]);
  });

  it('has a finding on every changed row, though the columns beside the text stand', async () => {
    const rows = written([epoch, snapshot, second()]);
    const changed = rows.map((row) => ({ ...row, body: row.body.replace('"draft"', '"approved"') }));
    expect((await verify(changed)).findings).toMatchObject([{ code: 'ledger/leaf-differs', seq: 2 }]);
  });
});

const words = 'Mr Smith of Peoria';
const ids = (text: string): TextId => textIdOf(text, new Uint8Array(16).fill(text.length), sha256Now);
const said = {
  new: { content: { caseLabel: words, procedures: [{ abortedReason: 'Bleeding' }] }, number: 1 },
};

/** A log whose second event loses its words, and the redaction that says so. */
function redactedLog(
  change: { restated?: (event: EventV1) => object; action?: string; rows?: undefined } = {},
) {
  const before = written([first(), first(said), first(), epoch, second()]);
  const event = JSON.parse(before[1]?.body ?? '') as EventV1;
  const rest = change.restated?.(restated(event, ids)) ?? restated(event, ids);
  const data = { texts: [ids(words)], reason: ids('PHI'), restated: [rest] } as unknown as JsonObject;
  const redaction = { ...second(data), action: change.action ?? 'text.redacted' };
  const events = written([first(), first(said), first(), epoch, second(), redaction, second()]);
  return {
    before,
    emptied: events.map((row): StoredEvent => (row.seq === 2 ? { ...row, body: null } : row)),
  };
}

describe('A redaction', () => {
  it('is reported and no finding; leaf, chain and a checkpoint from before stand', async () => {
    const { before, emptied } = redactedLog();
    const report = await verify(emptied, [await checkpointOf(before)]);
    expect([report.findings, report.redacted]).toEqual([[], [{ seq: 2, by: 6 }]]);
    expect(emptied.map(({ body }) => body).join('\n')).not.toContain('Smith');
  });

  it('restates all but the words, and whoever holds the words can check the leaf', () => {
    const { before, emptied } = redactedLog();
    const [event] = (JSON.parse(emptied[5]?.body ?? '') as { data: { restated: EventV1[] } }).data.restated;
    if (!event) throw new Error('nothing restated');
    expect(wordsIn(event)).toEqual([ids(words), ids('Bleeding')]);
    const back = new Map<string, string>([words, 'Bleeding'].map((text) => [ids(text), text]));
    const whole = restated(event, (id) => (back.get(id) ?? '') as TextId);
    expect(whole).toEqual(JSON.parse(before[1]?.body ?? ''));
  });

  it.each<[string, Parameters<typeof redactedLog>[0]]>([
    ['no event names', { action: 'entry.voided' }],
    ['a redaction of another event names', { restated: (event) => ({ ...event, seq: 3 }) }],
    ['a redaction restates with another actor', { restated: (event) => ({ ...event, actor: 'u9' }) }],
    [
      'a redaction restates at another time',
      { restated: (event) => ({ ...event, at: '2026-01-01T00:00:01.000Z' }) },
    ],
    ['a redaction restates as another act', { restated: (event) => ({ ...event, action: 'entry.voided' }) }],
    ['a redaction restates of another entry', { restated: (event) => ({ ...event, object: 'entry:e2' }) }],
    ['a redaction restates as of the second epoch', { restated: (event) => ({ ...event, v: 2, rows: [] }) }],
    ['a redaction restates without data', { restated: ({ data: _data, ...event }) => event }],
  ])('does not account for an empty body that %s', async (_name, change) => {
    const { emptied } = redactedLog(change);
    const { findings, redacted } = await verify(emptied);
    expect([findings, redacted]).toEqual([[{ code: 'ledger/body-missing', seq: 2 }], []]);
  });

  it('does not account for an event that comes after it, of the second epoch, or named in the first', async () => {
    const { emptied } = redactedLog();
    const without = (seq: number) => emptied.map((row) => (row.seq === seq ? { ...row, body: null } : row));
    expect((await verify(without(7))).findings).toEqual([{ code: 'ledger/body-missing', seq: 7 }]);
    expect((await verify(without(5))).findings).toEqual([{ code: 'ledger/body-missing', seq: 5 }]);
    const event = JSON.parse(written([first(said)])[0]?.body ?? '') as EventV1;
    const early = {
      ...first({ restated: [restated(event, ids)] } as unknown as JsonObject),
      action: 'text.redacted',
    };
    const rows = written([first(said), early]).map((row) => (row.seq === 1 ? { ...row, body: null } : row));
    expect((await verify(rows)).findings).toEqual([{ code: 'ledger/body-missing', seq: 1 }]);
  });

  it('does not hide a changed leaf, link or column of the event', async () => {
    const { emptied } = redactedLog();
    const changed = (change: Partial<StoredEvent>) =>
      verify(emptied.map((row) => (row.seq === 2 ? { ...row, ...change } : row)));
    const other = 'f'.repeat(64);
    expect((await changed({ leaf: other })).findings).toMatchObject([
      { code: 'ledger/chain-breaks', seq: 2 },
    ]);
    expect((await changed({ leaf: 'none' })).findings).toMatchObject([
      { code: 'ledger/leaf-differs', seq: 2, stored: 'none', recomputed: null },
      { code: 'ledger/chain-breaks', seq: 2 },
    ]);
    expect((await changed({ chain: other })).findings).toMatchObject([{ seq: 2 }, { seq: 3 }]);
    for (const change of [{ at: at + 1 }, { at: NaN }, { actorId: 'u9' }, { action: 'x' }, { object: 'x' }])
      expect((await changed(change)).findings).toEqual([{ code: 'ledger/body-missing', seq: 2 }]);
  });

  it('leaves no word in any event of an honest history, and no false alarm', async () => {
    const word = fc.string({ minLength: 3, unit: 'grapheme' }).map((text) => `secret ${text}`);
    const member = fc.constantFrom('caseLabel', 'voidReason', 'keepDoing', 'nextTimeText', 'reasonText');
    const histories = fc.array(fc.tuple(member, word, fc.boolean()), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(histories, async (list) => {
        const old = list.map(([name, text]) => first({ old: null, new: { [name]: text, number: 1 } }));
        const gone = written(old).filter((_row, nth) => list[nth]?.[2]);
        const rest = gone.map(({ body }) => restated(JSON.parse(body) as EventV1, ids));
        const redaction = { ...second({ restated: rest } as unknown as JsonObject), action: 'text.redacted' };
        const rows = written([...old, epoch, redaction]).map((row): StoredEvent =>
          gone.some(({ seq }) => seq === row.seq) ? { ...row, body: null } : row,
        );
        const report = await verify(rows);
        expect([report.findings, report.redacted.length]).toEqual([[], gone.length]);
        const secrets = list.filter(([, , isGone]) => !isGone).length;
        expect(rows.filter(({ body }) => body?.includes('secret ')).length).toBe(secrets);
      }),
      { numRuns: 200 },
    );
  });
});
