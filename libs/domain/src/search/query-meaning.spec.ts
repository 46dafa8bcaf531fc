import { readQuery } from './query-levels';
import { meaningOf, type QueryMeaning } from './query-meaning';
import { searchTerms } from './search-terms';
import { shipped } from '../catalogue/testdata/shipped-catalogue';

const terms = searchTerms(shipped.catalogue.items);

function meant(query: string): QueryMeaning {
  return meaningOf(readQuery(query, terms.correct), terms);
}

describe('what a query speaks of', () => {
  it.each([
    ['l4-5 tfesi', 'procedure'],
    ['left shoulder', 'procedure'],
    ['hip us guided', 'procedure'],
    ['acute pain epidural', 'procedure'],
    ['botox for migraine', 'procedure'],
    ['cancer pain consult', 'experience'],
    ['shoulder exam', 'experience'],
    ['radiculopathy c6', 'experience'],
    ['knee oa', 'experience'],
    ['informed consent ESI', 'experience'],
    ['consult for epidural', 'experience'],
    ['shoulder ultrasound', undefined],
    ['qqqq', undefined],
  ])('%s: %s', (query, kind) => expect(meant(query).speaksOf).toBe(kind));
});

describe('the weight of a word', () => {
  it('is greatest for what is done, and small for why and with what', () => {
    const { weightOf } = meant('spinal cord stim trial for crps under fluoro');
    expect(weightOf('trial')).toBeGreaterThan(weightOf('spinal'));
    expect(weightOf('crps')).toBeLessThan(weightOf('spinal'));
    expect(weightOf('fluoroscopy')).toBeLessThan(weightOf('crps'));
    expect(weightOf('2')).toBeLessThan(weightOf('spinal'));
  });

  it('is that of the reason for whatever comes after a word such as for', () => {
    expect(meant('epidural for labor').weightOf('labor')).toBeLessThan(1);
    expect(meant('labor epidural').weightOf('labor')).toBe(1);
    expect(meant('for labor').weightOf('labor')).toBe(1);
  });

  it('tells nothing of how a needle is guided unless no procedure is named', () => {
    expect(meant('tfesi ct').weightOf('ct')).toBeLessThan(meant('shoulder ct').weightOf('ct'));
  });
});

it('each word is said once, the main ones first', () => {
  expect(meant('block for nerve block').words).toEqual(['block', 'nerve']);
  expect(meant('esi l4-5')).toMatchObject({ words: ['epidural'], implied: ['lumbar'], text: 'esi' });
});
