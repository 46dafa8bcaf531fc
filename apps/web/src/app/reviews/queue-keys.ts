/** What the keys of the queue do; `Esc` leaves a text, so that they are keys again. */
export const keys: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['j', 'k'], does: 'next, previous' },
  { keys: ['1', '5'], does: 'help given, 1 to 5' },
  { keys: ['a'], does: 'approve' },
  { keys: ['c'], does: 'correct role or supervision' },
  { keys: ['r'], does: 'return, with a reason' },
  { keys: ['u'], does: 'undo, for 10 seconds' },
  { keys: ['Esc'], does: 'out of a text' },
];
