import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { indexCatalogue } from '../catalogue';
import { searchCatalogue, type CatalogueHit } from './search-catalogue';
import { shipped, shippedItem } from '../catalogue/testdata/shipped-catalogue';

interface KnownQuery {
  readonly query: string;
  readonly ids: readonly string[];
}

const queries: readonly KnownQuery[] = JSON.parse(
  readFileSync(join(__dirname, 'testdata/queries.json'), 'utf8'),
);

function first(query: string): CatalogueHit | undefined {
  return searchCatalogue(shipped, query)[0];
}

describe('a search', () => {
  it('puts the item that is meant first for at least 97 of 100 queries, and among three for 99', () => {
    expect(queries.length).toBeGreaterThan(900);
    const missed = queries.filter(({ query, ids }) => !ids.includes(first(query)?.itemId ?? ''));
    const lost = missed.filter(
      ({ query, ids }) =>
        !searchCatalogue(shipped, query, { limit: 3 }).some(({ itemId }) => ids.includes(itemId)),
    );
    expect(missed.length > 0.03 * queries.length ? missed : []).toEqual([]);
    expect(lost.length > 0.01 * queries.length ? lost : []).toEqual([]);
  });

  it('finds every item by its name and by each synonym of its own', () => {
    for (const { id, name, synonyms } of shipped.catalogue.items) {
      expect([name, first(name)?.itemId]).toEqual([name, id]);
      for (const synonym of synonyms) {
        const owners = shipped.catalogue.items
          .filter((item) => item.synonyms.includes(synonym))
          .map((item) => item.id);
        expect([synonym, owners.includes(first(synonym)?.itemId ?? '')]).toEqual([synonym, true]);
      }
    }
  });

  it.each([
    ['L4-5 TFESI', 'esi-tf-lumbar'],
    ['RFA lumbar', 'rfa-mb-lumbar'],
    ['stim trial', 'scs-trial'],
    ['pump refill', 'it-pump-refill'],
    ['TPI', 'tpi'],
    ['stellate', 'stellate'],
    ['stelate', 'stellate'],
    ['tfesi l4 l5 left', 'esi-tf-lumbar'],
    ['lmbb l3 l4 l5 bilat', 'mbb-lumbar'],
    ['c5/6 ilesi', 'esi-il-cervical'],
    ['caudal', 'esi-caudal'],
    ['botox migraine', 'botox-migraine'],
    ['kypho', 'kyphoplasty'],
    ['SI joint', 'si-joint'],
    ['gon block', 'occipital-block'],
    ['genicular rfa', 'rfa-genicular'],
  ])('for %s finds %s', (query, id) => expect(first(query)?.itemId).toBe(id));

  it('prefers lumbar, then cervical, where no region is said', () => {
    const ids = searchCatalogue(shipped, 'mbb', { limit: 3 }).map(({ itemId }) => itemId);
    expect(ids).toEqual(['mbb-lumbar', 'mbb-cervical', 'mbb-thoracic']);
  });

  it.each(['tfesi please', 'tfesi with dex', 'transforaminal epidural left', 'tfesi 5/1'])(
    'prefers lumbar whatever is said in passing: %s',
    (query) => expect(first(query)?.itemId).toBe('esi-tf-lumbar'),
  );

  it.each([
    ['ha knee', 'joint-knee'],
    ['botox ha', 'botox-migraine'],
    ['ha', 'exp-dx-headache'],
    ['consent for epidural', 'exp-consent'],
    ['sedation for scs', 'sedation'],
    ['sympathetic block for foot crps', 'lumbar-sympathetic'],
    ['shoulder exam', 'exp-msk-exam'],
    ['pregnant with back pain', 'exp-pregnancy'],
    ['neurotomy l5 s1', 'rfa-mb-lumbar'],
    ['c1/c2 facet', 'atlantoaxial-inj'],
    ['hip inj l us', 'joint-hip'],
    ['diagnostic ultrasound', 'exp-msk-ultrasound'],
    ['sacroili', 'si-joint'],
  ])('weighs what is said: %s finds %s', (query, id) => expect(first(query)?.itemId).toBe(id));

  it('finds what has a level when nothing but levels is said', () => {
    expect(first('C1-2')).toMatchObject({ itemId: 'atlantoaxial-inj', levels: [{ level: 'C1-2' }] });
  });

  it('finds nothing for nothing', () => {
    for (const query of ['', '   ', 'left', 'qqqqqqqq', 'the of and'])
      expect(searchCatalogue(shipped, query)).toEqual([]);
  });

  it('gives as many hits as asked for, best first', () => {
    expect(searchCatalogue(shipped, 'block')).toHaveLength(20);
    const hits = searchCatalogue(shipped, 'block', { limit: 5 });
    expect(hits).toHaveLength(5);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('leaves out what was sunset before the day, and only then', () => {
    const items = shipped.catalogue.items.map((item) =>
      item.id === 'tpi' ? { ...item, sunsetOn: '2026-03-09' } : item,
    );
    const retired = indexCatalogue({ ...shipped.catalogue, items });
    const isFound = (today?: string) =>
      searchCatalogue(retired, 'tpi', today === undefined ? {} : { today }).some(
        ({ itemId }) => itemId === 'tpi',
      );
    expect([isFound(), isFound('2026-03-09'), isFound('2026-03-10')]).toEqual([true, true, false]);
  });

  it('survives whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('l4 ', 'tfesi ', ''),
        (text, before) => {
          for (const { itemId, score, levels } of searchCatalogue(shipped, before + text)) {
            expect(score).toBeGreaterThan(0);
            expect(shippedItem(itemId).levels).toEqual(
              expect.arrayContaining(levels.map(({ level }) => level)),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(searchCatalogue(shipped, `l1${' '.repeat(100_000)}x`)).not.toEqual([]);
    expect(searchCatalogue(shipped, 'c1-s5 '.repeat(7500))).not.toEqual([]);
  });
});

describe('a hit', () => {
  it.each([
    ['tfesi l4 l5 left', ['L4 left', 'L5 left']],
    ['L4-5 tfesi', ['L4']],
    ['left l4 right l5 tfesi', ['L4 left', 'L5 right']],
    ['left and right l4 tfesi', ['L4 bilateral']],
    ['lmbb l3 l4 l5 bilat', ['L3 bilateral', 'L4 bilateral', 'L5 DR bilateral']],
    ['ton c3 rfa rt', ['TON right', 'C3 right']],
    ['third occipital nerve block', ['TON']],
    ['ilesi l4-5 l5-s1 midline', ['L4-5 midline']],
    ['kypho t12 left', ['T12']],
  ])('for %s carries %j', (query, expected) => {
    const hit = first(query);
    expect(hit?.levels.map(({ level, side }) => (side === undefined ? level : `${level} ${side}`))).toEqual(
      expected,
    );
    expect(hit).not.toHaveProperty('side');
  });

  it('carries the side alone where the item has no levels or none was said', () => {
    expect(first('rt si joint')).toMatchObject({ itemId: 'si-joint', levels: [], side: 'right' });
    expect(first('tfesi left')).toMatchObject({ levels: [], side: 'left' });
    expect(first('caudal left')).not.toHaveProperty('side');
    expect(first('midline sij')).not.toHaveProperty('side');
  });
});
