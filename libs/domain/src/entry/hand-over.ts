import { refused, type Refused } from '../refusal';
import type { EntryState } from './entry';

/** A waiting entry that director or coordinator hand over, and the person to whom. */
export interface HandOver {
  readonly state: EntryState;
  readonly fellowId: string;
  /** The supervisor for whom it waits now. */
  readonly waitsFor: string | null;
  readonly toId: string;
  /** That person is a supervisor of the program today. */
  readonly supervisesToday: boolean;
}

/**
 * Whether a waiting entry may be handed over to another supervisor. What the fellow wrote stays as it is; who decides
 * changes. Refusals: `entry/not-allowed-now` (detail: state) for what does not wait, `hand-over/not-supervisor` for a person
 * who is none today or whose own entry it is, `hand-over/same` where it waits for that person already.
 */
export function checkHandOver({
  state,
  fellowId,
  waitsFor,
  toId,
  supervisesToday,
}: HandOver): Refused | null {
  if (state !== 'submitted' && state !== 'amended')
    return refused('entry/not-allowed-now', undefined, { state, act: 'hand-over' });
  if (!supervisesToday || toId === fellowId) return refused('hand-over/not-supervisor');
  return toId === waitsFor ? refused('hand-over/same') : null;
}
