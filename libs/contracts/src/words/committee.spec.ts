import type { CommitteeDecisionView, CommitteeView } from '../dashboards/committee-views';
import { committeeFinding, decidedInWords, presentInWords, suggestionInWords } from './committee';

const competency = (state: string, signed?: string) => ({ competence: { state }, signed });

it('says how many are at standard, signed and worth a look', () => {
  const competencies = [
    competency('competent', 'signed'),
    competency('competent', 'lapsed'),
    competency('concern_low'),
    competency('not-charted'),
  ];
  expect(committeeFinding({ competencies } as unknown as CommitteeView)).toBe(
    '2 of 3 at standard, 1 competency signed; 1 is worth a look',
  );
});

it('says a suggestion with its evidence, and a decision beside it', () => {
  const milestone = { code: 'PC4' as const, title: 'Interventions', entries: 88, rated: 80, raters: 6 };
  expect(suggestionInWords({ ...milestone, suggested: 3 })).toBe(
    'suggested 3: 88 entries, 80 rated cases by 6 supervisors',
  );
  expect(suggestionInWords(milestone)).toContain('too little evidence to suggest');
  expect(decidedInWords({ code: 'PC4', level: 2.5, suggested: 3 })).toBe('2.5, lower than suggested (3)');
  expect(decidedInWords({ code: 'PC4', level: 3, suggested: 3 })).toBe('3, as suggested');
  expect(decidedInWords({ code: 'PC4', suggested: 3 })).toBe('cannot be said yet');
});

it('names who was there, or only how many', () => {
  const decision = {
    present: [
      { id: 'a', name: 'Dr. A' },
      { id: 'b', name: 'Dr. B' },
    ],
  } as unknown as CommitteeDecisionView;
  expect(presentInWords(decision, false)).toBe('Dr. A, Dr. B');
  expect(presentInWords(decision, true)).toBe('2 people');
});
