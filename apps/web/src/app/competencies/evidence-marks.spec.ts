import type { EvidenceLineView, RuleEvidenceView } from '@countersign/contracts/competencies/views';
import { entryLine } from '../testing/program';
import { evidenceRows } from './evidence-marks';
import { evidence } from './testing';

const line = (id: string, performedOn: string, part: Partial<EvidenceLineView> = {}): EvidenceLineView => ({
  ...{ entry: entryLine({ id, performedOn }), counts: 1, reasons: [] },
  ...part,
});
const rule = (index: number, part: Partial<RuleEvidenceView>): RuleEvidenceView => {
  const [base] = evidence.rules;
  if (!base) throw new Error('there is a rule');
  return { ...base, index, counted: [], waitingEntries: [], notCounted: [], ...part };
};

it('An entry is in the list once, with a mark of each rule, the newest first', () => {
  const rows = evidenceRows([
    rule(0, { counted: [line('a', '2026-10-01'), line('b', '2026-11-01')] }),
    rule(1, {
      waitingEntries: [line('a', '2026-10-01')],
      notCounted: [line('c', '2026-09-01', { reasons: ['role'], counts: 0 })],
    }),
  ]);
  expect(rows.map(({ entry, state, marks }) => [entry.id, state, marks.map((mark) => mark.state)])).toEqual([
    ['b', 'counts', ['counts']],
    ['a', 'counts', ['counts', 'waits']],
    ['c', 'not', ['not']],
  ]);
});

it('Two procedures of an entry are one mark: what counts adds up, and why the other does not is left out', () => {
  const [row] = evidenceRows([
    rule(0, {
      counted: [line('a', '2026-10-01', { counts: 2 }), line('a', '2026-10-01')],
      notCounted: [line('a', '2026-10-01', { counts: 0, reasons: ['same-session'] })],
    }),
  ]);
  expect(row?.marks).toEqual([{ rule: 0, state: 'counts', counts: 3, reasons: [] }]);
});

it('The case by which a rule about ratings fails comes first, as long as the rule is not met', () => {
  const ratings = (met: boolean) =>
    evidenceRows([
      rule(0, {
        met,
        rule: { kind: 'rating-last-n', n: 5, minHelp: 4, filter: {} },
        counted: [line('new', '2026-11-01')],
        notCounted: [line('failed', '2026-10-01', { counts: 0, reasons: ['help-below'] })],
      }),
    ]).map(({ entry }) => entry.id);
  expect(ratings(false)).toEqual(['failed', 'new']);
  expect(ratings(true)).toEqual(['new', 'failed']);
});
