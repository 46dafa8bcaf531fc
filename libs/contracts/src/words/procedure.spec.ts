import type { Catalogue, CatalogueIndex } from '@countersign/domain/catalogue';
import type { ProcedureView } from '../entries/views';
import { procedureFacts, unusualIn, usualFacts } from './procedure';

const complications: Readonly<Record<string, Catalogue['complications'][number]>> = {
  none: { id: 'none', label: 'No complication', severity: 'none', onset: 'any', synonyms: [] },
  pdph: { id: 'pdph', label: 'Post-dural-puncture headache', severity: 'minor', onset: 'any', synonyms: [] },
  pneumothorax: {
    id: 'pneumothorax',
    label: 'Pneumothorax',
    severity: 'serious',
    onset: 'any',
    synonyms: [],
  },
};
const index = {
  complication: (id: string) => complications[id],
  item: () => undefined,
  words: () => undefined,
} as unknown as CatalogueIndex;
const procedure = (part: Partial<ProcedureView> = {}): ProcedureView => ({
  itemId: 'stellate',
  itemName: 'Stellate ganglion block',
  levels: [],
  techniques: [],
  guidance: 'ultrasound',
  supervision: 'direct',
  outcome: 'success',
  complications: ['none'],
  counts: { sessions: 1, levels: 0, joints: [] },
  ...part,
});

it('has nothing unusual in what went as planned', () => {
  expect(unusualIn(procedure(), index)).toEqual([]);
  expect(usualFacts(procedure(), index)).toEqual([
    'Direct, in the room',
    'Ultrasound',
    'Success',
    'No complication',
  ]);
});

it.each([
  [{ outcome: 'converted' }, [{ kind: 'converted', word: 'Converted' }]],
  [{ outcome: 'supervisor-took-over' }, [{ kind: 'supervisor-took-over', word: 'Supervisor took over' }]],
  [
    { outcome: 'aborted', abortedReason: 'no view' },
    [{ kind: 'aborted', word: 'Aborted', detail: 'no view' }],
  ],
  [
    { complications: ['pdph', 'pneumothorax', 'unheard-of'] },
    [
      { kind: 'complication', word: 'Complication', detail: 'Post-dural-puncture headache' },
      { kind: 'complication', word: 'Serious complication', detail: 'Pneumothorax' },
      { kind: 'complication', word: 'Complication', detail: 'unheard-of' },
    ],
  ],
] as const)('tells what did not go as planned: %j', (part, unusual) => {
  const odd = procedure(part as Partial<ProcedureView>);
  expect(unusualIn(odd, index)).toEqual(unusual);
  const told = unusual.map((one) => ('detail' in one ? one.detail : one.word));
  for (const word of told) expect(usualFacts(odd, index).join()).not.toContain(word);
  for (const word of told) expect(procedureFacts(odd, index).join()).toContain(word);
});
