import type { DocumentChange, SignedRule } from '@countersign/domain/signing';
import {
  digestInWords,
  documentChangeInWords,
  placeInWords,
  rulesFinding,
  signedInWords,
  signedSentence,
  turnInWords,
} from './sign-off';
import { instantSigned } from './time';

const about = {
  fellow: { id: 'f', name: 'A. Okafor' },
  competency: { id: 'tfesi', title: 'Lumbar transforaminal epidural', highRisk: false },
  supervision: 'indirect-immediate',
} as const;

it.each([
  [0, 'supervisor immediately available.'],
  [1, 'supervisor immediately available, with one rule waived.'],
  [2, 'supervisor immediately available, with two rules waived.'],
])('says what is signed in one sentence, of which a waiver of %d rules is a part', (waived, end) => {
  const waiver =
    waived === 0
      ? null
      : { textId: 't' as never, by: { id: 'd', name: 'D' }, at: 1, unmet: [0, 1].slice(0, waived) };
  expect(signedSentence({ ...about, waiver })).toBe(
    `A. Okafor may perform lumbar transforaminal epidural with indirect supervision, ${end}`,
  );
});

it('keeps a short form as it is', () => {
  const competency = { ...about.competency, title: 'DRG stimulation' };
  expect(signedSentence({ ...about, competency, waiver: null })).toContain('may perform DRG stimulation');
});

it.each([
  [['met', 'met', 'met', 'met'], 'All four rules are met'],
  [['met'], 'The rule is met'],
  [['met', 'met'], 'Both rules are met'],
  [['met', 'waived', 'met', 'met'], 'Three rules are met, one is waived'],
  [['met', 'waived', 'waived'], 'One rule is met, two are waived'],
  [['met', 'not'], 'One rule is met, one not yet'],
])('says what the rules come to: %#', (rules, finding) => {
  const as = rules.map((rule) => ({ met: rule === 'met', waived: rule === 'waived' }));
  expect(rulesFinding(as)).toBe(finding);
});

it('names the places in the order of signing', () => {
  const risky = ['supervisor', 'supervisor', 'director'] as const;
  expect(risky.map((_, at) => placeInWords(risky, at))).toEqual([
    ...['first supervisor', 'second supervisor', 'director'],
  ]);
  expect(placeInWords(['supervisor', 'director'], 0)).toBe('supervisor');
  expect(turnInWords(1, 3)).toBe('second of three signatures');
});

it.each<[DocumentChange, string]>([
  [
    { kind: 'rule', index: 0, before: 20, after: 19, need: 20 },
    '“At least 20 sessions” went from 20 to 19 of 20.',
  ],
  [
    { kind: 'evidence', index: 0, entryIds: ['a', 'b'] },
    '“At least 20 sessions” counts other evidence: 2 entries are not as shown.',
  ],
  [{ kind: 'signatures' }, 'Somebody signed meanwhile.'],
])('says what changed in the document: %#', (change, sentence) => {
  const rule = { rule: { kind: 'count', per: 'session', need: 20, filter: {} } } as unknown as SignedRule;
  expect(documentChangeInWords(change, { rules: [rule] }, undefined)).toBe(sentence);
});

it('says who signed, and that it holds no more', () => {
  const signatures = [{ printedName: 'Dr. A' }, { printedName: 'Dr. B', at: 5 }] as never;
  const held = { signatures, demonstration: false } as const;
  const dayOf = () => '2027-01-11';
  expect(signedInWords({ ...held, state: 'signed' }, dayOf)).toBe('signed by Dr. A and Dr. B, Jan 11, 2027');
  expect(signedInWords({ ...held, state: 'lapsed', demonstration: true }, dayOf)).toBe(
    'lapsed, was signed by Dr. A and Dr. B, Jan 11, 2027, demonstration',
  );
});

it('writes the time of a signature to the second, at the program and at UTC', () => {
  const at = Date.UTC(2027, 0, 8, 15, 42, 7);
  expect(instantSigned(at, 'America/New_York').replace(/\s/g, ' ')).toBe(
    'Fri, Jan 8, 2027, 10:42:07 AM EST · 15:42:07 UTC',
  );
  const late = Date.UTC(2027, 0, 9, 2, 0, 0);
  expect(instantSigned(late, 'America/New_York').replace(/\s/g, ' ')).toMatch(
    /^Fri, Jan 8, 2027, 9:00:00 PM EST · Jan 9, 02:00:00 UTC$/,
  );
});

it('prints a digest in groups of four', () => {
  expect(digestInWords('3f9c27ab61e0d418', 2)).toBe('3f9c 27ab');
});
