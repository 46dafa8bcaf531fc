/** Why a supervisor sends an entry back, and in which words. */
export const returns = [
  ['wrong-role', 'I held the needle for the second half; please log your part.'],
  ['wrong-details', 'The level is not the one we treated, please check.'],
  ['wrong-role', 'You assisted here, I did the critical part.'],
  ['wrong-details', 'Contrast spread was not as written; please correct the guidance.'],
] as const;

/** What a supervisor would keep. */
export const praise = [
  'Calm explanation to the patient.',
  'Checked every view before advancing.',
  'Good needle control.',
  'Clear time-out and roles.',
] as const;

/** What a supervisor would do otherwise next time. */
export const advice = [
  'Take the lateral view earlier.',
  'Plan the entry point with the foramen open before you start.',
  'Talk through the next step aloud.',
  'Stay coaxial; small corrections.',
] as const;
