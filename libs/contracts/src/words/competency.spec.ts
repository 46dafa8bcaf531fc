import type { Rule } from '@countersign/domain/competency';
import { partsInWords, ruleInWords, rulesInWords } from './competency';

it('says what stands behind a rule that holds others, and behind a share', () => {
  const count = { kind: 'count', per: 'session', need: 2, filter: {} } as const;
  const certificate = { kind: 'certificate', certificateId: 'x', title: 'Ultrasound' } as const;
  const anyOf = { kind: 'any-of', need: 1, rules: [count, certificate] } as const;
  const parts = [
    { rule: count, value: 2, need: 2, met: true },
    { rule: certificate, value: 0, need: 1, met: false },
  ];
  expect(partsInWords({ rule: anyOf, parts }, undefined)).toEqual([
    'At least 2 sessions: 2 of 2, met',
    'Certificate: Ultrasound: 0 of 1',
  ]);
  const by = { kind: 'base-specialty', specialties: ['Neurology'], listed: count } as const;
  expect(partsInWords({ rule: by, parts: [], branch: 'others' }, undefined)).toEqual([
    'Asks nothing of this base specialty',
  ]);
  expect(partsInWords({ rule: by, parts: [], branch: 'unknown' }, undefined)[0]).toMatch(/^Nobody recorded/);
  const share = { kind: 'rating-share', of: 'all', n: 12, percent: 80, minHelp: 4, filter: {} } as const;
  expect(partsInWords({ rule: share, looked: 7 }, undefined)).toEqual([
    '7 rated cases of at least 12 looked at',
  ]);
  expect(partsInWords({ rule: count }, undefined)).toEqual([]);
});

it('says how many rules there are and how many are met', () => {
  expect(rulesInWords([{ met: true }, { met: false }])).toBe('2 rules, 1 met');
  expect(rulesInWords([{ met: true }])).toBe('1 rule, 1 met');
});

it.each<[Rule, string]>([
  [
    { kind: 'count', per: 'session', need: 20, filter: { roles: ['performed'], windowMonths: 24 } },
    'At least 20 sessions (performed), within 24 months',
  ],
  [
    {
      kind: 'count',
      per: 'level',
      need: 5,
      filter: {
        roles: ['performed', 'performed-part', 'assisted'],
        supervision: ['direct', 'indirect-immediate'],
        minHelp: 4,
        painCategories: ['chronic-non-cancer', 'cancer'],
        settings: ['operating-room'],
        simulation: 'include',
      },
    },
    'At least 5 levels (performed, performed in part, or assisted) with direct or immediately available supervision at help 4 or more in chronic non-cancer or cancer pain in an operating room including simulation',
  ],
  [
    {
      kind: 'count',
      per: 'procedure',
      need: 3,
      filter: {
        ...{ techniques: ['alcohol', 'phenol'], guidance: ['ct', 'fluoroscopy'], regions: ['upper-abdomen'] },
        ...{ outcomes: ['success', 'converted'], painCategories: ['cancer'], ageBands: ['18-39', '40-64'] },
        ...{ diagnosisGroups: ['visceral-pelvic'], diagnoses: ['chronic-pancreatitis'] },
      },
    },
    'At least 3 procedures by alcohol or phenol under CT or fluoroscopy, region upper abdomen that ended as success or converted in cancer pain for visceral or pelvic pain or chronic pancreatitis at 18 to 39 years or 40 to 64 years',
  ],
  [
    { kind: 'distinct', of: 'site', need: 2, filter: { simulation: 'only' } },
    'With at least 2 different sites in simulation',
  ],
  [{ kind: 'rating-last-n', n: 5, minHelp: 4, filter: {} }, 'The last 5 rated at help 4 or more'],
  [
    { kind: 'recency', need: 3, windowMonths: 12, filter: {} },
    'At least 3 sessions within the last 12 months',
  ],
  [
    { kind: 'other-competency', competencyId: 'pump', standing: 'signed' },
    'Intrathecal pump signed off first',
  ],
  [
    { kind: 'certificate', certificateId: 'x', title: 'Fluoroscopy safety' },
    'Certificate: Fluoroscopy safety',
  ],
  [
    { kind: 'distinct', of: 'item', need: 4, filter: { roles: ['performed'] } },
    'With at least 4 different items (performed)',
  ],
  [
    { kind: 'rating-share', of: 'newest', n: 10, percent: 80, minHelp: 4, filter: {} },
    'At least 80 % of the last 10 rated at help 4 or more',
  ],
  [
    { kind: 'rating-share', of: 'all', n: 12, percent: 75, minHelp: 4, filter: { windowMonths: 12 } },
    'At least 75 % of at least 12 rated at help 4 or more, within 12 months',
  ],
  [
    {
      kind: 'any-of',
      need: 1,
      rules: [
        { kind: 'certificate', certificateId: 'x', title: 'Ultrasound course' },
        { kind: 'count', per: 'session', need: 10, filter: { simulation: 'only' } },
        { kind: 'other-competency', competencyId: 'pump', standing: 'met' },
      ],
    },
    'Any 1 of these: certificate: Ultrasound course; or at least 10 sessions in simulation; or Intrathecal pump met first',
  ],
  [
    {
      kind: 'base-specialty',
      specialties: ['Anesthesiology', 'Neurology'],
      listed: { kind: 'count', per: 'session', need: 10, filter: {} },
      others: { kind: 'count', per: 'session', need: 20, filter: {} },
    },
    'From Anesthesiology or Neurology: at least 10 sessions; from elsewhere: at least 20 sessions',
  ],
  [
    {
      kind: 'base-specialty',
      specialties: ['Anesthesiology'],
      others: { kind: 'count', per: 'session', need: 10, filter: { supervision: ['direct'] } },
    },
    'Unless from Anesthesiology: at least 10 sessions with direct supervision',
  ],
])('says a rule in one sentence: %#', (rule, sentence) => {
  expect(ruleInWords({ rule, titles: { pump: 'Intrathecal pump' } }, undefined)).toBe(sentence);
});

it('says a choice of a detail by the words of the edition, and by its key while there is none', () => {
  const choice = { id: 'non-particulate', name: 'Non-particulate (dexamethasone)' };
  const detail = { id: 'steroid', name: 'Steroid', kind: 'choice' as const, choices: [choice] };
  const filter = { choices: ['steroid=non-particulate'] };
  const rule = { kind: 'count', per: 'session', need: 2, filter } as const;
  const words = { word: (key: string) => key, catalogue: { items: [{ details: [detail] }] } };
  expect(ruleInWords({ rule }, words as never)).toBe(
    'At least 2 sessions with steroid: non-particulate (dexamethasone)',
  );
  expect(ruleInWords({ rule }, undefined)).toBe('At least 2 sessions with steroid=non-particulate');
});
