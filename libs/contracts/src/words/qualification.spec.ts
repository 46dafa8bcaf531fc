import { qualificationKinds, qualificationStates } from '@countersign/domain/qualification';
import {
  boardSpecialtyWords,
  qualificationDays,
  qualificationKindWords,
  qualificationName,
  qualificationStateInWords,
  qualificationStateWords,
  qualificationWarning,
} from './qualification';

it('has a word for each kind, specialty and state', () => {
  for (const kind of qualificationKinds) expect(qualificationKindWords[kind]).not.toBe('');
  for (const state of qualificationStates) expect(qualificationStateWords[state]).not.toBe('');
  expect(Object.values(boardSpecialtyWords)).toEqual(['Base specialty', 'Pain medicine']);
});

it.each([
  [{ kind: 'medical-license' }, 'Medical license'],
  [{ kind: 'life-support', title: 'ACLS' }, 'Life-support certificate, ACLS'],
  [{ kind: 'board-certification', specialty: 'pain-medicine' }, 'Board certification, pain medicine'],
  [
    { kind: 'board-eligibility', specialty: 'base-specialty', title: 'Neurology' },
    'Board eligibility, base specialty (Neurology)',
  ],
  [{ kind: 'other', title: 'Fluoroscopy safety' }, 'Fluoroscopy safety'],
] as const)('calls %j %s', (of, name) => {
  expect(qualificationName(of)).toBe(name);
});

it.each([
  [{ state: 'expired', days: 1 }, 'expired 1 day ago'],
  [{ state: 'expiring', days: 0 }, 'expires today'],
  [{ state: 'expiring', days: 12 }, 'expires in 12 days'],
  [{ state: 'pending' }, 'applied for'],
] as const)('says of %j: %s', (of, words) => {
  expect(qualificationStateInWords(of)).toBe(words);
});

it.each([
  [{}, 'does not expire'],
  [{ fromOn: '2025-07-01' }, 'from Jul 1, 2025, does not expire'],
  [{ expiresOn: '2027-06-30' }, 'through Jun 30, 2027'],
  [{ fromOn: '2025-07-01', expiresOn: '2027-06-30' }, 'from Jul 1, 2025 through Jun 30, 2027'],
])('says from when to when it holds: %j', (days, words) => {
  expect(qualificationDays({ standing: 'granted', ...days })).toBe(words);
  expect(qualificationDays({ standing: 'applied' })).toBe('');
});

it.each([
  [0, 0, null],
  [1, 0, '1 qualification has expired'],
  [0, 2, '2 qualifications expire within 90 days'],
  [2, 1, '2 qualifications have expired, 1 expires within 90 days'],
])('warns of %i expired and %i expiring: %s', (expired, expiring, words) => {
  expect(qualificationWarning({ expired, expiring })).toBe(words);
});
