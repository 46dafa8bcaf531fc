import type { ItemDetail } from '@countersign/domain/catalogue';
import { detailsInWords } from './detail';

const details: readonly ItemDetail[] = [
  {
    ...{ id: 'steroid', name: 'Steroid', kind: 'choice', perLevel: false },
    choices: [{ id: 'non-particulate', name: 'Non-particulate (dexamethasone)' }],
  },
  { id: 'leads', name: 'Leads', kind: 'number', perLevel: false, unit: 'leads', min: 1, max: 4 },
  { id: 'volume', name: 'Volume', kind: 'number', perLevel: false, unit: 'mL', min: 1, max: 60 },
  { id: 'tip', name: 'Catheter tip', kind: 'level', perLevel: false, levels: ['T8'] },
  {
    ...{ id: 'concordance', name: 'Response', kind: 'choice', perLevel: true },
    choices: [{ id: 'concordant', name: 'Concordant' }],
  },
];

it('says details by their names, choices by their words, numbers with a unit that the name has not said', () => {
  expect(
    detailsInWords(
      [
        { id: 'steroid', value: 'non-particulate' },
        { id: 'leads', amount: 2 },
        { id: 'volume', amount: 12.5 },
        { id: 'tip', value: 'T8' },
        { id: 'concordance', value: 'concordant', level: 'L4-5' },
      ],
      { details },
    ),
  ).toEqual([
    'Steroid: Non-particulate (dexamethasone)',
    'Leads: 2',
    'Volume: 12.5 mL',
    'Catheter tip: T8',
    'Response, L4-5: Concordant',
  ]);
});

it('says what was recorded as it is while the catalogue is on its way', () => {
  expect(detailsInWords([{ id: 'steroid', value: 'particulate' }], undefined)).toEqual([
    'steroid: particulate',
  ]);
});
