import { competenceInWords, rulesInWords } from './competency';

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
