import type { CompetencyAssessment } from './assessment';
import { signOffReadiness } from './sign-off-readiness';
import { oneSession } from './testdata/build';

function assessment(...met: boolean[]): CompetencyAssessment {
  const rules = met.map((each) => ({
    rule: oneSession,
    value: 0,
    need: 1,
    met: each,
    counted: [],
    waiting: [],
  }));
  return { competencyId: 'x', met: met.every(Boolean), rules, lapse: null };
}

const waiver = { text: 'Thirty cases at the last program', byId: 'dir-1', at: 5 };

describe('a competency is ready for sign-off', () => {
  it('when its rules are met', () => {
    expect(signOffReadiness({ id: 'x' }, assessment(true, true))).toEqual({
      ok: true,
      value: { state: 'ready', unmet: [], waiver: null },
    });
  });

  it('not while a rule is unmet, and says which', () => {
    expect(signOffReadiness({ id: 'x' }, assessment(false, true, false))).toEqual({
      ok: true,
      value: { state: 'not-yet', unmet: [0, 2], waiver: null },
    });
  });

  it('with a waiver, which keeps the unmet rules in sight', () => {
    expect(signOffReadiness({ id: 'x' }, assessment(true, false), waiver)).toEqual({
      ok: true,
      value: { state: 'ready', unmet: [1], waiver },
    });
  });

  it('without using a waiver that it does not need', () => {
    expect(signOffReadiness({ id: 'x' }, assessment(true), waiver)).toEqual({
      ok: true,
      value: { state: 'ready', unmet: [], waiver: null },
    });
  });

  it('never with a waiver of no words', () => {
    for (const met of [true, false]) {
      expect(signOffReadiness({ id: 'x' }, assessment(met), { ...waiver, text: ' \n' })).toEqual({
        ok: false,
        code: 'sign-off/waiver-text-missing',
        field: '/waiver/text',
      });
    }
  });

  it('only by its own assessment', () => {
    expect(signOffReadiness({ id: 'y' }, assessment(true))).toEqual({
      ok: false,
      code: 'sign-off/other-competency',
    });
  });
});
