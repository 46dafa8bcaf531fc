import type { CompetenceRuleView, CompetenceStateName, CompetenceView } from '../competencies/views';
import { counted, percent } from './count';

/** The word beside the competence shape, never a verdict. */
export const competenceWords: Readonly<Record<CompetenceStateName, string>> = {
  'not-charted': 'no chart',
  none: 'not judged yet',
  insufficient: 'too few to say',
  learning: 'learning',
  competent: 'at standard',
  concern_low: 'worth a look: low',
  concern_drift: 'worth a look: drift',
  concern_relapse: 'worth a look: alarm',
};

/** What the competence light means and by which numbers it is made. */
export function competenceRuleInWords(rule: CompetenceRuleView): string {
  const { wellAtHelp, adequateFailureRate, inadequateFailureRate, falseSignal, horizon, fewestCases } = rule;
  return [
    'A judged case is an approved, rated case in a patient that the fellow performed in whole or in part.',
    'What was rated in one tap is one case for each item.',
    `It went well at help ${wellAtHelp} or more unless the supervisor took over.`,
    `At standard: a learning-curve chart (LC-CUSUM) that tells ${percent(adequateFailureRate)} from ${percent(inadequateFailureRate)} cases not going well, with a ${percent(falseSignal)} chance of a false signal in ${horizon} cases, has signaled. “Now” is judged from the case on at which the chart began to rise.`,
    'Worth a look: low, after many cases without a signal; drift, when cases since the signal did not go well; alarm, when the chart that watches after the signal raised one.',
    `Nothing is said below ${fewestCases} cases.`,
    ...(rule.setByProgram ? [] : ['Default rates, not yet set by the program.']),
  ].join(' ');
}

/**
 * What the competence light rests on. Below ten judged cases there is no rate and no chance, only the count; readers who
 * may not read ratings are told the count alone.
 */
export function competenceInWords(light: CompetenceView): string {
  const { state, n, successes, pAtLeastTarget, target, low, high } = light;
  if (state === 'not-charted') return 'an experience has no procedural chart';
  if (n === 0) return 'no judged case yet';
  const cases = counted(n, 'judged case', 'judged cases');
  if (successes === undefined) return cases;
  if (pAtLeastTarget === undefined) return `${cases}, too few to say more`;
  const chance = chanceInWords(pAtLeastTarget);
  const interval =
    low === undefined || high === undefined
      ? ''
      : `${Math.round(100 * low)} to ${percent(high)} go well (90 % interval): `;
  return `${interval}${successes} of ${cases} went well; it is ${chance} that the rate is now at least ${percent(target)}`;
}

/**
 * A probability (0 to 1) in words, so that two decimals do not pretend to more than they know. The cut-offs are the
 * product's own choice.
 */
export function chanceInWords(p: number): string {
  if (p >= 0.95) return 'very likely';
  if (p >= 0.8) return 'likely';
  if (p >= 0.5) return 'more likely than not';
  return p >= 0.2 ? 'less likely' : 'unlikely';
}

/**
 * Which of the three concerns it is and why; undefined where there is none. Readers who may not read ratings are told
 * which it is and what it means.
 */
export function concernInWords(light: CompetenceView): string | undefined {
  const { state, n, signalCase, alarmCase, failuresSince } = light;
  const target = percent(light.target);
  if (state === 'concern_low')
    return `Low: after ${n} judged cases the chart has not signaled, and it is unlikely that the rate is ${target} or more.`;
  if (state === 'concern_drift')
    return signalCase === undefined
      ? `Drift: the chart has signaled, and cases since make it less likely than not that the rate is still ${target} or more.`
      : `Drift: the chart signaled at case ${signalCase}; ${failuresSince ?? 0} of the ${n - signalCase} cases since did not go well, which makes it less likely than not that the rate is still ${target} or more.`;
  if (state !== 'concern_relapse') return undefined;
  return signalCase === undefined || alarmCase === undefined
    ? 'Alarm: the chart that watches after the signal raised an alarm, for a supervisor to look at.'
    : `Alarm: after the signal at case ${signalCase} the chart that watches raised an alarm at case ${alarmCase}, for a supervisor to look at.`;
}

/** What constant failure rates would look like, one sentence each; computed by the rule, not promised. */
export function operatingInWords({ operating, horizon }: CompetenceRuleView): readonly string[] {
  return operating.map(
    ({ failureRate, signal, alarm }) =>
      `Whoever always fails ${percent(failureRate)} of cases gets the signal within ${horizon} cases with a chance of ${percent(signal)}, and an alarm within ${horizon} cases after it with ${percent(alarm)}.`,
  );
}
