import type {
  DraftLineView,
  PublishedSetView,
  RequirementSetsView,
  RequirementTrialView,
} from '@countersign/contracts/requirements/views';

/* What the specs of this folder share: a published set, a draft that follows it, and what the draft would change. */

const head = { setId: 'own', title: 'Own rules', source: 'The committee', edition: 'July 2026' };
export const published: PublishedSetView = {
  ...{ id: 'v1', ...head, version: 1, effectiveOn: '2026-07-01', standing: 'verified', cohort: '2026–27' },
  ...{ competencyCount: 1, publishedAt: Date.parse('2026-11-20T18:00:00Z'), publishedBy: 'Dr. Amundsen' },
  ...{
    verifiedBy: 'Dr. Amundsen',
    verifiedOn: '2026-11-20',
    verifiedAgainst: 'Program requirements',
    binds: 2,
  },
};
const draft: DraftLineView = {
  ...{ id: 'd1', ...head, effectiveOn: '2027-07-01', standing: 'unverified', competencyCount: 1 },
  ...{ revision: 3, savedAt: Date.parse('2026-11-22T18:00:00Z'), savedBy: 'C. Ruiz' },
};
const set = {
  ...head,
  id: 'own',
  version: 1,
  effectiveOn: '2026-07-01',
  standing: 'verified',
  binds: true,
} as const;
export const sets: RequirementSetsView = {
  asOfOn: '2026-11-23',
  published: [published],
  drafts: [draft],
  fellows: [
    {
      ...{ roleId: 'r1', fellow: { id: 'f1', name: 'A. Okafor' }, fromOn: '2026-07-01', toOn: '2027-06-30' },
      set,
    },
  ],
};
const rule = { kind: 'count', filter: { items: ['esi-tf-lumbar'] }, per: 'session', need: 20 } as const;
export const competency = {
  ...{
    id: 'tfesi',
    title: 'Lumbar transforaminal',
    shortTitle: 'TFESI',
    about: { items: ['esi-tf-lumbar'] },
  },
  ...{ rules: [rule], highRisk: true, lapseMonths: 12 },
};
export const trial: RequirementTrialView = {
  ...{
    asOfOn: '2026-11-23',
    faults: [],
    version: 2,
    follows: { title: 'Own rules', version: 1 },
    mapping: [],
  },
  competencies: [
    {
      difference: 'changed',
      before: competency,
      after: competency,
      rules: [{ difference: 'changed', before: rule, after: { ...rule, need: 25 } }],
    },
  ],
  notHighRisk: ['Cervical transforaminal'],
  fellows: [
    {
      ...{ fellow: { id: 'f1', name: 'A. Okafor' }, metBefore: 1, metAfter: 0 },
      competencies: [
        {
          before: [
            {
              competencyId: 'tfesi',
              title: 'Lumbar transforaminal',
              value: 21,
              need: 20,
              met: true,
              rulesMet: 1,
              rules: 1,
            },
          ],
          after: {
            competencyId: 'tfesi',
            title: 'Lumbar transforaminal',
            value: 21,
            need: 25,
            met: false,
            rulesMet: 0,
            rules: 1,
          },
          highRiskRaised: false,
        },
      ],
    },
  ],
};
