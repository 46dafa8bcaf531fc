import { attentionReasons } from '@countersign/domain/statistics';
import type { ConcernView } from '../dashboards/attention-views';
import {
  attentionFinding,
  attentionReasonWords,
  concernSentence,
  falseFlagsInWords,
  suretyInWords,
} from './attention';

const rule = { horizon: 50, operating: [{ failureRate: 0.1, signal: 0.9, alarm: 0.047 }] };
const concern = (reason: ConcernView['reason'], part: Partial<ConcernView> = {}): ConcernView => ({
  ...{ reason, severity: 3, basis: '', ...part },
});
const light = { n: 34, successes: 26, target: 0.8, pAtLeastTarget: 0.002 } as const;

it('says three kinds of concern as three kinds of sentences', () => {
  const said = [
    concern('monitoring-alarm', {
      competence: { ...light, state: 'concern_relapse', signalCase: 21, alarmCase: 34, failuresSince: 5 },
    }),
    concern('concern-low', { competence: { ...light, state: 'concern_low' } }),
    concern('concern-drift', {
      competence: { ...light, state: 'concern_drift', signalCase: 21, failuresSince: 5 },
    }),
  ].map(concernSentence);
  expect(said.map((sentence) => sentence.split(':')[0])).toEqual(['Alarm', 'Low', 'Drift']);
});

it('has a sentence, a word and how sure it is for every reason', () => {
  for (const reason of attentionReasons) {
    const one = concern(reason, {
      value: 0.01,
      coverage: { recentCases: 9, recentRated: 3, ratings: 12, raters: 2 },
    });
    expect([concernSentence(one), attentionReasonWords[reason], suretyInWords(one, rule)]).not.toContain('');
  }
  expect(suretyInWords(concern('monitoring-alarm'), rule)).toContain('chance of 5 %');
  expect(
    suretyInWords(concern('concern-low', { competence: { ...light, state: 'concern_low' } }), rule),
  ).toBe('n 34; the chance that the rate is now 80 % or more is under 1 %.');
  expect(
    concernSentence(
      concern('ratings-missing', { coverage: { recentCases: 9, recentRated: 1, ratings: 4, raters: 2 } }),
    ),
  ).toBe('1 of 9 entries of the last 30 days is rated.');
});

it('says of a target the chance in words, what is missing, and what that rests on', () => {
  const target = concern('target-unlikely', {
    ...{ value: 0.31, need: 4 },
    forecast: { status: 'open', endsOn: '2027-06-30', byEnd: 0.31, shortfall: 1.9, cases: 2, weeks: 19.8 },
  });
  expect(concernSentence(target)).toBe(
    'Few cases for the time: less likely to reach 4 by Jun 30, 2027; 1.9 expected to be missing then.',
  );
  expect(suretyInWords(target, rule)).toBe('A forecast: 31 %, from 2 counted in 19.8 on-service weeks.');
});

it('says how many flags chance alone would raise', () => {
  const flags = {
    alarms: 0.4,
    silences: 0,
    total: 0.4,
    monitoredCases: 326,
    casesPerFalseAlarm: 816.3,
    watchedForSilence: 0,
  };
  expect(falseFlagsInWords(flags, 8)).toBe(
    'Expected false flags: 0.4. With 8 fellows and 326 cases watched after a signal, one false alarm in 816 cases makes 0.4.',
  );
  expect(falseFlagsInWords({ ...flags, silences: 0.6, total: 1, watchedForSilence: 12 }, 8)).toContain(
    '12 pauses',
  );
});

it('says how many are worth a look, and when nobody is', () => {
  const person = { id: 'a', name: 'A' };
  const view = { asOfOn: '2026-11-23', dismissed: [], expectedFalse: {} as never, forecasts: [] };
  expect(attentionFinding({ ...view, lines: [], quiet: [person] })).toBe('Nobody needs a look today');
  expect(attentionFinding({ ...view, lines: [{ fellow: person, concerns: [] }], quiet: [person] })).toBe(
    '1 of 2 fellows is worth a look',
  );
});
