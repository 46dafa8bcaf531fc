import { rollOverSteps, rollOverTasks } from '@countersign/domain/people';
import {
  graduateKeeps,
  rollOverAbout,
  rollOverDayInWords,
  rollOverFinding,
  rollOverLineInWords,
  rollOverNothing,
  rollOverStateInWords,
  rollOverTaskInWords,
  rollOverTitles,
} from './roll-over';

const steps = (...states: ('done' | 'open' | 'not-yet' | 'nothing')[]) => ({
  steps: states.map((state, nth) => ({ key: rollOverSteps[nth] ?? 'leaving', state, lines: [] })),
});

describe('The change of the year in words', () => {
  it('has words for each step and each thing that is to be done', () => {
    for (const key of rollOverSteps)
      for (const words of [rollOverTitles[key], rollOverAbout(key), rollOverNothing[key]])
        expect(words).toMatch(/^[A-Z]/);
    for (const kind of rollOverTasks) expect(rollOverTaskInWords({ kind, count: 2 })).toMatch(/^[A-Z0-9]/);
    expect(rollOverTaskInWords({ kind: 'returned', count: 1 })).toBe('1 returned entry not sent again');
    expect(rollOverTaskInWords({ kind: 'edition', count: 1 }, { newest: '2026.3' })).toBe(
      'Edition 2026.3 is here; the director moves the program',
    );
  });

  it('says how far it has come', () => {
    expect(rollOverFinding(steps('open', 'open', 'not-yet', 'done'))).toBe('2 of 4 steps need somebody');
    expect(rollOverFinding(steps('not-yet', 'done'))).toBe('Nothing is due yet; 1 step will be');
    expect(rollOverFinding(steps('done', 'nothing'))).toBe('Everything is done');
    const lines = [{ tasks: [{ kind: 'drafts' as const, count: 3 }] }];
    expect(rollOverStateInWords({ state: 'open', lines })).toBe('1 to do');
    expect(rollOverStateInWords({ state: 'not-yet', lines })).toBe('1 to do, not due yet');
    expect(rollOverStateInWords({ state: 'done', lines: [] })).toBe('done');
    expect(rollOverStateInWords({ state: 'nothing', lines: [] })).toBe('nothing to do');
  });

  it('says which day it is about, and what a graduate keeps', () => {
    const on = '2027-07-01';
    expect(rollOverDayInWords({ on, foundOn: on })).toMatch(/^On this day most trainings begin/);
    expect(rollOverDayInWords({ on, foundOn: '2027-09-01' })).toContain('Sep 1, 2027');
    expect(rollOverDayInWords({ on })).toContain('you say which day');
    expect(graduateKeeps({ closingDays: 14 })).toMatch(/^For 14 days after the last day drafts can be sent/);
    expect(graduateKeeps({ closingDays: 0 })).toMatch(/^Nothing can be sent after the last day\./);
  });

  it('says of each line what it is about', () => {
    const day = '2027-06-30';
    expect(rollOverLineInWords('leaving', { day, tasks: [] })).toBe('last day Jun 30, 2027');
    expect(rollOverLineInWords('leaving', { tasks: [] })).toBe('no last day');
    expect(rollOverLineInWords('newcomers', { day, cohort: '2027–28', tasks: [] })).toBe(
      'first day Jun 30, 2027, 2027–28',
    );
    expect(rollOverLineInWords('rotations', { day, tasks: [] })).toBe('from Jun 30, 2027');
    expect(rollOverLineInWords('catalogue', { edition: '2026.2', tasks: [] })).toContain('edition 2026.2');
    expect(rollOverLineInWords('requirements', { tasks: [] })).toBe('Drafts');
    expect(rollOverLineInWords('requirements', { newcomers: 2, tasks: [] })).toBe(
      '2 newcomers without a cohort: nothing is published',
    );
    const set = { title: 'Minimum cases', version: 3, binds: false };
    expect(rollOverLineInWords('requirements', { newcomers: 1, cohort: '2027–28', set, tasks: [] })).toBe(
      '1 newcomer of 2027–28: Minimum cases, version 3, does not bind',
    );
  });
});
