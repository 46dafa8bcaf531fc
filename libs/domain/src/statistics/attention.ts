import type { CompetenceState } from './competence-state';
import { DomainError } from '../refusal';
import { nonNegativeNumber, positiveCount, probabilityIn, wholeCount } from './preconditions';
import { FEWEST_RATERS, FEWEST_RATINGS } from './reliability';

/** What is known of one fellow in one procedure on the day of the list. */
export interface AttentionFacts {
  readonly fellowId: string;
  /** As the list sorts and shows it. */
  readonly fellowName: string;
  readonly procedure: string;
  readonly state: CompetenceState;
  /** Null where no target is set. */
  readonly forecast: AttentionForecast | null;
  /** P(no case in the on-service weeks since the last), 0..1; null while the fellow is off service. */
  readonly silence: number | null;
  readonly ratings: RatingCoverage;
  /** Whether the forecast was on the list when it was last shown. */
  readonly forecastFlagged: boolean;
  /** Whether evidence under a signature has changed and nobody has decided; absent: no. */
  readonly evidenceFlagged?: boolean;
}

/** What is known of one fellow whatever the procedure, on the day of the list. */
export interface FellowAttentionFacts {
  readonly fellowId: string;
  readonly fellowName: string;
  /** P(no entry in the on-service weeks since the last), 0..1; null while the fellow is off service. */
  readonly noLogging: number | null;
  /** Entries that wait for a decision longer than {@link ATTENTION_RULE} allows. */
  readonly longWaits: number;
  /** Qualifications that have expired, and the days until the next one does, where that is said; absent: none. */
  readonly qualifications?: { readonly expired: number; readonly daysLeft: number | null };
}

/** The part of a forecast that the list needs. */
export interface AttentionForecast {
  /** Cases still needed, whole. */
  readonly remaining: number;
  /** Cases to reach, whole, above zero. */
  readonly target: number;
  /** P(target reached by the end of training), 0..1. */
  readonly probabilityByEnd: number;
  /** Expected cases missing at the end of training. */
  readonly expectedShortfall: number;
}

/** How well a fellow's cases are rated. */
export interface RatingCoverage {
  /** Cases of the last 30 days, and how many of them are rated. */
  readonly recentCases: number;
  readonly recentRated: number;
  /** All ratings, and by how many different supervisors. */
  readonly ratings: number;
  readonly raters: number;
}

/** 4 look today, 3 look this week, 2 keep an eye, 1 put the record in order, 0 nothing. */
export type Severity = 0 | 1 | 2 | 3 | 4;

/** Why a fellow is on the list, in the order in which reasons are tried. */
export type AttentionReason =
  | 'evidence-flagged'
  | 'monitoring-alarm'
  | 'concern-low'
  | 'concern-drift'
  | 'target-unlikely'
  | 'target-uncertain'
  | 'silence'
  | 'no-logging'
  | 'long-waits'
  | 'qualification-expired'
  | 'qualification-expiring'
  | 'ratings-missing'
  | 'few-raters';

/** Every {@link AttentionReason}. */
export const attentionReasons = [
  ...(['evidence-flagged', 'monitoring-alarm', 'concern-low', 'concern-drift', 'target-unlikely'] as const),
  ...(['target-uncertain', 'silence', 'no-logging', 'long-waits', 'qualification-expired'] as const),
  ...(['qualification-expiring', 'ratings-missing', 'few-raters'] as const),
] as const satisfies readonly AttentionReason[];

/** What one fellow in one procedure needs, with the number that is shown beside the reason. */
export interface Attention {
  readonly severity: Severity;
  /** Null at severity 0. */
  readonly reason: AttentionReason | null;
  /**
   * P(target by the end) for the two target reasons, P(silence), P(no logging), the number of long waits, of
   * qualifications that have expired or of days until the next one does, the share of recent cases rated, or the number
   * of raters; null for the states, whose numbers are on the chart, and for evidence.
   */
  readonly value: number | null;
}

/** The cut-offs of the list: choices for the director to confirm, not published values. */
export const ATTENTION_RULE = {
  /** P(by end) below which a target is unlikely. */
  unlikelyBelow: 0.5,
  /** P(by end) below which a forecast comes onto the list. */
  raiseBelow: 0.8,
  /** P(by end) from which a forecast that is on the list leaves it. */
  clearFrom: 0.85,
  silenceBelow: 0.05,
  /** Days from which a wait for a decision is long. */
  longWaitDays: 14,
  /** Days before a qualification expires from which somebody should have an eye on it. */
  expiresSoonDays: 30,
  ratedShareBelow: 0.6,
  /** Recent cases below which a share of rated ones says nothing. */
  fewestRecentCases: 5,
} as const;

const NOTHING: Attention = { severity: 0, reason: null, value: null };
const FLAGGED: Attention = { severity: 4, reason: 'evidence-flagged', value: null };

function ofState(state: CompetenceState): Attention {
  if (state === 'concern_relapse') return { severity: 4, reason: 'monitoring-alarm', value: null };
  if (state === 'concern_low') return { severity: 3, reason: 'concern-low', value: null };
  return state === 'concern_drift' ? { severity: 3, reason: 'concern-drift', value: null } : NOTHING;
}

/** Raised below 0.80 and kept until 0.85, so that a forecast on the edge does not come and go. */
function ofForecast({ forecast, forecastFlagged }: AttentionFacts): Attention {
  if (forecast === null) return NOTHING;
  const value = probabilityIn(forecast.probabilityByEnd, 'probabilityByEnd');
  const limit = forecastFlagged ? ATTENTION_RULE.clearFrom : ATTENTION_RULE.raiseBelow;
  if (wholeCount(forecast.remaining, 'remaining') === 0 || value >= limit) return NOTHING;
  return value < ATTENTION_RULE.unlikelyBelow
    ? { severity: 3, reason: 'target-unlikely', value }
    : { severity: 2, reason: 'target-uncertain', value };
}

function ofSilence(silence: number | null): Attention {
  if (silence === null || probabilityIn(silence, 'silence') >= ATTENTION_RULE.silenceBelow) return NOTHING;
  return { severity: 2, reason: 'silence', value: silence };
}

function possibleCoverage(coverage: RatingCoverage): RatingCoverage {
  const { recentCases, recentRated, ratings, raters } = coverage;
  if (wholeCount(recentRated, 'recentRated') > wholeCount(recentCases, 'recentCases')) {
    throw new DomainError(
      'statistics/events-exceed-trials',
      'more cases are rated than there are',
      'recentRated',
    );
  }
  if (wholeCount(raters, 'raters') > wholeCount(ratings, 'ratings')) {
    throw new DomainError('statistics/raters-exceed-ratings', 'there are more raters than ratings', 'raters');
  }
  return coverage;
}

function ofRatings(coverage: RatingCoverage): Attention {
  const { recentCases, recentRated, ratings, raters } = possibleCoverage(coverage);
  const rated = recentCases >= ATTENTION_RULE.fewestRecentCases ? recentRated / recentCases : 1;
  if (rated < ATTENTION_RULE.ratedShareBelow) return { severity: 1, reason: 'ratings-missing', value: rated };
  return ratings >= FEWEST_RATINGS && raters < FEWEST_RATERS
    ? { severity: 1, reason: 'few-raters', value: raters }
    : NOTHING;
}

/**
 * What one fellow in one procedure needs; the first that applies: a signature on evidence that has changed (4); an
 * unreviewed monitoring alarm (4); a state of concern (3); P(by end) below 0.50 with cases still needed (3) or below 0.80 (2), once listed until 0.85; silence below 0.05
 * while on service (2); under 60 % of the cases of 30 days rated, of five at least, or fewer than 4 raters at 12 ratings or more (1).
 *
 * The order and the cut-offs ({@link ATTENTION_RULE}) are the product's own choices, without a published source. A state
 * of `concern_relapse` stands until a supervisor reviews the alarm. Throws
 * `statistics/probability-out-of-range`, `statistics/count-invalid`, `statistics/events-exceed-trials` (more recent cases
 * rated than there are) or `statistics/raters-exceed-ratings`.
 */
export function attentionOf(facts: AttentionFacts): Attention {
  const found = [ofState(facts.state), ofForecast(facts), ofSilence(facts.silence), ofRatings(facts.ratings)];
  const flagged = facts.evidenceFlagged === true ? [FLAGGED] : [];
  return [...flagged, ...found].find(({ severity }) => severity > 0) ?? NOTHING;
}

function ofQualifications({ qualifications }: FellowAttentionFacts): Attention[] {
  const { expired = 0, daysLeft = null } = qualifications ?? {};
  const lapsed = wholeCount(expired, 'expired');
  const isSoon = daysLeft !== null && wholeCount(daysLeft, 'daysLeft') <= ATTENTION_RULE.expiresSoonDays;
  return [
    ...(lapsed > 0
      ? [{ severity: 3 as const, reason: 'qualification-expired' as const, value: lapsed }]
      : []),
    ...(daysLeft === null
      ? []
      : [
          {
            severity: isSoon ? (2 as const) : (1 as const),
            reason: 'qualification-expiring' as const,
            value: daysLeft,
          },
        ]),
  ];
}

/**
 * What one fellow needs whatever the procedure, each by itself: no entry while service passed (2, P below 0.05), entries
 * that wait long for a decision (2), a qualification that has expired (3), or that will (2 within 30 days, else 1). Errors
 * as {@link attentionOf}.
 */
export function attentionOfFellow(facts: FellowAttentionFacts): Attention[] {
  const { noLogging, longWaits } = facts;
  const silent = ofSilence(noLogging);
  return [
    ...(silent.severity > 0 ? [{ ...silent, reason: 'no-logging' as const }] : []),
    ...(wholeCount(longWaits, 'longWaits') > 0
      ? [{ severity: 2 as const, reason: 'long-waits' as const, value: longWaits }]
      : []),
    ...ofQualifications(facts),
  ];
}

/** Something that needs attention, with what it is about. */
export interface AttentionConcern extends Attention {
  /** Null where it is about no procedure. */
  readonly procedure: string | null;
  /** Expected shortfall over target, 0..1; 0 without a target. */
  readonly shortfallShare: number;
}

/** One line of the list: what is most severe of one fellow. */
export interface AttentionLine extends AttentionConcern {
  readonly fellowId: string;
  readonly fellowName: string;
  /** What else of this fellow needs attention, the worst first. */
  readonly others: readonly AttentionConcern[];
}

function shortfallShare(forecast: AttentionForecast | null): number {
  if (forecast === null) return 0;
  const missing = nonNegativeNumber(forecast.expectedShortfall, 'expectedShortfall');
  return missing / positiveCount(forecast.target, 'target');
}

type Found = Omit<AttentionLine, 'others'>;

function byUrgency(one: Found, other: Found): number {
  return (
    other.severity - one.severity ||
    other.shortfallShare - one.shortfallShare ||
    one.fellowName.localeCompare(other.fellowName, 'en') ||
    (one.procedure ?? '').localeCompare(other.procedure ?? '', 'en') ||
    attentionReasons.indexOf(one.reason as AttentionReason) -
      attentionReasons.indexOf(other.reason as AttentionReason)
  );
}

/**
 * The attention list: at most one line per fellow, the most urgent of what concerns the fellow, with the others behind it.
 * Sorted by severity, then expected shortfall as a share of the target, then name. It is no ranking of people.
 *
 * Errors as {@link attentionOf}, and `statistics/negative`.
 */
export function attentionList(
  facts: readonly AttentionFacts[],
  fellows: readonly FellowAttentionFacts[] = [],
): AttentionLine[] {
  const ofProcedures = facts.map((fact) => ({
    ...attentionOf(fact),
    ...{ fellowId: fact.fellowId, fellowName: fact.fellowName, procedure: fact.procedure },
    shortfallShare: shortfallShare(fact.forecast),
  }));
  const ofFellows = fellows.flatMap((fellow) =>
    attentionOfFellow(fellow).map((found) => ({
      ...found,
      ...{ fellowId: fellow.fellowId, fellowName: fellow.fellowName, procedure: null, shortfallShare: 0 },
    })),
  );
  const lines = [...ofProcedures, ...ofFellows].filter(({ severity }) => severity > 0).sort(byUrgency);
  const perFellow = new Map<string, AttentionLine>();
  for (const { fellowId, fellowName, ...concern } of lines) {
    const first = perFellow.get(fellowId);
    perFellow.set(
      fellowId,
      first === undefined
        ? { fellowId, fellowName, ...concern, others: [] }
        : { ...first, others: [...first.others, concern] },
    );
  }
  return [...perFellow.values()];
}
