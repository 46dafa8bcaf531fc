import type { AttentionReason } from '@countersign/domain/statistics';
import type { CompetenceRuleView } from '../competencies/views';
import type { AttentionView, ConcernView, FalseFlagsView } from '../dashboards/attention-views';
import { chanceInWords, concernInWords } from './competence';
import { counted, percent } from './count';
import { dayFull } from './time';

/** Each reason in two or three words, for tables and files. */
export const attentionReasonWords: Readonly<Record<AttentionReason, string>> = {
  'evidence-flagged': 'evidence changed',
  'monitoring-alarm': 'worth a look: alarm',
  'concern-low': 'worth a look: low',
  'concern-drift': 'worth a look: drift',
  'target-unlikely': 'few cases for the time',
  'target-uncertain': 'cases may not suffice',
  silence: 'no case for long',
  'no-logging': 'nothing logged for long',
  'long-waits': 'waits long',
  'qualification-expired': 'qualification expired',
  'qualification-expiring': 'qualification expires soon',
  'ratings-missing': 'ratings are missing',
  'few-raters': 'ratings are thin',
};

/** What there is to look at, as a sentence that blames nobody. */
export function concernSentence(concern: ConcernView): string {
  const { reason, value, competence, coverage } = concern;
  const { recentCases = 0, recentRated = 0, ratings = 0, raters = 0 } = coverage ?? {};
  switch (reason) {
    case 'evidence-flagged':
      return 'Evidence under this signature has changed, and nobody has decided yet.';
    case 'monitoring-alarm':
    case 'concern-low':
    case 'concern-drift':
      return (competence && concernInWords(competence)) ?? 'Worth a look.';
    case 'target-unlikely':
    case 'target-uncertain':
      return targetSentence(concern);
    case 'silence':
      return 'No case for longer than the own pace makes likely, while sessions passed.';
    case 'no-logging':
      return 'Nothing logged for longer than the own pace makes likely, while sessions passed.';
    case 'long-waits':
      return `${counted(value ?? 0, 'entry waits', 'entries wait')} longer than 14 days for a decision.`;
    case 'qualification-expired':
      return `${counted(value ?? 0, 'qualification has', 'qualifications have')} expired.`;
    case 'qualification-expiring':
      return value === 0
        ? 'A qualification expires today.'
        : `A qualification expires in ${counted(value ?? 0, 'day', 'days')}.`;
    case 'ratings-missing':
      return `${recentRated} of ${counted(recentCases, 'entry', 'entries')} of the last 30 days ${recentRated === 1 ? 'is' : 'are'} rated.`;
    case 'few-raters':
      return `${counted(ratings, 'rating', 'ratings')} by ${counted(raters, 'supervisor', 'supervisors')}: other raters would say more than more cases.`;
  }
}

function targetSentence({ value, forecast, need }: ConcernView): string {
  const end = forecast?.endsOn === undefined ? 'the end of training' : dayFull(forecast.endsOn);
  const missing =
    forecast?.shortfall === undefined ? '' : `; ${forecast.shortfall.toFixed(1)} expected to be missing then`;
  return `Few cases for the time: ${chanceInWords(value ?? 0)} to reach ${need ?? 'the target'} by ${end}${missing}.`;
}

/** How sure that is: counted, or how often chance alone says the same. */
export function suretyInWords(
  { reason, value, competence, forecast }: ConcernView,
  rule: Pick<CompetenceRuleView, 'operating' | 'horizon'>,
): string {
  const p = competence?.pAtLeastTarget;
  switch (reason) {
    case 'monitoring-alarm': {
      const [adequate] = rule.operating;
      return adequate === undefined
        ? ''
        : `Who always fails ${percent(adequate.failureRate)} of cases gets such an alarm within ${rule.horizon} cases with a chance of ${percent(adequate.alarm)}.`;
    }
    case 'concern-low':
    case 'concern-drift':
      return p === undefined || competence === undefined
        ? 'An inference from judged cases.'
        : `n ${competence.n}; the chance that the rate is now ${percent(competence.target)} or more is ${smallPercent(p)}.`;
    case 'target-unlikely':
    case 'target-uncertain':
      return `A forecast: ${smallPercent(value ?? 0)}, from ${forecast?.cases ?? 0} counted in ${(forecast?.weeks ?? 0).toFixed(1)} on-service weeks.`;
    case 'silence':
    case 'no-logging':
      return `By chance so long a pause happens ${smallPercent(value ?? 0)} of the time.`;
    default:
      return 'Counted, not inferred.';
  }
}

/** How many of the lines chance alone would raise. */
export function falseFlagsInWords(
  { total, alarms, monitoredCases, casesPerFalseAlarm, watchedForSilence }: FalseFlagsView,
  fellows: number,
): string {
  const watched = `With ${counted(fellows, 'fellow', 'fellows')} and ${counted(monitoredCases, 'case', 'cases')} watched after a signal, one false alarm in ${Math.round(casesPerFalseAlarm)} cases makes ${decimal(alarms)}`;
  const silent =
    watchedForSilence === 0
      ? ''
      : `, and one in 20 of ${counted(watchedForSilence, 'pause', 'pauses')} looked at is long by chance`;
  return `Expected false flags: ${decimal(total)}. ${watched}${silent}.`;
}

/** What the list shows, as its title. */
export function attentionFinding({ lines, quiet }: AttentionView): string {
  const all = lines.length + quiet.length;
  if (all === 0) return 'No fellows in this program today';
  return lines.length === 0
    ? 'Nobody needs a look today'
    : `${lines.length} of ${counted(all, 'fellow', 'fellows')} ${lines.length === 1 ? 'is' : 'are'} worth a look`;
}

function smallPercent(share: number): string {
  if (share < 0.005) return 'under 1 %';
  return share > 0.995 ? 'over 99 %' : percent(share);
}

function decimal(count: number): string {
  return count === 0 ? '0' : count < 0.05 ? 'under 0.1' : count.toFixed(1);
}
