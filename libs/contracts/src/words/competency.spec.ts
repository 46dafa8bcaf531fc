import type { Rule } from '@countersign/domain/competency';
import type { CompetenceRuleView } from '../competencies/views';
import {
  chanceInWords,
  competenceInWords,
  competenceRuleInWords,
  ruleInWords,
  rulesInWords,
} from './competency';

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

it('says how many rules there are and how many are met', () => {
  expect(rulesInWords([{ met: true }, { met: false }])).toBe('2 rules, 1 met');
  expect(rulesInWords([{ met: true }])).toBe('1 rule, 1 met');
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

it.each<[Rule, string]>([
  [
    { kind: 'count', per: 'session', need: 20, filter: { roles: ['performed'], windowMonths: 24 } },
    'At least 20 sessions (performed), within 24 months',
  ],
  [
    {
      kind: 'count',
      per: 'level',
      need: 5,
      filter: {
        roles: ['performed', 'performed-part', 'assisted'],
        supervision: ['direct', 'indirect-immediate'],
        minHelp: 4,
        painCategories: ['chronic-non-cancer', 'cancer'],
        settings: ['operating-room'],
        simulation: 'include',
      },
    },
    'At least 5 levels (performed, performed in part, or assisted) with direct or immediately available supervision at help 4 or more in chronic non-cancer or cancer pain in an operating room including simulation',
  ],
  [
    {
      kind: 'count',
      per: 'procedure',
      need: 3,
      filter: {
        ...{ techniques: ['alcohol', 'phenol'], guidance: ['ct', 'fluoroscopy'], regions: ['upper-abdomen'] },
        ...{ outcomes: ['success', 'converted'], painCategories: ['cancer'], ageBands: ['18-39', '40-64'] },
        ...{ diagnosisGroups: ['visceral-pelvic'], diagnoses: ['chronic-pancreatitis'] },
      },
    },
    'At least 3 procedures by alcohol or phenol under CT or fluoroscopy, region upper abdomen that ended as success or converted in cancer pain for visceral or pelvic pain or chronic pancreatitis at 18 to 39 years or 40 to 64 years',
  ],
  [
    { kind: 'distinct', of: 'site', need: 2, filter: { simulation: 'only' } },
    'With at least 2 different sites in simulation',
  ],
  [{ kind: 'rating-last-n', n: 5, minHelp: 4, filter: {} }, 'The last 5 rated at help 4 or more'],
  [
    { kind: 'recency', need: 3, windowMonths: 12, filter: {} },
    'At least 3 sessions within the last 12 months',
  ],
  [
    { kind: 'other-competency', competencyId: 'pump', standing: 'signed' },
    'Intrathecal pump signed off first',
  ],
  [
    { kind: 'certificate', certificateId: 'x', title: 'Fluoroscopy safety' },
    'Certificate: Fluoroscopy safety',
  ],
])('says a rule in one sentence: %#', (rule, sentence) => {
  expect(ruleInWords({ rule, otherTitle: 'Intrathecal pump' })).toBe(sentence);
});

it('prints the numbers of the competence light, and that they are nobody’s choice yet', () => {
  const rule: CompetenceRuleView = {
    ...{ wellAtHelp: 4, adequateFailureRate: 0.1, inadequateFailureRate: 0.3 },
    ...{ falseSignal: 0.05, horizon: 50, fewestCases: 10, setByProgram: false },
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
