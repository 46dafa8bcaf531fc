import { ratingCoverage } from '@countersign/domain/competency';
import {
  attentionOf,
  attentionOfFellow,
  type Attention,
  type AttentionFacts,
  type FellowAttentionFacts,
} from '@countersign/domain/statistics';
import type { CompetenceView } from '@countersign/contracts/competencies/views';
import type { ConcernView, RatingCoverageView } from '@countersign/contracts/dashboards/attention-views';
import { competencyNumbers } from '../competencies/fellow-numbers';
import type { Standing } from '../competencies/standings';

/** An entry that waits longer than the list allows. */
export interface LongWait {
  readonly fellowId: string;
  /** UTC ms. */
  readonly submittedAt: number;
}

/** What is known of a fellow for the list. */
export interface FellowKnown {
  readonly facts: FellowAttentionFacts;
  /** What concerns the fellow whatever the competency. */
  readonly concerns: readonly ConcernView[];
  readonly pairs: readonly PairKnown[];
}

/** What is known of a fellow in one competency. */
export interface PairKnown {
  readonly facts: AttentionFacts;
  /** Undefined where there is nothing to look at. */
  readonly concern: ConcernView | undefined;
  /** Cases since the signal, which the monitoring chart watches. */
  readonly monitoredCases: number;
}

/** Everything that concerns a fellow, each with what it rests on. */
export function concernsOf(standing: Standing, waits: readonly LongWait[]): FellowKnown {
  const { fellow } = standing;
  const own = waits.filter(({ fellowId }) => fellowId === fellow.id);
  const facts: FellowAttentionFacts = {
    ...{ fellowId: fellow.id, fellowName: fellow.name },
    ...{ noLogging: null, longWaits: own.length },
  };
  const newest = Math.max(0, ...own.map(({ submittedAt }) => submittedAt));
  return {
    facts,
    concerns: attentionOfFellow(facts).flatMap((found) => concernView(found, { basis: `${newest}` })),
    pairs: pairsOf(standing),
  };
}

function pairsOf(standing: Standing): PairKnown[] {
  const { fellow, facts, asOfOn, signOffs, readsRatings } = standing;
  // What a concern rests on is the same for every reader; what is shown of it is not.
  return competencyNumbers({ ...standing, readsRatings: true }).map(({ competency, competence }) => {
    const coverage = ratingCoverage(competency.about, facts, asOfOn);
    const flagged = signOffs.find(
      ({ competencyId, flaggedAt, slot }) =>
        competencyId === competency.id && flaggedAt !== null && slot === 'held',
    );
    const known: AttentionFacts = {
      ...{ fellowId: fellow.id, fellowName: fellow.name, procedure: competency.id },
      state: stateOf(competence),
      ...{ forecast: null, forecastFlagged: false, silence: null, ratings: coverage },
      evidenceFlagged: flagged !== undefined,
    };
    const found = attentionOf(known);
    const basis = flagged ? `${flagged.id} ${flagged.flaggedAt ?? 0}` : basisOf(found, competence);
    const [concern] = concernView(found, {
      basis,
      ...{ competencyId: competency.id, title: competency.title, coverage },
      competence: readsRatings ? competence : withoutRatings(competence),
      ...(flagged ? { signOffId: flagged.id } : {}),
    });
    const { signalCase, n } = competence;
    return { facts: known, concern, monitoredCases: signalCase === undefined ? 0 : n - signalCase };
  });
}

interface Around {
  readonly basis: string;
  readonly competencyId?: string;
  readonly title?: string;
  readonly coverage?: RatingCoverageView;
  readonly competence?: CompetenceView;
  readonly signOffId?: string;
}

/** Reasons whose numbers are those of the chart, and those whose numbers are the coverage. */
const ofChart = ['monitoring-alarm', 'concern-low', 'concern-drift'];
const ofCoverage = ['ratings-missing', 'few-raters'];

function concernView({ severity, reason, value }: Attention, around: Around): ConcernView[] {
  if (severity === 0 || reason === null) return [];
  const { competence, coverage, ...rest } = around;
  return [
    {
      ...{ severity, reason, ...rest },
      ...(value === null ? {} : { value }),
      ...(competence && ofChart.includes(reason) ? { competence } : {}),
      ...(coverage && ofCoverage.includes(reason) ? { coverage } : {}),
    },
  ];
}

/** What a reason rests on: the case at which a chart spoke; of what stays low, every ten cases anew. */
function basisOf({ reason, value }: Attention, { n, signalCase, alarmCase }: CompetenceView): string {
  switch (reason) {
    case 'monitoring-alarm':
      return `case ${alarmCase ?? 0}`;
    case 'concern-drift':
      return `signal ${signalCase ?? 0}`;
    case 'concern-low':
      return `cases ${Math.floor(n / CASES_OF_A_STEP) * CASES_OF_A_STEP}`;
    case 'few-raters':
      return `raters ${value ?? 0}`;
    default:
      return '';
  }
}

/** So many judged cases later what was low and still is deserves another look. */
const CASES_OF_A_STEP = 10;

function stateOf({ state }: CompetenceView): AttentionFacts['state'] {
  return state === 'none' || state === 'not-charted' ? 'insufficient' : state;
}

function withoutRatings({ state, n, target }: CompetenceView): CompetenceView {
  return { state, n, target };
}
