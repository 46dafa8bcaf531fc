import type { Tx } from '../db/context';

/** A run of a job: its slot, and an id that is the same however often the slot is tried. */
export interface Slot {
  /** `job:slot` */
  readonly id: string;
  /** When it was due, as ISO 8601 in UTC. */
  readonly slot: string;
}

/**
 * What a job does. `inside`: in one transaction of the database, exactly once for a slot; on SQLite people wait
 * meanwhile, so that it should do a little often. `outside`: at least once for a slot, and no other node runs it while it
 * goes on; the signal tells that the process stops, or that another node has taken over.
 */
export type Job =
  | { readonly inside: (tx: Tx, slot: Slot) => Promise<void> }
  | { readonly outside: (slot: Slot, signal: AbortSignal) => Promise<void> };
