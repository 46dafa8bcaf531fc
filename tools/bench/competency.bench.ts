import { assess, exampleRequirementSet } from '@countersign/domain/competency';
import type { Competency, Fact, FactFilter, RequirementSet } from '@countersign/domain/competency';
import type { Benchmark } from './benchmark';

type Choices<T> = readonly [T, ...T[]];

const items: Choices<string> = [
  ...(['esi-tf-lumbar', 'esi-tf-sacral', 'esi-tf-cervical', 'esi-il-lumbar', 'esi-il-cervical'] as const),
  ...[
    'esi-caudal',
    'mbb-cervical',
    'mbb-thoracic',
    'mbb-lumbar',
    'si-joint',
    'rfa-mb-lumbar',
    'rfa-genicular',
  ],
  ...[
    'scs-trial',
    'drg-trial',
    'scs-implant',
    'it-pump-implant',
    'it-neurolysis',
    'kyphoplasty',
    'vertebroplasty',
  ],
  ...['celiac', 'splanchnic', 'stellate', 'lumbar-sympathetic', 'ganglion-impar', 'occipital-block'],
];
const roles: Choices<Fact['role']> = ['assisted', 'performed-part', 'performed', 'performed', 'observed'];
const states: Choices<Fact['status']> = [
  ...(['approved', 'approved', 'approved', 'approved'] as const),
  ...(['amended', 'submitted', 'returned'] as const),
];
const supervisions: Choices<Fact['supervision']> = ['direct', 'indirect-immediate', 'indirect-available'];
const helps: Choices<Fact['help']> = [null, 1, 2, 3, 4, 5];

/** Spreads whole numbers evenly and always alike (multiplication by a prime, then the remainder). */
const spread = (seed: number, size: number) => Math.floor(((seed * 2654435761) % 4294967296) / 65536) % size;

function pick<T>(from: Choices<T>, seed: number): T {
  return from[spread(seed, from.length)] ?? from[0];
}

/** Most supervisors rate in one tap. */
function ratingOf(help: Fact['help'], seed: number): Pick<Fact, 'help' | 'scope'> {
  return { help, scope: help && (spread(seed + 41, 4) === 0 ? 'each' : 'all') };
}

/** A year of a busy fellow, a quarter of the entries with a second procedure, in no particular order. */
function yearOfFacts(entries: number): Fact[] {
  return Array.from({ length: entries + Math.floor(entries / 4) }, (_, seed): Fact => {
    const itemId = pick(items, seed);
    const month = String(1 + spread(seed + 7, 12)).padStart(2, '0');
    const day = String(1 + spread(seed + 11, 28)).padStart(2, '0');
    return {
      id: `fact-${spread(seed, 1e6)}-${seed}`,
      entryId: `entry-${seed % entries}`,
      itemId,
      group: itemId.startsWith('esi') ? 'epidural' : 'other',
      kind: 'procedure',
      performedOn: `2026-${month}-${day}`,
      role: pick(roles, seed + 13),
      supervision: pick(supervisions, seed + 17),
      ...ratingOf(pick(helps, seed + 19), seed),
      supervisorId: `supervisor-${spread(seed + 23, 20)}`,
      siteId: `site-${spread(seed + 29, 4)}`,
      status: pick(states, seed + 31),
      simulation: spread(seed + 37, 20) === 0,
      painCategory: 'chronic-non-cancer',
      setting: 'clinic',
      outcome: 'success',
      techniques: [],
      choices: [],
      diagnosisGroup: 'low-back',
      diagnosisId: null,
      ageBand: null,
      guidance: 'fluoroscopy',
      region: null,
      levels: 1 + spread(seed + 41, 3),
    };
  });
}

/** Forty-five competencies of six rules each, between them about every item several times. */
function wideSet(): RequirementSet {
  const competencies = Array.from({ length: 45 }, (_, index): Competency => {
    const own = [pick(items, index), pick(items, index * 7 + 3)];
    const filter: FactFilter = { items: own, roles: ['performed-part', 'performed'], windowMonths: 12 };
    return {
      id: `competency-${index}`,
      title: `Competency ${index}`,
      shortTitle: `C ${index}`,
      about: { items: own },
      highRisk: false,
      lapseMonths: 12,
      rules: [
        { kind: 'count', filter, per: 'session', need: 20 },
        { kind: 'count', filter, per: 'level', need: 30 },
        { kind: 'distinct', filter, of: 'supervisor', need: 3 },
        { kind: 'distinct', filter, of: 'site', need: 2 },
        { kind: 'rating-last-n', filter, n: 5, minHelp: 4 },
        { kind: 'recency', filter: { items: own, groups: ['epidural'] }, windowMonths: 6, need: 2 },
      ],
    };
  });
  return { ...exampleRequirementSet, id: 'wide', competencies };
}

/** The competency engine at the size of a busy fellow's year and a large requirement set. */
export function competencyBenchmarks(): Benchmark[] {
  const facts = yearOfFacts(1500);
  const requirements = wideSet();
  return [
    {
      name: 'assess 1,500 entries against 45 competencies',
      budgetMs: 5,
      run: () => void assess(requirements, facts, { asOf: '2026-12-31', baseSpecialty: null }),
    },
  ];
}
