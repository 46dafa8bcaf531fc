import type { FailureReason } from '@countersign/domain/competency';
import type { RuleView } from '../competencies/rule-views';
import type { CompetenceRuleView, FalseLightsView } from '../competencies/views';
import type { FellowCompetencyView, CurveCaseView, CurvePanelView } from '../curves/views';
import { counted, percent } from './count';
import { dayFull, dayShort } from './time';

/** Why a case did not go well. */
export const failureWords: Readonly<Record<FailureReason, string>> = {
  'took-over': 'the supervisor took over',
  aborted: 'aborted',
  help: 'more help than the chart asks for',
};

/** What a panel of a curve is about. */
export const panelWords: Readonly<Record<CurvePanelView['chart'], string>> = {
  learning: 'Learning',
  monitoring: 'Monitoring',
};

/** The limit of a panel, said beside its line. */
export const limitWords: Readonly<Record<CurvePanelView['chart'], string>> = {
  learning: 'at standard',
  monitoring: 'a look',
};

/** The finding of a learning curve: what it says, and of how many. Nothing is claimed below the fewest cases. */
export function curveFinding({ competence, competenceRule, curve }: FellowCompetencyView): string {
  const { state, n, successes = 0, signalCase, alarmCase, failuresSince = 0 } = competence;
  const { wellAtHelp, fewestCases } = competenceRule;
  if (n === 0) return 'No judged case yet';
  if (n < fewestCases) return `${counted(n, 'judged case', 'judged cases')}: too few to say`;
  const wentWell = `${successes} of ${n} at help ${wellAtHelp} or more`;
  if (state === 'concern_relapse' && alarmCase !== undefined)
    return `At standard at case ${signalCase ?? ''}, a look is asked for since case ${alarmCase}`;
  if (signalCase !== undefined)
    return `${wentWell}; at standard since case ${signalCase}, ${failuresSince} of the ${n - signalCase} since did not go well`;
  const more = curve?.successesToSignal;
  return `${wentWell}; the chart has not signaled yet${more === undefined ? '' : `, ${more} more in a row would`}`;
}

/** One judged case in a sentence. */
export function caseInWords(
  { number, performedOn, help, failedBy, score }: CurveCaseView,
  { today, item }: { readonly today: string; readonly item: string },
): string {
  const how = failedBy === undefined ? 'went well' : `did not go well, ${failureWords[failedBy]}`;
  return `Case ${number}, ${dayShort(performedOn, today)}, ${item}: help ${help}, ${how}; score ${score.toFixed(2)}`;
}

/** The numbers by which a curve is drawn, with who set them. */
export function curveParameters(rule: CompetenceRuleView): string {
  const { adequateFailureRate, inadequateFailureRate, falseSignal, horizon, limit, monitoringLimit } = rule;
  const limits =
    limit === undefined || monitoringLimit === undefined
      ? ''
      : ` (limits ${limit.toFixed(3)} and ${monitoringLimit.toFixed(3)})`;
  return `LC-CUSUM, then CUSUM${limits}; adequate ${percent(adequateFailureRate)}, inadequate ${percent(inadequateFailureRate)} of cases not going well; at most ${percent(falseSignal)} false signals within ${horizon} cases; ${whoSet(rule)}.`;
}

function whoSet({ setBy, setOn }: CompetenceRuleView): string {
  return setBy === undefined || setOn === undefined
    ? 'default, not yet set by the program'
    : `set by ${setBy}, ${dayFull(setOn)}`;
}

/** How many of the lights chance alone would set, as one sentence; undefined where no light says anything. */
export function falseLightsInWords({ lights, signals, alarms }: FalseLightsView): string | undefined {
  if (lights === 0) return undefined;
  const of = counted(lights, 'light that says something', 'lights that say something');
  return `Of ${of}, at most ${roughly(signals)} would be at standard by chance, and ${roughly(alarms)} would show an alarm by chance.`;
}

function roughly(expected: number): string {
  if (expected < 0.05) return 'fewer than 0.1';
  return expected.toFixed(1);
}

/** What would move the numbers of a competency, in sentences: approvals, open rules, the chart, what was not done yet. */
export function movesInWords(
  view: FellowCompetencyView,
  words: { readonly rule: (rule: RuleView) => string; readonly item: (itemId: string) => string },
): readonly string[] {
  const { approved, waiting, need, rules, curve, competence, competenceRule, notYetDone } = view;
  const open = rules.filter(({ met }) => !met);
  const more = curve?.successesToSignal;
  const shown = notYetDone.slice(0, 3).map(words.item);
  return [
    ...(waiting > 0 ? [`Approval of what waits makes it ${approved + waiting} of ${need}.`] : []),
    ...open.map(
      (rule) =>
        `${words.rule(rule)}: ${rule.value} of ${rule.need}${rule.waiting > 0 ? `, ${rule.waiting} waiting` : ''}.`,
    ),
    ...(more === undefined || competence.n === 0
      ? []
      : [
          `${counted(more, 'case', 'cases')} in a row at help ${competenceRule.wellAtHelp} or more would bring the chart to its limit.`,
        ]),
    ...(shown.length === 0
      ? []
      : [
          `To look for, not done yet: ${shown.join(', ')}${notYetDone.length > 3 ? ` and ${notYetDone.length - 3} more` : ''}.`,
        ]),
  ];
}
