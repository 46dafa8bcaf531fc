import type { WillCount } from '@countersign/domain/competency';
import { againstInWords, openInWords } from './will-count';

type Against = WillCount['against'][number];
const fact = { role: 'observed', supervision: 'oversight', outcome: 'aborted' } as Against['fact'];
const against = (...reasons: Against['reason'][]) =>
  againstInWords(reasons.map((reason) => ({ reason, fact })));

it('says why an entry will not count with what was said', () => {
  expect(against('role')).toBe('observed');
  expect(against('role', 'outcome', 'role')).toBe('observed; aborted');
  expect(against('supervision')).toBe('later supervision');
  expect(against('pain-category', 'simulation')).toBe('another pain category; simulation is counted apart');
});

it('says on what it depends', () => {
  expect(openInWords(['role'])).toBe('your part');
  expect(openInWords(['pain-category', 'technique'])).toBe('the kind of pain or the technique');
});
