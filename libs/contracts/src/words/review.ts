import type { ReturnReason } from '@countersign/domain/entry';

/** Why a supervisor returns an entry. */
export const returnReasonWords: Readonly<Record<ReturnReason, string>> = {
  'wrong-role': 'Role is different',
  'wrong-procedure': 'Other procedure',
  'wrong-details': 'Detail to change',
  'not-my-case': 'I did not supervise it',
  duplicate: 'Logged twice',
  other: 'Something else',
};

/** Why an entry that was in a supervisor's queue needs no decision any more, before its fellow and procedure. */
export const goneWords: Readonly<Record<'withdrawn' | 'void' | 'decided-elsewhere', string>> = {
  withdrawn: 'Withdrawn meanwhile, nothing is left to decide',
  void: 'Made void meanwhile, nothing is left to decide',
  'decided-elsewhere': 'Decided meanwhile, nothing is left to decide',
};

/** Why a supervisor is asked for words about next time after little was left to the fellow. */
export const whyNextTime = 'Help 1 or 2: the fellow needs to know what to do next time.';
