import { everydayCalls } from './everyday-calls';
import { searchCatalogue } from './search-catalogue';
import { shipped } from './testdata/shipped-catalogue';

const rows = [...everydayCalls];

function ownersOf(call: string): string[] {
  return rows.filter(([, calls]) => calls.includes(call)).map(([itemId]) => itemId);
}

describe('what people call the items', () => {
  it('is known for every item of the shipped edition, and for no other', () => {
    expect(rows.map(([itemId]) => itemId).sort()).toEqual(shipped.catalogue.items.map(({ id }) => id).sort());
  });

  it('is said once for an item, in lower case', () => {
    for (const [itemId, calls] of rows) {
      expect([itemId, calls.filter((call, place) => calls.indexOf(call) !== place)]).toEqual([itemId, []]);
      for (const call of calls) expect(call).toMatch(/^[a-z0-9]+([ -][a-z0-9]+)*$/);
    }
  });

  it('finds the item first', () => {
    const calls = new Set(rows.flatMap(([, own]) => own));
    const missed = [...calls].filter(
      (call) => !ownersOf(call).includes(searchCatalogue(shipped, call, { limit: 1 })[0]?.itemId ?? ''),
    );
    expect(missed).toEqual([]);
  });

  it('takes nothing from a catalogue that lacks the item', () => {
    const items = shipped.catalogue.items.filter(({ id }) => id === 'tpi');
    const small = { ...shipped, catalogue: { ...shipped.catalogue, items } };
    expect(searchCatalogue(small, 'muscle knot').map(({ itemId }) => itemId)).toEqual(['tpi']);
    expect(searchCatalogue(small, 'painteq')).toEqual([]);
    const own = items.map((item) => ({ ...item, id: 'own-item' }));
    const other = { ...shipped, catalogue: { ...shipped.catalogue, items: own } };
    expect(searchCatalogue(other, 'tpi').map(({ itemId }) => itemId)).toEqual(['own-item']);
    expect(searchCatalogue(other, 'knots')).toEqual([]);
  });
});
