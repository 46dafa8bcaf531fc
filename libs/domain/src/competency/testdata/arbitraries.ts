import fc from 'fast-check';
import { guidances, procedureRoles } from '../../catalogue';
import {
  ageBands,
  diagnosisGroups,
  entryStates,
  outcomes,
  painCategories,
  ratingScopes,
  settings,
  supervisionLevels,
} from '../../entry/entry';
import type { Help } from '../../entry/entry';
import type { HeldCertificate, HeldSignOff } from '../assessment';
import type { Fact, FactFilter } from '../fact';
import { distinctThings, ruleUnits, shareCases } from '../requirement-set';
import type { AskedRule, Competency, FactRule, LeafRule, RequirementSet, Rule } from '../requirement-set';
import { competency, requirementSet } from './build';

const items = ['esi-tf-lumbar', 'esi-caudal', 'mbb-lumbar', 'exp-cancer'] as const;
const groups = ['epidural', 'facet', 'exp-evaluation'] as const;
const groupOf = {
  'esi-tf-lumbar': 'epidural',
  'esi-caudal': 'epidural',
  'mbb-lumbar': 'facet',
  'exp-cancer': 'exp-evaluation',
} as const;
/** The day on which everything is assessed. */
export const asOf = '2026-06-15';
/** How many examples a property is shown. */
export const runs = { numRuns: 500 };

/** Around the ends of windows of a year and half a year that end on {@link asOf}, and a day after it. */
const days = [
  '2025-06-14',
  '2025-06-15',
  '2025-12-14',
  '2025-12-15',
  '2026-03-01',
  '2026-06-15',
  '2026-06-16',
];

const techniques = ['alcohol', 'phenol', 'diagnostic'] as const;
const choices = ['steroid=particulate', 'steroid=non-particulate', 'sedation=none'] as const;
const diagnoses = ['lumbar-radiculopathy', 'cancer-pain'] as const;
const regions = ['lumbar', 'sacral'] as const;

/** Any rating. */
export const someHelp = fc.constantFrom<Help>(1, 2, 3, 4, 5);
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });

/** Any fact: procedures and experiences, in any state, with what may not have been recorded. */
export const someFact: fc.Arbitrary<Fact> = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    entryId: fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5', 'e6'),
    itemId: fc.constantFrom(...items),
    performedOn: fc.constantFrom(...days),
    role: fc.constantFrom(...procedureRoles, 'performed', 'performed'),
    supervision: fc.constantFrom(...supervisionLevels),
    rating: fc.option(fc.record({ help: someHelp, scope: fc.constantFrom(...ratingScopes) })),
    supervisorId: fc.constantFrom('sup-a', 'sup-b', 'sup-c'),
    siteId: fc.constantFrom('main', 'asc'),
    status: fc.constantFrom(...entryStates, 'approved', 'approved', 'approved', 'submitted'),
    simulation: fc.constantFrom(false, false, false, true),
    painCategory: fc.constantFrom(null, ...painCategories),
    setting: fc.constantFrom(null, ...settings),
    outcome: fc.constantFrom(null, 'success', ...outcomes),
    techniques: fc.subarray([...techniques]),
    choices: fc.subarray([...choices]),
    diagnosisGroup: fc.constantFrom(null, ...diagnosisGroups),
    diagnosisId: fc.constantFrom(null, ...diagnoses),
    ageBand: fc.constantFrom(null, ...ageBands),
    guidance: fc.constantFrom(null, ...guidances),
    region: fc.constantFrom(null, ...regions),
    levels: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ rating, ...part }): Fact => ({
    ...part,
    help: rating?.help ?? null,
    scope: rating?.scope ?? null,
    kind: part.itemId === 'exp-cancer' ? 'experience' : 'procedure',
    group: groupOf[part.itemId],
  }));

/** The facts of one fellow: those of one entry agree in what is the entry's, and in the rating for all lines. */
export const someFacts = fc
  .uniqueArray(someFact, { selector: ({ id }) => id, minLength: 4, maxLength: 20 })
  .map((facts) =>
    facts.map((fact): Fact => {
      const ofEntry = facts.filter(({ entryId }) => entryId === fact.entryId);
      const { performedOn, supervisorId, siteId, status, simulation, painCategory, setting } =
        ofEntry[0] ?? fact;
      const { diagnosisGroup, diagnosisId, ageBand } = ofEntry[0] ?? fact;
      const together = fact.scope === 'all' ? ofEntry.find(({ scope }) => scope === 'all') : undefined;
      return {
        ...fact,
        ...{ performedOn, supervisorId, siteId, status, simulation, painCategory, setting },
        ...{ diagnosisGroup, diagnosisId, ageBand },
        help: together?.help ?? fact.help,
      };
    }),
  );

const someFilter: fc.Arbitrary<FactFilter> = fc
  .tuple(
    fc.oneof(
      fc.record({ items: some(items) }),
      fc.record({ groups: some(groups) }),
      fc.record({ items: some(items), groups: some(groups) }),
      fc.record({ kind: fc.constantFrom('procedure', 'experience') }),
      fc.record({ kind: fc.constant('experience'), items: some(items) }),
    ),
    fc.record(
      {
        roles: some(procedureRoles),
        supervision: some(supervisionLevels),
        painCategories: some(painCategories),
        settings: some(settings),
        outcomes: some(outcomes),
        techniques: some(techniques),
        choices: some(choices),
        diagnosisGroups: some(diagnosisGroups),
        diagnoses: some(diagnoses),
        ageBands: some(ageBands),
        guidance: some(guidances),
        regions: some(regions),
        simulation: fc.constantFrom('exclude', 'include', 'only'),
        minHelp: someHelp,
      },
      { requiredKeys: [] },
    ),
    // Most filters ask little, or next to no fact would pass.
    fc.constantFrom(0, 0, 0, 1, 2),
    fc.nat({ max: 12 }),
  )
  .map(([about, more, kept, from]) => {
    const parts = Object.entries(more);
    const turned = [...parts.slice(from), ...parts.slice(0, from)];
    return { ...about, ...Object.fromEntries(turned.slice(0, kept)) };
  });

const need = fc.constantFrom(1, 1, 2, 3);
const windowMonths = fc.integer({ min: 1, max: 13 });
const someWindowed = fc
  .tuple(someFilter, fc.option(windowMonths))
  .map(([filter, months]): FactFilter => (months === null ? filter : { ...filter, windowMonths: months }));

/** Rules whose number never falls when an approved fact is added. */
export const growingRule: fc.Arbitrary<FactRule> = fc.oneof(
  fc.record({
    kind: fc.constant('count'),
    filter: someWindowed,
    per: fc.constantFrom(...ruleUnits),
    need,
  }),
  fc.record({
    kind: fc.constant('distinct'),
    filter: someWindowed,
    of: fc.constantFrom(...distinctThings),
    need,
  }),
  fc.record({ kind: fc.constant('recency'), filter: someFilter, windowMonths, need }),
);

/** The kinds of rule whose number may fall, or from which more may be asked. */
export const lastNRule: fc.Arbitrary<FactRule> = fc.record({
  kind: fc.constant('rating-last-n'),
  filter: someWindowed,
  n: fc.constantFrom(1, 1, 2, 4),
  minHelp: someHelp,
});
export const shareRule: fc.Arbitrary<FactRule> = fc.record({
  kind: fc.constant('rating-share'),
  filter: someWindowed,
  of: fc.constantFrom(...shareCases),
  n: fc.constantFrom(1, 2, 4),
  percent: fc.constantFrom(1, 50, 67, 100),
  minHelp: someHelp,
});

/** Any rule whose number comes from facts. */
export const someRule = fc.oneof(
  { arbitrary: growingRule, weight: 3 },
  { arbitrary: lastNRule, weight: 1 },
  { arbitrary: shareRule, weight: 1 },
);

const ids = ['a', 'b', 'c', 'd'] as const;

const specialties = ['Anesthesiology', 'Neurology', 'Physical medicine'] as const;

/** A rule of the competency at `place`: one that holds no other, any of several, or one for some base specialties. */
function ruleAt(place: number): fc.Arbitrary<Rule> {
  const leaf = leafAt(place);
  const anyOf: fc.Arbitrary<AskedRule> = fc
    .tuple(fc.array(leaf, { minLength: 2, maxLength: 3 }), fc.boolean())
    .map(([rules, all]) => ({ kind: 'any-of', need: all ? rules.length : 1, rules }));
  const asked = fc.oneof({ arbitrary: leaf, weight: 3 }, { arbitrary: anyOf, weight: 1 });
  const bySpecialty: fc.Arbitrary<Rule> = fc.record({
    kind: fc.constant('base-specialty'),
    specialties: some(specialties.slice(0, 2)),
    listed: asked,
    others: asked,
  });
  return fc.oneof(
    { arbitrary: leaf, weight: 6 },
    { arbitrary: anyOf, weight: 2 },
    { arbitrary: bySpecialty, weight: 1 },
  );
}

/** A rule of the competency at `place`, which may wait only for those after it, so that none waits for itself. */
function leafAt(place: number): fc.Arbitrary<LeafRule> {
  const certificate = fc.constantFrom('fluoroscopy', 'life-support').map((id): LeafRule => ({
    kind: 'certificate',
    certificateId: id,
    title: id,
  }));
  const later = ids.slice(place + 1);
  if (later.length === 0)
    return fc.oneof({ arbitrary: someRule, weight: 4 }, { arbitrary: certificate, weight: 1 });
  const prerequisite: fc.Arbitrary<LeafRule> = fc.record({
    kind: fc.constant('other-competency'),
    competencyId: fc.constantFrom(...later),
    standing: fc.constantFrom('met', 'met', 'signed'),
  });
  return fc.oneof(
    { arbitrary: someRule, weight: 4 },
    { arbitrary: certificate, weight: 1 },
    { arbitrary: prerequisite, weight: 2 },
  );
}

function competencyAt(place: number): fc.Arbitrary<Competency> {
  return fc
    .record({
      rules: fc.array(ruleAt(place), { minLength: 1, maxLength: 2 }),
      about: fc.oneof(fc.record({ items: some(items) }), fc.record({ groups: some(groups) })),
      lapseMonths: fc.option(windowMonths),
    })
    .map(({ lapseMonths, ...rest }) =>
      competency(ids[place] ?? '', lapseMonths === null ? rest : { ...rest, lapseMonths }),
    );
}

/** Sets of four competencies of every kind of rule, some of which wait for others. */
export const someSet: fc.Arbitrary<RequirementSet> = fc
  .tuple(...ids.map((_, place) => competencyAt(place)))
  .map((competencies) => requirementSet(competencies));

const someDay = fc.constantFrom(...days);
const certificates: fc.Arbitrary<HeldCertificate> = fc.record({
  certificateId: fc.constantFrom('fluoroscopy', 'life-support'),
  issuedOn: someDay,
  expiresOn: fc.option(someDay),
});
const signOffs: fc.Arbitrary<HeldSignOff> = fc.record({
  competencyId: fc.constantFrom(...ids),
  signedOn: someDay,
  endedOn: fc.option(someDay),
});

/** The certificates and sign-offs of one fellow. */
export const someContext = fc.record({
  baseSpecialty: fc.constantFrom(null, ...specialties, ' neurology '),
  certificates: fc.array(certificates, { maxLength: 3 }),
  signOffs: fc.array(signOffs, { maxLength: 4 }),
});

/** A list in any other order. */
export const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length });
