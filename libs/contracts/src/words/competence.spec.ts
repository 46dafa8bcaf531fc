import type { CompetenceRuleView, CompetenceView } from '../competencies/views';
import {
  chanceInWords,
  competenceInWords,
  competenceRuleInWords,
  concernInWords,
  operatingInWords,
} from './competence';

const light = { state: 'learning', target: 0.8 } as const;

it.each([
  [{ ...light, n: 0, successes: 0 }, 'no judged case yet'],
  [{ ...light, n: 30 }, '30 judged cases'],
  [{ ...light, n: 1, successes: 1 }, '1 judged case, too few to say more'],
  [{ ...light, n: 9, successes: 9 }, '9 judged cases, too few to say more'],
  [
    { ...light, n: 30, successes: 26, pAtLeastTarget: 0.77 },
    '26 of 30 judged cases went well; it is more likely than not that the rate is now at least 80 %',
  ],
  [
    { ...light, n: 30, successes: 29, pAtLeastTarget: 0.95 },
    '29 of 30 judged cases went well; it is very likely that the rate is now at least 80 %',
  ],
  [
    { ...light, n: 30, successes: 27, pAtLeastTarget: 0.8 },
    '27 of 30 judged cases went well; it is likely that the rate is now at least 80 %',
  ],
  [
    { ...light, n: 30, successes: 20, pAtLeastTarget: 0.2 },
    '20 of 30 judged cases went well; it is less likely that the rate is now at least 80 %',
  ],
  [
    { ...light, n: 30, successes: 10, pAtLeastTarget: 0.01 },
    '10 of 30 judged cases went well; it is unlikely that the rate is now at least 80 %',
  ],
])('says what the competence light rests on: %#', (competence, words) => {
  expect(competenceInWords(competence)).toBe(words);
});

it.each([
  [1, 'very likely'],
  [0.95, 'very likely'],
  [0.9499, 'likely'],
  [0.8, 'likely'],
  [0.7999, 'more likely than not'],
  [0.5, 'more likely than not'],
  [0.4999, 'less likely'],
  [0.2, 'less likely'],
  [0.1999, 'unlikely'],
  [0, 'unlikely'],
])('calls a chance of %d %s', (probability, words) => {
  expect(chanceInWords(probability)).toBe(words);
});

it('prints the numbers of the competence light, and that they are nobody’s choice yet', () => {
  const rule: CompetenceRuleView = {
    ...{ wellAtHelp: 4, adequateFailureRate: 0.1, inadequateFailureRate: 0.3 },
    ...{ falseSignal: 0.05, horizon: 50, fewestCases: 10, setByProgram: false },
    operating: [{ failureRate: 0.2, signal: 0.339, alarm: 0.42 }],
  };
  const said = competenceRuleInWords(rule);
  for (const part of [
    'help 4 or more',
    '10 % from 30 %',
    '5 % chance',
    '50 cases',
    'below 10 cases',
    'Default rates',
  ])
    expect(said).toContain(part);
  expect(competenceRuleInWords({ ...rule, setByProgram: true })).not.toContain('Default rates');
});

it.each<[CompetenceView, string | undefined]>([
  [{ ...light, n: 12 }, undefined],
  [
    { state: 'concern_low', target: 0.8, n: 25 },
    'Low: after 25 judged cases the chart has not signaled, and it is unlikely that the rate is 80 % or more.',
  ],
  [
    { state: 'concern_drift', target: 0.8, n: 25, signalCase: 17, failuresSince: 4 },
    'Drift: the chart signaled at case 17; 4 of the 8 cases since did not go well, which makes it less likely than not that the rate is still 80 % or more.',
  ],
  [
    { state: 'concern_drift', target: 0.8, n: 25 },
    'Drift: the chart has signaled, and cases since make it less likely than not that the rate is still 80 % or more.',
  ],
  [
    { state: 'concern_relapse', target: 0.8, n: 25, signalCase: 17, alarmCase: 21 },
    'Alarm: after the signal at case 17 the chart that watches raised an alarm at case 21, for a supervisor to look at.',
  ],
  [
    { state: 'concern_relapse', target: 0.8, n: 25 },
    'Alarm: the chart that watches after the signal raised an alarm, for a supervisor to look at.',
  ],
])('says which of the three concerns it is and why: %#', (view, words) => {
  expect(concernInWords(view)).toBe(words);
});

it('says what a constant 20 % failer would look like, with the numbers that were computed', () => {
  const rule = { horizon: 50, operating: [{ failureRate: 0.2, signal: 0.339, alarm: 0.42 }] };
  expect(operatingInWords(rule as CompetenceRuleView)).toEqual([
    'Whoever always fails 20 % of cases gets the signal within 50 cases with a chance of 34 %, and an alarm within 50 cases after it with 42 %.',
  ]);
});

it('says that an experience has no chart', () => {
  expect(competenceInWords({ state: 'not-charted', n: 0, target: 0.8 })).toBe(
    'an experience has no procedural chart',
  );
});
