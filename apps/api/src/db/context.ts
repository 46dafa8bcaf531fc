import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Actor } from '@countersign/domain/access';
import { problem } from '../platform/problem';
import type { Change } from './event-log';

/** What only the outside of a command can say: what time it is, and what the next new thing is called. */
export interface Moment {
  /** UTC instant in ms. */
  readonly now: number;
  /** A new id: UUIDv7, so that keys rise with time. */
  readonly newId: () => string;
}

/** Who acts where no person does: the installation itself, somebody not known, a timer. Such an actor has no role. */
export function nameless(name: string): Actor {
  return { personId: name, roles: [] };
}

/** A request that reads: who asks, when, and the one state of the database in which everything is looked up. */
export class Reading {
  constructor(
    readonly manager: EntityManager,
    readonly actor: Actor,
    /** The request's one reading of the clock, UTC ms. */
    readonly now: number,
  ) {}
}

type Values<Row> = QueryDeepPartialEntity<Row>;

/**
 * A command that is under way, in its one open transaction. Use cases take it and hand it on, so that they can call one
 * another: what they change and record happens together or not at all.
 */
export class Tx extends Reading {
  /** Changes to be recorded just before the commit, so that the log's head is locked for as short as possible. */
  readonly changes: Change[] = [];

  constructor(
    manager: EntityManager,
    actor: Actor,
    private readonly moment: Moment,
  ) {
    super(manager, actor, moment.now);
  }

  /** Names a new row. */
  newId(): string {
    return this.moment.newId();
  }

  /** Records a change; it is written and hashed in this same transaction, or the change does not happen. */
  record(change: Change): void {
    this.changes.push(change);
  }

  /** Adds rows of one table; none does nothing. */
  async insert<Row extends ObjectLiteral>(
    row: EntityTarget<Row>,
    values: Values<Row> | readonly Values<Row>[],
  ): Promise<void> {
    const list = Array.isArray(values) ? (values as Values<Row>[]) : [values as Values<Row>];
    if (list.length > 0) await this.manager.insert(row, list);
  }

  /**
   * Changes one row if it still has the revision that the caller saw, and raises the revision by one.
   * TypeORM's `save()` does not guard a version column, so the revision is part of the WHERE.
   * @throws ProblemException `entry/stale-version` when another change came first.
   */
  async change<Row extends ObjectLiteral & { revision: number }>(
    row: EntityTarget<Row>,
    where: FindOptionsWhere<Row> & { revision: number },
    set: Values<Row>,
  ): Promise<void> {
    const affected = await this.update(row, where, { ...set, revision: where.revision + 1 });
    if (affected !== 1) throw problem('entry/stale-version');
  }

  /** Changes rows that have no revision, or for which another condition stands in for it. @returns how many */
  async update<Row extends ObjectLiteral>(
    row: EntityTarget<Row>,
    where: FindOptionsWhere<Row> | FindOptionsWhere<Row>[],
    set: Values<Row>,
  ): Promise<number> {
    const { affected } = await this.manager.update(row, where, set);
    return affected ?? 0;
  }

  /**
   * Takes the lock of a row before it is looked at, so that no other command comes between the look and the change: an
   * UPDATE that changes nothing locks on MySQL; SQLite's writes are one after another anyway.
   */
  async hold<Row extends ObjectLiteral>(row: EntityTarget<Row>, key: FindOptionsWhere<Row>): Promise<void> {
    await this.manager.update(row, key, key as Values<Row>);
  }

  /** Removes rows. @returns how many */
  async remove<Row extends ObjectLiteral>(
    row: EntityTarget<Row>,
    where: FindOptionsWhere<Row>,
  ): Promise<number> {
    const { affected } = await this.manager.delete(row, where);
    return affected ?? 0;
  }
}
