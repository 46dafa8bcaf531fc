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
