import fc from 'fast-check';
import { Replay, type EventV2, type JsonObject, type RowChange } from './index';

const event = (...rows: readonly RowChange[]): EventV2 => ({
  ...{ v: 2, seq: 7, at: '2026-01-01T00:00:00.000Z', actor: 'u1' },
  ...{ action: 'entry.edited', object: 'entry:1', data: {}, rows },
});
const key = { programId: 'p', id: '1' };

/** Rows of a table by key, changed at random as a use case might. */
const acts = fc.array(
  fc.record({ id: fc.nat(4), act: fc.constantFrom('put', 'remove'), level: fc.nat(3), note: fc.string() }),
  { maxLength: 40 },
);

describe('A replay', () => {
  it('builds the rows as they are after the last event', () => {
    const replay = new Replay();
    replay.apply(event(['entry', 'insert', key, { state: 'draft', number: 1 }]));
    replay.apply(event(['entry', 'change', { id: '1', programId: 'p' }, { state: 'void' }]));
    replay.apply(event(['site', 'insert', { id: 's' }, {}], ['site', 'remove', { id: 's' }, {}]));
    expect(replay.tables.get('site')?.size).toBe(0);
    expect([...(replay.tables.get('entry')?.values() ?? [])]).toEqual([{ ...key, state: 'void', number: 1 }]);
  });

  it('passes over what the first epoch tells', () => {
    const replay = new Replay();
    const { rows: _rows, ...members } = event();
    replay.apply({ ...members, v: 1, data: { old: null, new: { state: 'draft' } } });
    expect(replay.tables.size).toBe(0);
  });

  it.each<[string, RowChange]>([
    ['inserted twice', ['entry', 'insert', key, {}]],
    ['changed while it is not there', ['entry', 'change', { id: '2' }, {}]],
    ['removed while it is not there', ['site', 'remove', key, {}]],
  ])('finds a row that is %s', (_name, change) => {
    const replay = new Replay();
    replay.apply(event(['entry', 'insert', key, {}]));
    expect(() => replay.apply(event(change))).toThrow(
      expect.objectContaining({ code: 'ledger/impossible-replay' }),
    );
  });

  it('equals the tables after any acts, from the beginning or from a snapshot', () => {
    fc.assert(
      fc.property(acts, fc.nat(40), (list, cut) => {
        const tables = new Map<string, JsonObject>();
        const [whole, later] = [new Replay(), new Replay()];
        list.forEach(({ id, act, level, note }, nth) => {
          if (nth === cut) for (const row of tables.values()) later.apply(event(snapshotOf(row)));
          const before = tables.get(String(id));
          if (act === 'remove' && !before) return;
          const set = before ? { level } : { level, note };
          const done = event(['t', act === 'remove' ? 'remove' : before ? 'change' : 'insert', { id }, set]);
          if (act === 'remove') tables.delete(String(id));
          else tables.set(String(id), { id, ...before, ...set });
          whole.apply(done);
          if (nth >= cut) later.apply(done);
        });
        const rowsOf = (replay: Replay) => [...(replay.tables.get('t')?.values() ?? [])];
        expect(rowsOf(whole)).toEqual(expect.arrayContaining([...tables.values()]));
        expect(rowsOf(whole)).toHaveLength(tables.size);
        if (cut < list.length) expect(new Set(rowsOf(later))).toEqual(new Set(rowsOf(whole)));
      }),
    );
  });
});

function snapshotOf({ id, ...columns }: JsonObject): RowChange {
  return ['t', 'insert', { id: id ?? null }, columns];
}
