import type { NoteFault } from './signed-note';

/** One thing that is wrong with a log; hashes are lower-case hex. */
export type LogFinding =
  | SeqGap
  | EventDiffers
  | TreeDiffers
  | OutOfEpoch
  | BodyMissing
  | {
      readonly code: CheckpointFault;
      readonly checkpoint: CheckpointPlace;
    };

/** The events are not numbered 1, 2, 3 …: an event is missing, twice there, or out of place. */
export interface SeqGap {
  readonly code: 'ledger/seq-gap';
  /** The number that should come here. */
  readonly seq: number;
  /** The number that came; null where the log ends although its head goes on. */
  readonly found: number | null;
}

/**
 * `ledger/leaf-differs`: the content of an event is not what was hashed. `ledger/chain-breaks`: an event does not follow
 * the one before it, or the head of the log is not its last event.
 */
export interface EventDiffers {
  readonly code: 'ledger/leaf-differs' | 'ledger/chain-breaks';
  readonly seq: number;
  /** What the log says. */
  readonly stored: string;
  /** What follows from its content; null if that cannot be read as an event. */
  readonly recomputed: string | null;
}

/** An event of a version that its place does not allow: of the first after `epoch.began`, of the second before it. */
export interface OutOfEpoch {
  readonly code: 'ledger/out-of-epoch';
  readonly seq: number;
  /** The version that the event says it has. */
  readonly version: 1 | 2;
}

/** An event has no body, and no later redaction says so. */
export interface BodyMissing {
  readonly code: 'ledger/body-missing';
  readonly seq: number;
}

/**
 * The log is not the one that a checkpoint was signed for: `ledger/root-differs` for a checkpoint or a head kept in the system,
 * `ledger/not-consistent` for an older one that was held outside.
 */
export interface TreeDiffers {
  readonly code: 'ledger/root-differs' | 'ledger/not-consistent';
  /** Number of events that the checkpoint covers. */
  readonly size: number;
  /** The root that the checkpoint or the kept head states. */
  readonly signed: string;
  /** The root of the log at that size; null if the log has fewer events. */
  readonly recomputed: string | null;
}

/** Why a checkpoint proves nothing about this log: it is not to be believed, or it is about another log. */
export type CheckpointFault = NoteFault | 'ledger/other-log';

/** Which of the given checkpoints is meant; `index` from 0. */
export interface CheckpointPlace {
  readonly list: 'kept' | 'held-outside';
  readonly index: number;
}
