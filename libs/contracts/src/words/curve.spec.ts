import type { CompetenceRuleView } from '../competencies/views';
import type { FellowCompetencyView } from '../curves/views';
import { caseInWords, curveFinding, curveParameters, falseLightsInWords, movesInWords } from './curve';

const rule: CompetenceRuleView = {
  ...{ wellAtHelp: 4, adequateFailureRate: 0.1, inadequateFailureRate: 0.3, falseSignal: 0.05, horizon: 50 },
  ...{ fewestCases: 10, operating: [], setByProgram: false, limit: 4.118, monitoringLimit: 4.093 },
};
const view = (part: Partial<FellowCompetencyView>): FellowCompetencyView =>
  ({
    ...{ approved: 17, waiting: 2, need: 20, rules: [], notYetDone: [], competenceRule: rule },
    competence: { state: 'learning', n: 24, successes: 20, target: 0.8 },
    curve: { stretches: [], successesToSignal: 4 },
    ...part,
  }) as FellowCompetencyView;

it('The title of a curve says the finding', () => {
  expect(curveFinding(view({}))).toBe(
    '20 of 24 at help 4 or more; the chart has not signaled yet, 4 more in a row would',
  );
  expect(
    curveFinding(
      view({
        competence: {
          state: 'competent',
          n: 24,
          successes: 22,
          target: 0.8,
          signalCase: 21,
          failuresSince: 1,
        },
      }),
    ),
  ).toBe('22 of 24 at help 4 or more; at standard since case 21, 1 of the 3 since did not go well');
  expect(
    curveFinding(
      view({
        competence: {
          state: 'concern_relapse',
          n: 34,
          successes: 26,
          target: 0.8,
          signalCase: 21,
          alarmCase: 34,
        },
      }),
    ),
  ).toBe('At standard at case 21, a look is asked for since case 34');
});

it('The title of a curve claims nothing below ten cases', () => {
  const few = view({ competence: { state: 'insufficient', n: 9, successes: 9, target: 0.8 } });
  expect(curveFinding(few)).toBe('9 judged cases: too few to say');
  expect(curveFinding(view({ competence: { state: 'none', n: 0, target: 0.8 } }))).toBe('No judged case yet');
});

it('A point of a curve is a sentence', () => {
  const point = {
    number: 3,
    entryId: 'e',
    itemId: 'i',
    performedOn: '2026-11-09',
    help: 2,
    score: 0,
  } as const;
  const about = { today: '2026-11-23', item: 'Stellate block' };
  expect(caseInWords(point, about)).toBe('Case 3, Nov 9, Stellate block: help 2, went well; score 0.00');
  expect(caseInWords({ ...point, failedBy: 'took-over' }, about)).toContain(
    'did not go well, the supervisor took over',
  );
});

it('The parameters are printed with who set them', () => {
  expect(curveParameters(rule)).toContain('(limits 4.118 and 4.093); adequate 10 %, inadequate 30 %');
  expect(curveParameters(rule)).toContain('default, not yet set by the program');
  expect(curveParameters({ ...rule, setBy: 'Dr. Amundsen', setOn: '2026-07-01' })).toContain(
    'set by Dr. Amundsen, Jul 1, 2026',
  );
});

it('Lights carry a word on how many of them would be false by chance', () => {
  expect(falseLightsInWords({ lights: 0, signals: 0, alarms: 0 })).toBeUndefined();
  expect(falseLightsInWords({ lights: 84, signals: 4.13, alarms: 0.01 })).toBe(
    'Of 84 lights that say something, at most 4.1 would be at standard by chance, and fewer than 0.1 would show an alarm by chance.',
  );
});

it('What would move a competency: approvals, open rules, the chart, what is not done yet', () => {
  const words = { rule: () => 'At least 3 supervisors', item: (id: string) => id };
  const open = {
    index: 1,
    rule: {},
    value: 2,
    need: 3,
    met: false,
    waiting: 1,
  } as unknown as FellowCompetencyView['rules'][number];
  expect(movesInWords(view({ rules: [open], notYetDone: ['a', 'b', 'c', 'd'] }), words)).toEqual([
    'Approval of what waits makes it 19 of 20.',
    'At least 3 supervisors: 2 of 3, 1 waiting.',
    '4 cases in a row at help 4 or more would bring the chart to its limit.',
    'To look for, not done yet: a, b, c and 1 more.',
  ]);
});
