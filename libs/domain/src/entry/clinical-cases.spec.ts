import { searchCatalogue, type CatalogueHit } from '../search';
import { shipped } from '../catalogue/testdata/shipped-catalogue';
import { checkContent } from './check-content';
import { recordedChoices } from './check-details';
import { countProcedure } from './counting';
import type { DraftContent, DraftProcedure, LevelAndSide } from './entry';

/* Encounters and search phrases as public descriptions of procedures have them; nothing in them is a real patient. */

const facts = {
  ...{ catalogue: shipped, today: '2026-11-20', stage: 'submitted' as const },
  training: [{ fromOn: '2026-07-01', toOn: '2027-06-30' }],
};
const encounter: Omit<DraftContent, 'procedures'> = {
  ...{ performedOn: '2026-11-02', siteId: 's', supervisorId: 'p', setting: 'asc', simulation: false },
  ...{ painCategory: 'chronic-non-cancer', diagnosisGroup: 'other' },
};
const done = {
  ...{ techniques: [], complications: ['none'], outcome: 'success' },
  ...{ role: 'performed', supervision: 'direct' },
} as const satisfies Partial<DraftProcedure>;
const seen = {
  ...{ levels: [], techniques: [], complications: [] },
  ...{ role: 'performed', supervision: 'direct' },
} as const satisfies Partial<DraftProcedure>;

const at = (side: LevelAndSide['side'], ...levels: string[]): LevelAndSide[] =>
  levels.map((level) => (side === undefined ? { level } : { level, side }));

function problems(procedures: DraftProcedure[], change: Partial<DraftContent> = {}): string[] {
  return checkContent({ ...encounter, ...change, procedures }, facts).map(
    ({ code, field = '' }) => `${code} ${field}`,
  );
}

const inWard = { setting: 'inpatient', painCategory: 'acute' } as const;
const recorded: [string, DraftProcedure[], Partial<DraftContent>?][] = [
  [
    'lumbar transforaminal epidural L5 left with a non-particulate steroid',
    [
      {
        ...{ ...done, itemId: 'esi-tf-lumbar', levels: at('left', 'L5') },
        details: [{ id: 'steroid', value: 'non-particulate' }],
      },
    ],
  ],
  [
    'cooled radiofrequency of the sacroiliac joint, L4 dorsal ramus to S3, right',
    [
      {
        ...{ ...done, itemId: 'rfa-si', techniques: ['cooled'] },
        levels: at('right', 'L4 DR', 'L5 DR', 'S1', 'S2', 'S3'),
      },
    ],
  ],
  [
    'dorsal root ganglion trial, leads at T5 and T6',
    [{ ...done, itemId: 'drg-trial', levels: at('left', 'T5', 'T6') }],
  ],
  [
    'stimulator trial, two leads, both at T8 midline',
    [
      {
        ...{ ...done, itemId: 'scs-trial', levels: at('midline', 'T8', 'T8') },
        details: [{ id: 'leads', amount: 2 }],
      },
    ],
  ],
  [
    'stellate ganglion block at C6 and C4 level, ultrasound',
    [{ ...done, itemId: 'stellate', levels: at('left', 'C6', 'C4'), guidance: 'ultrasound' }],
  ],
  [
    'erector spinae plane block under fluoroscopy',
    [
      {
        ...{ ...done, itemId: 'truncal-plane', levels: [], side: 'left', guidance: 'fluoroscopy' },
        ...{ techniques: ['esp'], details: [{ id: 'block-level', value: 'T5' }] },
      },
    ],
  ],
  [
    'trigger points: sternocleidomastoid, trapezius, levator scapulae, 9 sites',
    [
      {
        ...{ ...done, itemId: 'tpi', side: 'left', region: 'shoulder-girdle' },
        levels: at(undefined, 'sternocleidomastoid', 'trapezius', 'levator-scapulae'),
        details: [{ id: 'sites', amount: 9 }],
      },
    ],
  ],
  [
    'stimulator implant where the fellow placed the leads and the supervisor the generator',
    [
      {
        ...{ ...done, itemId: 'scs-implant', role: 'performed-part', levels: at('midline', 'T8') },
        details: [
          { id: 'lead-role', value: 'performed' },
          { id: 'generator-role', value: 'observed' },
        ],
      },
    ],
  ],
  [
    'superior and inferior hypogastric block',
    [
      { ...done, itemId: 'superior-hypogastric', levels: at('bilateral', 'L5') },
      { ...done, itemId: 'inferior-hypogastric', levels: at('bilateral', 'S1') },
    ],
  ],
  [
    'acute pain service, follow-up round of seven patients',
    [{ ...seen, itemId: 'exp-acute-followup', details: [{ id: 'patients', amount: 7 }] }],
    inWard,
  ],
  ['physical therapy session observed', [{ ...seen, itemId: 'exp-pt-session', role: 'observed' }]],
  [
    'multidisciplinary team meeting, presented, without a supervision level',
    [
      {
        ...{ itemId: 'exp-mdt', levels: [], techniques: ['case-presented'], complications: [] },
        role: 'performed-part',
      },
    ],
  ],
];

it.each(recorded.map(([what, procedures, change = {}]) => ({ what, procedures, change })))(
  'is recorded as done: $what',
  ({ procedures, change }) => {
    expect(problems(procedures, change)).toEqual([]);
  },
);

it('derives no facet joint from lateral branches, and counts five', () => {
  const item = shipped.item('rfa-si');
  if (!item) throw new Error('no item');
  const levels = at('right', 'L4 DR', 'L5 DR', 'S1', 'S2', 'S3');
  expect(countProcedure({ levels }, item)).toEqual({ sessions: 1, levels: 5 });
});

it('tells a rule who placed leads and generator', () => {
  const [, [implant] = []] = recorded[7] ?? [];
  const item = shipped.item('scs-implant');
  if (!implant || !item) throw new Error('no implant');
  expect(recordedChoices(implant, item)).toEqual(['lead-role=performed', 'generator-role=observed']);
});

it('has a class of steroid on every item that injects one', () => {
  const asks = (id: string) => shipped.item(id)?.details.some((detail) => detail.id === 'steroid');
  const injected = shipped.catalogue.items.filter(({ group }) => group === 'epidural' || group === 'facet');
  const without = injected.filter(({ id }) => !asks(id)).map(({ id }) => id);
  expect(without).toEqual([...['blood-patch', 'epidural-catheter']]);
});

const celiac = { ...done, itemId: 'celiac', levels: at('bilateral', 'L1') };
const refusedOnes: [string, DraftProcedure[], Partial<DraftContent>, string[]][] = [
  [
    'an implant with setting telehealth',
    [{ ...done, itemId: 'scs-implant', levels: at('midline', 'T8') }],
    { setting: 'telehealth' },
    ['entry/contradiction /setting'],
  ],
  [
    'celiac with diagnostic, alcohol, phenol and three approaches together',
    [
      {
        ...celiac,
        techniques: ['diagnostic', 'alcohol', 'phenol', 'retrocrural', 'transcrural', 'transaortic'],
      },
    ],
    {},
    [4, 5, 1, 2].map((place) => `entry/techniques-contradict /procedures/0/techniques/${place}`),
  ],
  [
    'one lead and two leads together',
    [
      {
        ...{ ...done, itemId: 'scs-trial', levels: at('midline', 'T8') },
        details: [
          { id: 'leads', amount: 1 },
          { id: 'leads', amount: 2 },
        ],
      },
    ],
    {},
    ['entry/repeated /procedures/0/details/1'],
  ],
  [
    'an outpatient item as inpatient',
    [{ ...seen, itemId: 'exp-continuity' }],
    { setting: 'inpatient' },
    ['entry/contradiction /setting'],
  ],
  [
    'a date before the role began',
    [{ ...seen, itemId: 'exp-mdt' }],
    { performedOn: '2026-06-30' },
    ['entry/outside-training /performedOn'],
  ],
];

it.each(refusedOnes)('is refused: %s', (_what, procedures, change, expected) => {
  expect(problems(procedures, change)).toEqual(expected);
});

function found(query: string, id: string): CatalogueHit {
  const hits = searchCatalogue(shipped, query, { limit: 3 });
  const hit = hits.find(({ itemId }) => itemId === id);
  if (!hit) throw new Error(`${query} finds ${hits.map(({ itemId }) => itemId).join(', ')}`);
  return hit;
}

it.each([
  ['post op day 2 epidural follow up', 'exp-acute-followup'],
  ['PT session', 'exp-pt-session'],
  ['TENS', 'exp-physical-modality'],
  ['myelogram', 'myelogram'],
  ['nerve catheter removal', 'nerve-catheter-care'],
  ['epidural catheter removal', 'epidural-catheter-care'],
  ['inferior hypogastric', 'inferior-hypogastric'],
])('%s finds %s among the first three', (query, id) => {
  expect(found(query, id).itemId).toBe(id);
});

it('takes from the words what they say of the item', () => {
  expect(found('si rfa L4 L5 S1 S2 S3', 'rfa-si').levels.map(({ level }) => level)).toEqual([
    ...['L4 DR', 'L5 DR', 'S1', 'S2', 'S3'],
  ]);
  expect(found('cooled genicular rfa right', 'rfa-genicular')).toMatchObject({
    ...{ side: 'right', said: { techniques: ['cooled'] } },
  });
  expect(found('scs trial two leads t8', 'scs-trial')).toMatchObject({
    ...{ levels: [{ level: 'T8' }], said: { details: [{ id: 'leads', amount: 2 }] } },
  });
  expect(found('tpi trapezius left 4', 'tpi')).toMatchObject({
    side: 'left',
    said: {
      ...{ targets: ['trapezius'], region: 'shoulder-girdle' },
      details: [{ id: 'sites', amount: 4 }],
    },
  });
});
