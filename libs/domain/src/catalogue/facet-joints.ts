/**
 * The nerves that supply each facet joint, from the top down: C2-3 by the third occipital nerve (TON) alone; C3-4 to
 * C6-7 by the medial branches of the same two numbers; C7-T1 by C7 and C8; T1-2 by C8 and T1; from T2-3 down by the two
 * nerves numbered one above each vertebra; L5-S1 by L4 and the dorsal ramus of L5.
 * Gaps between regions make arithmetic on the numbers wrong, hence a table. Source: the catalogue's notes on the items.
 */
export const facetJoints: ReadonlyMap<string, readonly string[]> = new Map([
  ['C2-3', ['TON']],
  ['C3-4', ['C3', 'C4']],
  ['C4-5', ['C4', 'C5']],
  ['C5-6', ['C5', 'C6']],
  ['C6-7', ['C6', 'C7']],
  ['C7-T1', ['C7', 'C8']],
  ['T1-2', ['C8', 'T1']],
  ['T2-3', ['T1', 'T2']],
  ['T3-4', ['T2', 'T3']],
  ['T4-5', ['T3', 'T4']],
  ['T5-6', ['T4', 'T5']],
  ['T6-7', ['T5', 'T6']],
  ['T7-8', ['T6', 'T7']],
  ['T8-9', ['T7', 'T8']],
  ['T9-10', ['T8', 'T9']],
  ['T10-11', ['T9', 'T10']],
  ['T11-12', ['T10', 'T11']],
  ['T12-L1', ['T11', 'T12']],
  ['L1-2', ['T12', 'L1']],
  ['L2-3', ['L1', 'L2']],
  ['L3-4', ['L2', 'L3']],
  ['L4-5', ['L3', 'L4']],
  ['L5-S1', ['L4', 'L5 DR']],
]);
