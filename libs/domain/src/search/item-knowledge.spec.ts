import { indexCatalogue, procedureRoles, type CatalogueItem } from '../catalogue';
import { searchCatalogue } from './search-catalogue';
import { shipped, shippedEdition } from '../catalogue/testdata/shipped-catalogue';

const { catalogue } = shipped;
const { items } = catalogue;

function idsOf(isMeant: (item: CatalogueItem) => boolean): string[] {
  return items.filter(isMeant).map(({ id }) => id);
}

describe('what people call the items', () => {
  it('is known for every item of the shipped edition', () => {
    expect(idsOf(({ calls }) => calls.length === 0)).toEqual([]);
  });

  it('is said in words and numbers alone', () => {
    for (const call of items.flatMap(({ calls }) => calls))
      expect(call).toMatch(/^[a-z0-9]+([ -][a-z0-9]+)*$/);
  });

  it('finds the item first', () => {
    const missed = [...new Set(items.flatMap(({ calls }) => calls))].filter((call) => {
      const [hit] = searchCatalogue(shipped, call, { limit: 1 });
      return !(hit && shipped.item(hit.itemId)?.calls.includes(call));
    });
    expect(missed).toEqual([]);
  });

  it('goes with the item into a program’s own catalogue, under whatever id', () => {
    const own = items.filter(({ id }) => id === 'tpi').map((item) => ({ ...item, id: 'own-item' }));
    const small = indexCatalogue({ ...catalogue, items: own });
    expect(searchCatalogue(small, 'muscle knot').map(({ itemId }) => itemId)).toEqual(['own-item']);
    expect(searchCatalogue(small, 'painteq')).toEqual([]);
  });
});

describe('high risk', () => {
  it('are implants of stimulators and pumps, cervical transforaminal, neurolysis near the cord, augmentation', () => {
    expect(idsOf(({ highRisk }) => highRisk).sort()).toEqual(
      [
        ...['scs-implant', 'scs-paddle', 'drg-implant', 'pns-implant', 'pnfs'],
        ...['restorative-multifidus', 'sacral-nerve-stim', 'it-pump-implant', 'esi-tf-cervical'],
        ...['it-neurolysis', 'celiac', 'splanchnic', 'vertebroplasty', 'kyphoplasty', 'sacroplasty'],
      ].sort(),
    );
  });
});

describe('the usual roles of an item', () => {
  const watched = (item: CatalogueItem) => item.usualRoles.length < procedureRoles.length;

  it('are observed and assisted for paddle leads and endoscopy, every role otherwise', () => {
    expect(idsOf(watched).sort()).toEqual(['endoscopic-discectomy', 'rfa-mb-endoscopic', 'scs-paddle']);
    expect(shipped.item('scs-paddle')?.usualRoles).toEqual(['observed', 'assisted']);
    expect(shipped.item('esi-tf-lumbar')?.usualRoles).toEqual(procedureRoles);
  });

  it('agree with what the notes of the catalogue say', () => {
    expect(idsOf(({ notes }) => /observed or assisted/.test(notes))).toEqual(idsOf(watched));
  });
});

describe('an edition from before items said this', () => {
  const second = shippedEdition('2026.2').catalogue;
  const knowledge = ({ id, calls, highRisk, usualRoles }: CatalogueItem) => ({
    id,
    calls,
    highRisk,
    usualRoles,
  });

  it('has what a later one says of the same items', () => {
    const earlier = shippedEdition('2026.1', second);
    expect(earlier.catalogue.items.map(knowledge)).toEqual(second.items.map(knowledge));
  });

  it('knows nothing of them without it', () => {
    const { catalogue: silent } = shippedEdition('2026.1');
    expect(silent.items.filter(({ calls, highRisk }) => calls.length > 0 || highRisk)).toEqual([]);
    expect(silent.items.filter(({ usualRoles }) => usualRoles.length < procedureRoles.length)).toEqual([]);
  });

  it('shows the short names and words of a later one, and takes nothing from it that decides what counts', () => {
    const { catalogue: earlier } = shippedEdition('2026.2', catalogue);
    const celiac = earlier.items.find(({ id }) => id === 'celiac');
    expect(celiac).toMatchObject({ short: 'Celiac plexus block', oneOf: [], details: [] });
    expect(earlier.words).toEqual(catalogue.words);
  });
});
