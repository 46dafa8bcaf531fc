import type { Help, NextTime } from '@countersign/domain/entry';

/** One step of a five-step scale: a short word under the number, the full wording below the scale. */
export interface ScaleStep<Value extends number = 1 | 2 | 3 | 4 | 5> {
  readonly value: Value;
  readonly word: string;
  readonly full: string;
}

/** The steps that sound the same in both voices. */
const sharedSteps: readonly ScaleStep<Help>[] = [
  { value: 2, word: 'Talked through', full: 'talked through every step' },
  { value: 3, word: 'Prompted', full: 'prompted now and then' },
  { value: 4, word: 'Stood by', full: 'stood by, just in case' },
  { value: 5, word: 'Not needed', full: 'not needed' },
];

/** How much help the supervisor gave, in the supervisor's own voice. */
export const helpGiven: readonly ScaleStep<Help>[] = [
  { value: 1, word: 'I did it', full: 'I did it' },
  ...sharedSteps,
];

/** The same scale in the fellow's voice, for the self-rating and for reading a rating. */
export const helpReceived: readonly ScaleStep<Help>[] = [
  { value: 1, word: 'Supervisor did it', full: 'supervisor did it' },
  ...sharedSteps,
];

/** What the fellow may do next time, apart from the help given today. */
export const nextTimeSteps: readonly ScaleStep<NextTime>[] = [
  { value: 1, word: 'Watch', full: 'watch' },
  { value: 2, word: 'Direct', full: 'with direct supervision' },
  { value: 3, word: 'Nearby', full: 'supervisor immediately available' },
  { value: 4, word: 'On call', full: 'supervisor on call' },
  { value: 5, word: 'Alone', full: 'alone, may teach' },
];
