import type { RuleView } from '@countersign/contracts/competencies/rule-views';
import type { EvidenceView, ProgressView } from '@countersign/contracts/competencies/views';
import type { FellowCompetencyView } from '@countersign/contracts/curves/views';
import { competenceRule, entryLine } from '../testing/program';

/* What the specs of this folder share: an invented fellow's standing in two competencies. */

const fellow = { id: 'tanaka', name: 'M. Tanaka' };
const requirementSet = {
  ...{ id: 's', title: 'Example set', version: 2, source: 'Nobody’s rule' },
  ...{ effectiveOn: '2026-07-01', standing: 'example' as const, binds: false },
};
const competence = { state: 'learning', n: 30, successes: 26, pAtLeastTarget: 0.77, target: 0.8 } as const;

function rule(index: number, part: Partial<RuleView> = {}): RuleView {
  return {
    index,
    rule: { kind: 'count', per: 'session', need: 20, filter: {} },
    value: 3,
    need: 20,
    met: false,
    waiting: 0,
    ...part,
  };
}

/** One competency with every rule met, and one that is open. */
export const progress: ProgressView = {
  ...{ asOf: 1, asOfOn: '2026-11-23', fellow, baseSpecialty: 'Neurology', requirementSet },
  ...{ approved: 40, waiting: 6, returned: 1, drafts: 2, competenceRule },
  falseLights: { lights: 0, signals: 0, alarms: 0 },
  forecastRecord: { resolved: 0, held: 0, fewest: 30, digits: 0 },
  competencies: [
    {
      ...{ id: 'pump', title: 'Intrathecal pump', met: true, approved: 5, waiting: 0, need: 4, competence },
      rules: [rule(0, { value: 5, need: 4, met: true })],
    },
    {
      ...{
        id: 'tfesi',
        title: 'Lumbar transforaminal',
        met: false,
        approved: 3,
        waiting: 2,
        need: 20,
        competence,
      },
      rules: [rule(0, { waiting: 2 }), rule(1, { value: 1, need: 2 })],
    },
  ],
  groups: [
    {
      ...{ groupId: 'epidural', title: 'Epidurals', kind: 'procedure' },
      ...{ approved: 120, approvedEntries: 116, waiting: 2, waitingEntries: 2 },
    },
    {
      ...{ groupId: 'clinic', title: 'Clinic', kind: 'experience' },
      ...{ approved: 9, approvedEntries: 9, waiting: 0, waitingEntries: 0 },
    },
  ],
};

/** Two rules: one with nine entries that count and one that does not, and one with nothing behind it. */
export const evidence: EvidenceView = {
  ...{ asOfOn: '2026-11-23', fellow, competencyId: 'tfesi', title: 'Lumbar transforaminal', requirementSet },
  ...{ competence, competenceRule },
  rules: [
    {
      ...rule(0, { value: 9 }),
      counted: Array.from({ length: 9 }, (_, at) => ({
        entry: entryLine({ id: `c${at}`, state: 'approved' }),
        counts: 1,
        reasons: [],
      })),
      waitingEntries: [],
      notCounted: [{ entry: entryLine({ id: 'n1' }), counts: 0, reasons: ['role', 'simulation'] }],
    },
    { ...rule(1), counted: [], waitingEntries: [], notCounted: [] },
  ],
};

const cases = Array.from({ length: 12 }, (_, at) => ({
  ...{ number: at + 1, entryId: `e${at + 1}`, itemId: 'esi-tf-lumbar', performedOn: `2026-10-${10 + at}` },
  ...(at === 1
    ? { help: 2 as const, failedBy: 'help' as const, score: 0 }
    : { help: 5 as const, score: 0.251 }),
}));

/** A fellow with twelve judged cases, one of which did not go well, and no signal yet. */
export const competency: FellowCompetencyView = {
  ...{ asOf: 1, asOfOn: '2026-11-23', fellow, competencyId: 'tfesi', title: 'Lumbar transforaminal' },
  ...{ requirementSet, met: false, approved: 17, waiting: 2, need: 20, rules: [rule(0, { waiting: 2 })] },
  competence: { ...competence, n: 12, successes: 11, low: 0.68, high: 0.98 },
  competenceRule: { ...competenceRule, limit: 4.118, monitoringLimit: 4.093 },
  forecast: {
    ...{ status: 'open', endsOn: '2027-06-30', earlyOn: '2026-12-02', likelyOn: '2027-01-05' },
    ...{ lateOn: '2027-01-25', byEnd: 0.97, shortfall: 0, cases: 17, weeks: 15.4, weeksToCome: 24 },
    ...{ basis: 'target pace', less: [], knownUntil: '2027-03-31' },
  },
  forecastRecord: { resolved: 0, held: 0, fewest: 30, digits: 0 },
  curve: {
    stretches: [{ panels: [{ chart: 'learning', limit: 4.118, earliestCase: 17, cases }] }],
    successesToSignal: 8,
  },
  ratings: cases.map(({ entryId, itemId, performedOn, help }) => ({ entryId, itemId, performedOn, help })),
  ...{ notYetDone: ['celiac'], judged: 12, mayReview: false },
};
