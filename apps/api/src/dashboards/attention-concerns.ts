import { ratingCoverage } from '@countersign/domain/competency';
import { qualificationWarnings, type QualificationFacts } from '@countersign/domain/qualification';
import {
  attentionOf,
  attentionOfFellow,
  casesPerFalseAlarm,
  expectedFalseFlags,
  silenceSince,
  type Attention,
  type AttentionFacts,
  type AttentionForecast,
  type AttentionReason,
  type CompetenceRule,
  type FellowAttentionFacts,
  type ServiceExposure,
} from '@countersign/domain/statistics';
import type { CompetenceView, ForecastView } from '@countersign/contracts/competencies/views';
import type {
  CellForecastView,
  ConcernView,
  RatingCoverageView,
} from '@countersign/contracts/dashboards/attention-views';
import { competencyNumbers, type CompetencyNumbers } from '../competencies/fellow-numbers';
import { serviceOf, type VolumeAhead } from '../competencies/forecasts';
import type { Standing } from '../competencies/standings';

/** An entry that waits longer than the list allows. */
export interface LongWait {
  readonly fellowId: string;
  /** UTC ms. */
  readonly submittedAt: number;
}

/** What the list is made of besides where fellows stand. */
export interface Beside {
  /** Entries of the whole program that wait long. */
  readonly waits: readonly LongWait[];
  /** What is known of qualifications, by person. */
  readonly qualifications: ReadonlyMap<string, readonly QualificationFacts[]>;
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
  /** Cases since the signal, which the monitoring chart watches, and the false alarms that chance alone makes of them. */
  readonly monitoredCases: number;
  readonly falseAlarms: number;
  /** While the target is not reached. */
  readonly forecast: CellForecastView | undefined;
}

/** Everything that concerns a fellow, each with what it rests on. */
export function concernsOf(standing: Standing, { waits, qualifications }: Beside): FellowKnown {
  const { fellow, asOfOn } = standing;
  const own = waits.filter(({ fellowId }) => fellowId === fellow.id);
  const past = serviceOf(standing)?.past ?? [];
  const logged = [...new Map(standing.facts.map((fact) => [fact.entryId, fact.performedOn])).values()].sort();
  const warnings = qualificationWarnings(qualifications.get(fellow.id) ?? [], asOfOn);
  const facts: FellowAttentionFacts = {
    ...{ fellowId: fellow.id, fellowName: fellow.name },
    ...{ noLogging: silenceSince(logged, past), longWaits: own.length, qualifications: warnings },
  };
  const bases: Readonly<Partial<Record<AttentionReason, string>>> = {
    'no-logging': logged.at(-1) ?? '',
    'long-waits': `${Math.max(0, ...own.map(({ submittedAt }) => submittedAt))}`,
    'qualification-expired': `${warnings.expired} until ${warnings.expiredOn ?? ''}`,
    'qualification-expiring': `next ${warnings.nextOn ?? ''}`,
  };
  return {
    facts,
    concerns: attentionOfFellow(facts).flatMap((found) =>
      concernView(found, { basis: bases[found.reason ?? 'no-logging'] ?? '' }),
    ),
    pairs: pairsOf(standing, past),
  };
}

function pairsOf(standing: Standing, past: ServiceExposure): PairKnown[] {
  // What a concern rests on is the same for every reader; what is shown of it is not.
  return competencyNumbers({ ...standing, readsRatings: true }).map((numbers) => {
    const { competency, competence, charted } = numbers;
    const volume = numbers.ahead();
    const known = factsOf(standing, numbers, { volume, past });
    const { signalCase, n } = competence;
    const monitored = signalCase === undefined ? 0 : n - signalCase;
    return {
      facts: known,
      concern: concernIn(standing, numbers, { known, volume }),
      monitoredCases: monitored,
      falseAlarms: charted === null || monitored === 0 ? 0 : falseAlarmsIn(monitored, charted.rule),
      forecast: cellForecast(standing.fellow.id, competency.id, volume),
    };
  });
}

function factsOf(
  { fellow, facts, asOfOn, signOffs }: Standing,
  { competency, competence }: CompetencyNumbers,
  { volume, past }: { readonly volume: VolumeAhead | null; readonly past: ServiceExposure },
): AttentionFacts {
  const forecast = forecastIn(volume);
  return {
    ...{ fellowId: fellow.id, fellowName: fellow.name, procedure: competency.id },
    ...{ state: stateOf(competence), forecast, forecastFlagged: false },
    // Whoever has reached the number may do other things.
    silence: volume === null || forecast === null ? null : silenceSince(volume.cases, past),
    ratings: ratingCoverage(competency.about, facts, asOfOn),
    evidenceFlagged: flaggedIn(signOffs, competency.id) !== undefined,
  };
}

function concernIn(
  { signOffs, readsRatings }: Standing,
  { competency, competence }: CompetencyNumbers,
  { known, volume }: { readonly known: AttentionFacts; readonly volume: VolumeAhead | null },
): ConcernView | undefined {
  const found = attentionOf(known);
  const flagged = flaggedIn(signOffs, competency.id);
  const basis = flagged ? `${flagged.id} ${flagged.flaggedAt ?? 0}` : basisOf(found, { competence, volume });
  const [concern] = concernView(found, {
    ...{ basis, competencyId: competency.id, title: competency.title, coverage: known.ratings },
    competence: readsRatings ? competence : withoutRatings(competence),
    ...(volume === null ? {} : { forecast: volume.view, need: volume.need }),
    ...(flagged ? { signOffId: flagged.id } : {}),
  });
  return concern;
}

function flaggedIn(
  signOffs: Standing['signOffs'],
  competencyId: string,
): Standing['signOffs'][number] | undefined {
  return signOffs.find(
    (one) => one.competencyId === competencyId && one.flaggedAt !== null && one.slot === 'held',
  );
}

/** The part of an open forecast that the list needs; null where nothing is left to chance. */
function forecastIn(volume: VolumeAhead | null): AttentionForecast | null {
  if (volume?.view.status !== 'open') return null;
  const { byEnd, shortfall } = volume.view;
  const remaining = Math.max(0, volume.need - volume.cases.length);
  if (byEnd === undefined || shortfall === undefined || remaining === 0) return null;
  return { remaining, target: volume.need, probabilityByEnd: byEnd, expectedShortfall: shortfall };
}

function cellForecast(
  fellowId: string,
  competencyId: string,
  volume: VolumeAhead | null,
): CellForecastView | undefined {
  const forecast = forecastIn(volume);
  if (forecast === null) return undefined;
  const { target, remaining, probabilityByEnd: byEnd, expectedShortfall: shortfall } = forecast;
  return { fellowId, competencyId, byEnd, shortfall, need: target, count: target - remaining };
}

/** Cases from one false alarm to the next, by rule: a few rules are used again and again. */
const alarmsEvery = new Map<string, number>();

function falseAlarmsIn(cases: number, rule: CompetenceRule): number {
  const key = [rule.rates.adequate, rule.rates.inadequate, rule.monitoringLimit].join('|');
  const every = alarmsEvery.get(key) ?? casesPerFalseAlarm(rule);
  alarmsEvery.set(key, every);
  return expectedFalseFlags({ monitoredCases: [cases], casesPerFalseAlarm: every, watchedForSilence: 0 })
    .alarms;
}

interface Around {
  readonly basis: string;
  readonly competencyId?: string;
  readonly title?: string;
  readonly coverage?: RatingCoverageView;
  readonly competence?: CompetenceView;
  readonly forecast?: ForecastView;
  readonly need?: number;
  readonly signOffId?: string;
}

/** Reasons whose numbers are those of the chart, and those whose numbers are the coverage. */
const ofChart = ['monitoring-alarm', 'concern-low', 'concern-drift'];
const ofCoverage = ['ratings-missing', 'few-raters'];
const ofForecast = ['target-unlikely', 'target-uncertain'];

function concernView({ severity, reason, value }: Attention, around: Around): ConcernView[] {
  if (severity === 0 || reason === null) return [];
  const { competence, coverage, forecast, need, ...rest } = around;
  return [
    {
      ...{ severity, reason, ...rest },
      ...(value === null ? {} : { value }),
      ...(competence && ofChart.includes(reason) ? { competence } : {}),
      ...(coverage && ofCoverage.includes(reason) ? { coverage } : {}),
      ...(forecast && ofForecast.includes(reason) ? { forecast } : {}),
      ...(need !== undefined && ofForecast.includes(reason) ? { need } : {}),
    },
  ];
}

/** What a reason rests on: the case at which a chart spoke, the target, the last case; of what stays low, every ten cases. */
function basisOf(
  { reason, value }: Attention,
  { competence, volume }: { readonly competence: CompetenceView; readonly volume: VolumeAhead | null },
): string {
  const { n, signalCase, alarmCase } = competence;
  switch (reason) {
    case 'monitoring-alarm':
      return `case ${alarmCase ?? 0}`;
    case 'concern-drift':
      return `signal ${signalCase ?? 0}`;
    case 'concern-low':
      return `cases ${Math.floor(n / CASES_OF_A_STEP) * CASES_OF_A_STEP}`;
    case 'target-unlikely':
    case 'target-uncertain':
      return `target ${volume?.need ?? 0}`;
    case 'silence':
      return `last ${volume?.cases.at(-1) ?? ''}`;
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
