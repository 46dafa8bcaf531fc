import { assess } from './assess';
import type { HeldSignOff } from './assessment';
import type { Fact } from './fact';
import { standingOn } from './sign-off';
import { competency, fact, requirementSet } from './testdata/build';

function lapseOn(asOf: string, facts: readonly Fact[], signOffs: readonly HeldSignOff[] = []) {
  const set = requirementSet([competency('x', { lapseMonths: 6 })]);
  return assess(set, facts, { asOf, baseSpecialty: null, signOffs }).competencies[0]?.lapse;
}

describe('a competency lapses without practice in its window', () => {
  const practice = [fact('a', { performedOn: '2026-02-28' }), fact('b', { performedOn: '2026-01-10' })];

  it('counted from the newest practice, clamped at the end of the month', () => {
    const clock = {
      lastPracticeOn: '2026-02-28',
      lastPracticeId: 'a',
      currentThroughOn: '2026-08-31',
    };
    expect(lapseOn('2026-03-01', practice)).toEqual({ lapsed: false, ...clock });
    expect(lapseOn('2026-08-31', practice)).toEqual({ lapsed: false, ...clock });
    expect(lapseOn('2026-09-01', practice)).toEqual({ lapsed: true, ...clock });
  });

  it('where performing, performing in part and teaching are practice, approved and in a patient', () => {
    const lastPractice = (change: Partial<Fact>) =>
      lapseOn('2026-06-30', [fact('a', change)])?.lastPracticeOn;
    expect(lastPractice({ role: 'performed' })).toBe('2026-06-01');
    expect(lastPractice({ role: 'performed-part' })).toBe('2026-06-01');
    expect(lastPractice({ role: 'taught' })).toBe('2026-06-01');
    expect(lastPractice({ role: 'assisted' })).toBeNull();
    expect(lastPractice({ role: 'observed' })).toBeNull();
    expect(lastPractice({ status: 'submitted' })).toBeNull();
    expect(lastPractice({ simulation: true })).toBeNull();
    expect(lastPractice({ itemId: 'esi-caudal' })).toBeNull();
    expect(lastPractice({ performedOn: '2026-07-01' })).toBeNull();
  });

  it('and is lapsed where nothing started the clock', () => {
    expect(lapseOn('2026-06-30', [])).toEqual({
      lapsed: true,
      lastPracticeOn: null,
      lastPracticeId: null,
      currentThroughOn: null,
    });
  });

  it('but a sign-off later than the practice starts the clock', () => {
    const signed = (signedOn: string, change: Partial<HeldSignOff> = {}) => [
      { competencyId: 'x', signedOn, endedOn: null, ...change },
    ];
    const currentThrough = (signOffs: HeldSignOff[]) =>
      lapseOn('2026-09-10', practice, signOffs)?.currentThroughOn;
    expect(lapseOn('2026-09-10', [], signed('2026-04-15'))).toEqual({
      lapsed: false,
      lastPracticeOn: null,
      lastPracticeId: null,
      currentThroughOn: '2026-10-15',
    });
    expect(currentThrough(signed('2026-04-15'))).toBe('2026-10-15');
    expect(currentThrough(signed('2026-02-01'))).toBe('2026-08-31');
    expect(currentThrough(signed('2026-04-15', { competencyId: 'y' }))).toBe('2026-08-31');
    expect(currentThrough(signed('2026-04-15', { endedOn: '2026-09-01' }))).toBe('2026-08-31');
    expect(currentThrough(signed('2026-09-11'))).toBe('2026-08-31');
    expect(currentThrough([...signed('2026-05-15'), ...signed('2026-04-15')])).toBe('2026-11-15');
  });

  it('and what was signed holds until then, for a competency that asks for it too, and not a day longer', () => {
    const first = competency('x', { lapseMonths: 6 });
    const next = competency('y', {
      rules: [{ kind: 'other-competency', competencyId: 'x', standing: 'signed' }],
    });
    const signOffs = [{ competencyId: 'x', signedOn: '2026-01-15', endedOn: null }];
    const isMet = (asOf: string) =>
      assess(requirementSet([first, next]), practice, { asOf, baseSpecialty: null, signOffs }).competencies[1]
        ?.met;
    const standing = (asOf: string) => standingOn('signed', lapseOn(asOf, practice, signOffs) ?? null);
    expect([standing('2026-08-31'), isMet('2026-08-31')]).toEqual(['signed', true]);
    expect([standing('2026-09-01'), isMet('2026-09-01')]).toEqual(['lapsed', false]);
  });

  it('and does not lapse where the set says nothing', () => {
    const set = requirementSet([competency('x')]);
    expect(assess(set, [], { asOf: '2026-06-30', baseSpecialty: null }).competencies[0]?.lapse).toBeNull();
  });
});
