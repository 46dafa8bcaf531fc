import type { EventName } from '@countersign/domain/ledger';
import type { Tx } from '../db/context';

/** An event as a follower is given it. */
export interface FollowedEvent {
  /** The same however often it is given, and no other's: `follower:log:seq`. */
  readonly id: string;
  readonly logId: string;
  readonly seq: number;
  /** UTC instant in ms. */
  readonly at: number;
  /** Id of the person who acted. */
  readonly actor: string;
  readonly action: string;
  /** What changed, `kind:id`. */
  readonly object: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Effects in the database: what it writes and how far the follower has come are one transaction, so that each event
 * has its effect exactly once. It is given some events of one log, the oldest first. On SQLite people wait meanwhile.
 */
export interface Inside {
  readonly inside: (tx: Tx, events: readonly FollowedEvent[]) => Promise<void>;
  /** Gathers: once it has caught up it rests for so many ms, and a commit does not wake it. */
  readonly restMs?: number;
}

/**
 * Effects outside of the database, such as a mail: at least once for each event, again with the same `id` after a crash
 * or a failure. The signal ends a try that takes too long, or when the process stops.
 */
export interface Outside {
  readonly outside: (event: FollowedEvent, signal: AbortSignal) => Promise<void>;
}

/** What follows the logs. */
export type Follower = (Inside | Outside) & {
  readonly name: string;
  /** Actions that it is told of, or all. */
  readonly kinds: readonly EventName[] | 'all';
};

const NAME = /^[a-z][a-z\d-]{0,39}$/;

/** Names are kept in rows and ids: lower case, digits, hyphens, at most 40. */
export function assertName(name: string, taken: Iterable<string>): void {
  if (!NAME.test(name)) throw new Error(`"${name}" is no name for a follower or a job.`);
  if ([...taken].includes(name)) throw new Error(`There are two of the name ${name}.`);
}
