import { assess } from './assess';
import type { AssessmentContext, RuleOutcome } from './assessment';
import { exampleRequirementSet } from './example-requirements';
import type { Competency, Rule } from './requirement-set';
import { competency, fact, lumbar, oneSession, requirementSet } from './testdata/build';

const asOf = '2026-12-31';

/** The only rule of competency `x`, which is assessed last. */
function opened(rule: Rule, context: Partial<AssessmentContext> = {}, others: readonly Competency[] = []) {
  const set = requirementSet([...others, competency('x', { rules: [rule] })]);
  return assess(set, [fact('a')], { asOf, baseSpecialty: null, ...context }).competencies.at(-1)?.rules[0];
}

function open(outcomes: readonly RuleOutcome[]) {
  return outcomes.map(({ counted, notCounted }) => ({ counted, notCounted }));
}

describe('every number of an assessment opens', () => {
  const rules: readonly Rule[] = [
    { kind: 'count', filter: { ...lumbar, roles: ['performed'] }, per: 'session', need: 1 },
    { kind: 'distinct', filter: { ...lumbar, roles: ['performed'] }, of: 'site', need: 2 },
    { kind: 'rating-last-n', filter: lumbar, n: 1, minHelp: 4 },
    { kind: 'recency', filter: lumbar, windowMonths: 7, need: 1 },
  ];
  const facts = [
    fact('new'),
    fact('old', { performedOn: '2026-05-01', help: 5 }),
    fact('seen', { role: 'observed', help: null }),
    fact('sent', { status: 'submitted', help: null }),
    fact('other', { itemId: 'tpi' }),
  ];
  const set = requirementSet([competency('x', { rules }), competency('y', { rules: [oneSession] })]);
  const assessment = assess(set, facts, { asOf, baseSpecialty: null });
  const [first] = assessment.competencies;

  it('to the counted facts, and the others each with every reason', () => {
    const byRole = [
      { id: 'other', reasons: ['other-procedure'] },
      { id: 'seen', reasons: ['role'] },
      { id: 'sent', reasons: ['not-approved'] },
    ];
    expect(open(first?.rules ?? [])).toEqual([
      { counted: ['old', 'new'], notCounted: byRole },
      { counted: ['old', 'new'], notCounted: byRole },
      {
        counted: ['new'],
        notCounted: [
          { id: 'old', reasons: ['not-in-last-n'] },
          { id: 'other', reasons: ['other-procedure'] },
          { id: 'seen', reasons: ['not-rated'] },
          { id: 'sent', reasons: ['not-approved'] },
        ],
      },
      {
        counted: ['new', 'seen'],
        notCounted: [
          { id: 'old', reasons: ['outside-window'] },
          { id: 'other', reasons: ['other-procedure'] },
          { id: 'sent', reasons: ['not-approved'] },
        ],
      },
    ]);
  });

  it('to the version of the rule, its place and the date', () => {
    const bases = assessment.competencies.flatMap((each) => each.rules.map(({ basis }) => basis));
    const head = { requirementSetId: 'set', version: 3, asOf };
    expect(bases).toEqual([
      ...[0, 1, 2, 3].map((ruleIndex) => ({ ...head, competencyId: 'x', ruleIndex })),
      { ...head, competencyId: 'y', ruleIndex: 0 },
    ]);
  });

  it('to the same lists whenever it is opened, whatever order the facts came in', () => {
    const again = assess(set, facts.toReversed(), { asOf, baseSpecialty: null });
    expect(again).toEqual(assessment);
    const [outcome] = again.competencies.flatMap((each) => each.rules);
    expect(outcome?.notCounted).toBe(outcome?.notCounted);
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });

  it('to the practice that a lapse is counted from', () => {
    const { lapse } = assess(requirementSet([competency('x', { lapseMonths: 6 })]), facts, {
      asOf,
      baseSpecialty: null,
    }).competencies[0]!;
    expect(lapse).toMatchObject({ lastPracticeOn: '2026-06-01', lastPracticeId: 'new' });
  });

  it('only when it is asked for', () => {
    const watched = facts.map((each) => ({ ...each }));
    const late = assess(requirementSet([competency('x', { rules: [oneSession] })]), watched, {
      asOf,
      baseSpecialty: null,
    });
    // Breaks the promise that facts stay as they are, to see when they are looked at.
    watched.find(({ id }) => id === 'seen')!.itemId = 'tpi';
    expect(late.competencies[0]?.rules[0]?.notCounted).toContainEqual({
      id: 'seen',
      reasons: ['other-procedure'],
    });
  });

  it('for the shipped example too: what counts and what does not is every fact', () => {
    const { competencies } = assess(exampleRequirementSet, facts, { asOf, baseSpecialty: null });
    for (const outcome of competencies.flatMap((each) => each.rules)) {
      if (outcome.grounds !== undefined) continue;
      const ids = [...outcome.counted, ...outcome.notCounted.map(({ id }) => id)].sort();
      expect(ids).toEqual(facts.map(({ id }) => id).sort());
    }
  });
});

describe('a certificate opens to those that are held', () => {
  const rule: Rule = { kind: 'certificate', certificateId: 'fluoroscopy', title: 'Fluoroscopy safety' };
  const held = (issuedOn: string, expiresOn: string | null, certificateId = 'fluoroscopy') => ({
    ...{ certificateId, issuedOn, expiresOn },
  });

  it('each with why it does not hold, oldest first, in whatever order they come', () => {
    const certificates = [
      held('2027-01-01', null),
      held('2026-01-01', null),
      held('2026-01-01', '2026-12-31'),
      held('2025-01-01', '2026-12-30'),
      held('2026-01-01', null, 'life-support'),
    ];
    const grounds = [
      { kind: 'certificate', certificate: certificates[3], against: 'ended' },
      { kind: 'certificate', certificate: certificates[2], against: null },
      { kind: 'certificate', certificate: certificates[1], against: null },
      { kind: 'certificate', certificate: certificates[0], against: 'not-yet' },
    ];
    for (const order of [certificates, certificates.toReversed()])
      expect(opened(rule, { certificates: order })).toMatchObject({ value: 1, met: true, grounds });
  });

  it('and to none where none is held', () => {
    expect(opened(rule)).toMatchObject({ value: 0, need: 1, met: false, counted: [], grounds: [] });
  });
});

describe('a competency that comes first opens to its sign-offs and its rules', () => {
  const rule = (standing: 'met' | 'signed'): Rule => ({
    kind: 'other-competency',
    competencyId: 'first',
    standing,
  });
  const first = competency('first');
  const signed = (signedOn: string, endedOn: string | null, competencyId = 'first') => ({
    ...{ competencyId, signedOn, endedOn },
  });
  const signOffs = [
    signed('2027-01-01', null),
    signed('2026-06-01', '2026-12-31'),
    signed('2026-06-01', null),
    signed('2026-06-01', null, 'x'),
  ];
  const ofSignOffs = [
    { kind: 'sign-off', signOff: signOffs[1], against: 'ended' },
    { kind: 'sign-off', signOff: signOffs[2], against: null },
    { kind: 'sign-off', signOff: signOffs[0], against: 'not-yet' },
  ];

  it('where its rules suffice', () => {
    for (const order of [signOffs, signOffs.toReversed()])
      expect(opened(rule('met'), { signOffs: order }, [first])?.grounds).toEqual([
        ...ofSignOffs,
        { kind: 'rules', competencyId: 'first', against: null },
      ]);
  });

  it('and to its sign-offs alone where it must be signed', () => {
    expect(opened(rule('signed'), { signOffs }, [first])).toMatchObject({ met: true, grounds: ofSignOffs });
    expect(opened(rule('signed'), {}, [first])).toMatchObject({ value: 0, met: false, grounds: [] });
  });
});
