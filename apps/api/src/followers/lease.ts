import { Column, MoreThan, type EntityTarget, type FindOptionsWhere } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { atOrBefore, column, nullable } from '../db/columns';
import type { Tx } from '../db/context';

/**
 * Columns of a row that one worker at a time works for. The lease keeps workers from doing the same work; what makes it
 * safe is the fence. Clocks of nodes may differ: a lease that is taken too early costs work that is taken back, never a
 * second effect in the database.
 */
export abstract class LeasedRow {
  /** Raised by each worker that takes the lease, so that one that has lost it can write nothing more. */
  @Column(column('count')) fence!: number;
  /** Host and process that took the lease last, for people who look; no code compares it. */
  @Column(column(80)) owner!: string;
  /** Until when nobody else takes it, by the clock of the worker that has it. */
  @Column(column('instant')) leaseUntil!: number;
  /** How often in a row the next piece of work has failed. */
  @Column(column('count')) failures!: number;
  /** Not tried again before. */
  @Column(column('instant')) nextAt!: number;
  /** What the last failure said. */
  @Column(column(300, nullable)) error!: string | null;
}

/** Values of the columns of a row that nobody has worked for yet. */
export const unleased = { fence: 0, owner: '', leaseUntil: 0, failures: 0, nextAt: 0, error: null } as const;

/** A row that can be leased: its table and its key. */
export interface Place<Row extends LeasedRow> {
  readonly table: EntityTarget<Row>;
  readonly key: FindOptionsWhere<Row>;
}

/** Somebody else has taken the lease since; what this worker did for it must not be kept. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** Takes the lease if nobody has it, and answers the row as it is then; null when somebody has it. */
export async function takeLease<Row extends LeasedRow>(
  tx: Tx,
  { table, key }: Place<Row>,
  by: { readonly owner: string; readonly now: number; readonly until: number },
): Promise<Row | null> {
  const free = { ...key, leaseUntil: atOrBefore(by.now) } as FindOptionsWhere<Row>;
  const set = { fence: () => 'fence + 1', owner: by.owner, leaseUntil: by.until };
  const taken = await tx.update(table, free, set as unknown as QueryDeepPartialEntity<Row>);
  return taken === 1 ? tx.manager.findOneByOrFail(table, key) : null;
}

/**
 * Changes a leased row; whatever else the transaction wrote stands only if this succeeds.
 * @throws LeaseLost when the fence was raised, or the row is gone
 */
export async function underFence<Row extends LeasedRow>(
  tx: Tx,
  { table, key }: Place<Row>,
  fence: number,
  set: Partial<Row>,
): Promise<void> {
  const mine = { ...key, fence } as FindOptionsWhere<Row>;
  const changed = await tx.update(table, mine, set as unknown as QueryDeepPartialEntity<Row>);
  if (changed !== 1) throw new LeaseLost('Another worker has taken over.');
}

/**
 * Frees what a process had when it was killed, where no other process can be at work, so that its leases need not be
 * waited for.
 */
export async function freeAll<Row extends LeasedRow>(tx: Tx, table: EntityTarget<Row>): Promise<void> {
  const taken = { leaseUntil: MoreThan(new Date(0)) } as unknown as FindOptionsWhere<Row>;
  await tx.update(table, taken, { leaseUntil: 0 } as unknown as QueryDeepPartialEntity<Row>);
}

/** Longest text of an error that a row keeps. */
const ERROR_LENGTH = 300;

/** What an error says, in one line that a row has room for. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replaceAll(/\s+/g, ' ').slice(0, ERROR_LENGTH);
}
