import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Actor } from '@countersign/domain/access';
import { dataOf, eventKinds, type EventName, type PayloadOf } from '@countersign/domain/ledger';
import type { Declared, Proof, Writer } from '../platform/privacy';
import { problem } from '../platform/problem';
import type { NewEvent } from './event-log';
import { ownedTables } from './owned-tables';
import type { LoggedTable } from './logged';
import {
  changeOf,
  insertOf,
  INSTALLATION,
  keyIn,
  needsReading,
  removeOf,
  tableOf,
  type NotedChange,
} from './row-changes';

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

/** What an event is about: its id, the program where it is one's, and who did it where that is not the actor. */
export type ObjectOf<Name extends EventName> = {
  readonly id: string;
  readonly by?: string;
} & ((typeof eventKinds)[Name]['log'] extends 'program' ? { readonly programId: string } : unknown);

type Values<Row> = QueryDeepPartialEntity<Row>;
type RowKey = FindOptionsWhere<ObjectLiteral>;

/**
 * A command that is under way, in its one open transaction. Use cases take it and hand it on, so that they can call one
 * another: what they change and record happens together or not at all.
 */
export class Tx extends Reading {
  /** Events to be written just before the commit, so that the log's head is locked for as short as possible. */
  readonly events: { readonly log: string; readonly event: NewEvent }[] = [];
  /** Texts that the writer said are about no patient. */
  readonly declared: Declared;
  /** How the actor proved a moment ago who they are; undefined where the command does not sign. */
  readonly proof: Proof | undefined;
  /** Changes of rows that no event holds yet. */
  private unrecorded: NotedChange[] = [];

  constructor(
    manager: EntityManager,
    actor: Writer,
    private readonly moment: Moment,
  ) {
    super(manager, actor, moment.now);
    this.declared = actor.declared ?? new Map();
    this.proof = actor.proof;
  }

  /** Names a new row. */
  newId(): string {
    return this.moment.newId();
  }

  /**
   * Records an act, after the changes of rows that belong to it: those of the same log since the last event become part
   * of it. It is written and hashed in this same transaction, or nothing happens.
   */
  record<Name extends EventName>(name: Name, object: ObjectOf<Name>, payload: PayloadOf<Name>): void {
    const { log: owner, noun } = eventKinds[name];
    const { id, by, programId } = object as { id: string; by?: string; programId?: string };
    const log = owner === 'program' && programId !== undefined ? programId : INSTALLATION;
    const own = this.unrecorded.filter((noted) => noted.log === log);
    this.unrecorded = this.unrecorded.filter((noted) => noted.log !== log);
    this.events.push({
      log,
      event: {
        ...{ action: name, object: `${noun}:${id}`, data: dataOf(payload) },
        rows: own.map(({ change }) => change),
        ...(by === undefined ? {} : { by }),
      },
    });
  }

  /** Fails where a row changed and no event tells of it: the log would no longer say what is in the tables. */
  assertRecorded(): void {
    const [first] = this.unrecorded;
    if (first) throw new Error(`no event was recorded for ${JSON.stringify(first.change.slice(0, 3))}`);
  }

  /** Adds rows of one table; none does nothing. */
  async insert<Row extends ObjectLiteral>(
    row: EntityTarget<Row>,
    values: Values<Row> | readonly Values<Row>[],
  ): Promise<void> {
    const list = Array.isArray(values) ? (values as Values<Row>[]) : [values as Values<Row>];
    if (list.length === 0) return;
    await this.manager.insert(row, list);
    const table = tableOf(this.manager, row);
    if (table) for (const one of list) this.unrecorded.push(insertOf(table, one));
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

  /**
   * Changes one row that has no revision, or for which another condition stands in for it. Every alternative of the
   * condition names the row by its whole key, so that the log can.
   * @returns how many, 0 or 1
   */
  async update<Row extends ObjectLiteral>(
    row: EntityTarget<Row>,
    where: FindOptionsWhere<Row> | FindOptionsWhere<Row>[],
    set: Values<Row>,
  ): Promise<number> {
    const { affected } = await this.manager.update(row, where, set);
    const table = tableOf(this.manager, row);
    if (table && affected) {
      const key = wholeKey(table, where);
      const now = needsReading(table, set) ? await this.manager.findOneByOrFail(row, key) : set;
      this.note(table, { ...now, ...key }, set);
    }
    return affected ?? 0;
  }

  /**
   * Takes the lock of a row before it is looked at, so that no other command comes between the look and the change: an
   * UPDATE that changes nothing locks on MySQL; SQLite's writes are one after another anyway.
   */
  async hold<Row extends ObjectLiteral>(row: EntityTarget<Row>, key: FindOptionsWhere<Row>): Promise<void> {
    await this.manager.update(row, key, key as Values<Row>);
  }

  /** Removes one row, named by its whole key; where the table is not logged, any number. @returns how many */
  async remove<Row extends ObjectLiteral>(
    row: EntityTarget<Row>,
    where: FindOptionsWhere<Row>,
  ): Promise<number> {
    const { affected } = await this.manager.delete(row, where);
    const table = tableOf(this.manager, row);
    if (table && affected) this.unrecorded.push(removeOf(table, wholeKey(table, where)));
    return affected ?? 0;
  }

  /** Notes that a row went which is not here to be removed: a backup left it out. */
  noteGone<Row extends ObjectLiteral>(row: EntityTarget<Row>, key: FindOptionsWhere<Row>): void {
    const table = tableOf(this.manager, row);
    if (table) this.unrecorded.push(removeOf(table, wholeKey(table, key)));
  }

  /** Notes that the columns of `set` have the values of `row` now. */
  private note(table: LoggedTable, row: Readonly<Record<string, unknown>>, set: object): void {
    const columns = Object.fromEntries(Object.keys(set).map((property) => [property, row[property]]));
    const noted = changeOf(table, row, columns);
    if (noted) this.unrecorded.push(noted);
  }

  /** Removes all that belongs to a program, with its log: nothing is left that an event could be part of. */
  async removeLog(programId: string): Promise<void> {
    for (const table of ownedTables(this.manager, 'programId'))
      await this.manager.delete(table, { programId });
    for (const table of ownedTables(this.manager, 'logId'))
      await this.manager.delete(table, { logId: programId });
    await this.manager.delete('program', { id: programId });
  }
}

function wholeKey(table: LoggedTable, where: object | object[]): RowKey {
  const [one] = Array.isArray(where) ? where : [where];
  const key = keyIn(table, (one ?? {}) as Record<string, unknown>);
  if (!key)
    throw new Error(`a row of ${table.name} is changed by its whole key, so that the log can name it`);
  return key;
}
