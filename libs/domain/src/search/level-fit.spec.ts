import { fitLevels } from './level-fit';
import { readQuery } from './query-levels';
import { shippedItem } from '../catalogue/testdata/shipped-catalogue';

describe('a level in a search text', () => {
  it.each([
    // the root that leaves through the foramen
    ['esi-tf-lumbar', 'L4-5', ['L4'], 1],
    ['esi-tf-lumbar', 'L5-S1', ['L5'], 1],
    ['esi-tf-lumbar', 'L4 L5', ['L4', 'L5'], 1],
    ['esi-tf-lumbar', 'L3-5', ['L3', 'L4', 'L5'], 1],
    ['esi-tf-cervical', 'C5-6', ['C6'], 1],
    ['esi-tf-cervical', 'C7-T1', ['C8'], 1],
    ['esi-tf-thoracic', 'T8-9', ['T8'], 1],
    ['esi-tf-sacral', 'S1-2', ['S1'], 1],
    ['esi-tf-lumbar', 'S1', [], 0],
    ['esi-tf-lumbar', 'L5, S1', ['L5'], 0.5],
    // the space itself, from one to another, or between two neighbours
    ['esi-il-lumbar', 'L4-5', ['L4-5'], 1],
    ['esi-il-lumbar', 'L4 L5', ['L4-5'], 1],
    ['esi-il-lumbar', 'L4', [], 0],
    ['discography', 'L3-S1', ['L3-4', 'L4-5', 'L5-S1'], 1],
    ['facet-ia-lumbar', 'L3, L4, L5', ['L3-4', 'L4-5'], 1],
    ['facet-ia-lumbar', 'L2, L4 L5', ['L4-5'], 0.5],
    ['facet-ia-cervical', 'C7-T1', ['C7-T1'], 1],
    ['atlantoaxial-inj', 'C0-1', ['C0-1'], 1],
    ['atlantoaxial-inj', 'C1-2', ['C1-2'], 1],
    ['ganglion-impar', 'L5', [], 0],
    // the nerves of a joint, or the nerves named
    ['mbb-lumbar', 'L4-5', ['L3', 'L4'], 1],
    ['mbb-lumbar', 'L5-S1', ['L4', 'L5 DR'], 1],
    ['mbb-lumbar', 'L4-S1', ['L3', 'L4', 'L5 DR'], 1],
    ['mbb-lumbar', 'L5 S1', ['L4', 'L5 DR'], 1],
    ['mbb-lumbar', 'L4 L5 S1', ['L4', 'L5 DR'], 1],
    ['mbb-cervical', 'C7 T1', ['C7', 'C8'], 1],
    ['mbb-lumbar', 'L3-5', ['L3', 'L4', 'L5 DR'], 1],
    ['mbb-lumbar', 'L3 L4 L5', ['L3', 'L4', 'L5 DR'], 1],
    ['mbb-lumbar', 'T12-L1', ['T12'], 0.5],
    ['mbb-thoracic', 'T12-L1', ['T11', 'T12'], 1],
    ['mbb-cervical', 'C2-3', ['TON'], 1],
    ['mbb-cervical', 'C2-4', ['TON', 'C3', 'C4'], 1],
    ['mbb-cervical', 'C1', [], 0],
    // vertebrae, nerves, dermatomes, divisions and lateral branches as named
    ['kyphoplasty', 'T12-L1', ['T12', 'L1'], 1],
    ['kyphoplasty', 'L1-3', ['L1', 'L2', 'L3'], 1],
    ['bvna', 'L5 S1', ['L5', 'S1'], 1],
    ['intercostal', 'T6-8', ['T6', 'T7', 'T8'], 1],
    ['acnes-inj', 'T10', ['T10'], 1],
    ['trigeminal-block', 'V2/3', ['V2', 'V3'], 1],
    ['trigeminal-block', 'L4', [], 0],
    ['rfa-si', 'L5-S2', ['L5 DR', 'S1', 'S2'], 1],
    ['si-joint', 'S1', [], 0],
    ['tpi', 'L4', [], 0],
  ])('for %s: %s is %j', (id, query, levels, share) => {
    expect(fitLevels(shippedItem(id), readQuery(query).spans)).toEqual({ levels, share });
  });

  it('that is not there fits nothing', () => {
    expect(fitLevels(shippedItem('mbb-lumbar'), [])).toEqual({ levels: [], share: 0 });
  });
});
