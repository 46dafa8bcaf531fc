import { Between, In, type EntityManager } from 'typeorm';
import type { Tx } from '../db/context';
import { EventRow, LogHeadRow } from '../db/event.row';
import type { FollowedEvent, Follower } from './follower';
import { FollowerCursorRow } from './follower.row';
import { unleased, type Place } from './lease';

/** Events of no interest after which a cursor is moved all the same, so that the next look need not pass them again. */
const MOST_PASSED = 500;
/** The log of what no program owns; it is there before any other. */
const INSTALLATION = 'installation';

/** A log in which a follower has something to do. */
export interface DueLog {
  readonly logId: string;
  /** The newest event of the log. */
  readonly head: number;
  /** Whether the follower has a cursor in it. */
  readonly isKnown: boolean;
  /** Whether nobody has the lease. */
  readonly isFree: boolean;
}

/** The row of a follower in a log. */
export function cursorOf(name: string, logId: string): Place<FollowerCursorRow> {
  return { table: FollowerCursorRow, key: { name, logId } };
}

/** Logs that have events for this follower and in which it need not wait, in a fixed order; one statement. */
export async function dueLogs(
  manager: EntityManager,
  { name, kinds }: Pick<Follower, 'name' | 'kinds'>,
  now: number,
): Promise<readonly DueLog[]> {
  const query = manager
    .createQueryBuilder(LogHeadRow, 'head')
    .leftJoin(FollowerCursorRow, 'own', 'own.logId = head.logId AND own.name = :name')
    .select('head.logId', 'logId')
    .addSelect('head.seq', 'head')
    .addSelect('CASE WHEN own.name IS NULL THEN 0 ELSE 1 END', 'known')
    .addSelect('CASE WHEN own.leaseUntil > :now THEN 0 ELSE 1 END', 'free');
  const wanted = query
    .subQuery()
    .select('1')
    .from(EventRow, 'event')
    .where('event.logId = head.logId AND event.seq > own.seq');
  if (kinds !== 'all') wanted.andWhere('event.action IN (:...kinds)');
  const rows = await query
    .where('own.name IS NULL')
    .orWhere(
      `own.nextAt <= :now AND head.seq > own.seq AND (head.seq >= own.seq + :most OR EXISTS ${wanted.getQuery()})`,
    )
    .orderBy('head.logId')
    .setParameters({ name, now: new Date(now), most: MOST_PASSED, kinds })
    .getRawMany<{ logId: string; head: number | string; known: number | string; free: number | string }>();
  return rows.map(({ logId, head, known, free }) => ({
    logId,
    head: Number(head),
    isKnown: Number(known) === 1,
    isFree: Number(free) === 1,
  }));
}

/**
 * Gives a follower a cursor in every log where it has none. What happens inside the database is told from the beginning;
 * effects outside begin with what happens after the follower came to this installation: nobody wants mail about last year.
 */
export async function enrol(tx: Tx, follower: Follower): Promise<void> {
  const { manager } = tx;
  const { name } = follower;
  const cursors = await manager.findBy(FollowerCursorRow, { name });
  const heads = await manager.find(LogHeadRow);
  const known = new Set(cursors.map(({ logId }) => logId));
  const isNew = cursors.length === 0;
  const ends = new Map([[INSTALLATION, 0], ...heads.map(({ logId, seq }) => [logId, seq] as const)]);
  const missing = [...ends].filter(([logId]) => !known.has(logId));
  if (missing.length === 0) return;
  const rows = missing.map(([logId, seq]) => ({
    name,
    logId,
    seq: isNew && 'outside' in follower ? seq : 0,
    ...unleased,
  }));
  await tx.insert(FollowerCursorRow, rows);
}

/** How many events a follower has still to deal with, those that it failed at so far included; one statement. */
export async function eventsBehind(
  manager: EntityManager,
  { name, kinds }: Pick<Follower, 'name' | 'kinds'>,
): Promise<number> {
  const query = manager
    .createQueryBuilder(EventRow, 'event')
    .innerJoin(FollowerCursorRow, 'own', 'own.logId = event.logId AND own.name = :name', { name })
    .where('event.seq > own.seq');
  if (kinds !== 'all') query.andWhere('event.action IN (:...kinds)', { kinds });
  return query.getCount();
}

/** Events of a log for a follower, and how far it has come when it is done with them. */
export interface Batch {
  readonly events: readonly FollowedEvent[];
  readonly reached: number;
}

/** The next events after `after`, at most `most` of them, none after `head`. */
export async function readBatch(
  manager: EntityManager,
  { name, kinds }: Pick<Follower, 'name' | 'kinds'>,
  from: { readonly logId: string; readonly after: number; readonly head: number; readonly most: number },
): Promise<Batch> {
  const rows = await manager.find(EventRow, {
    where: {
      logId: from.logId,
      seq: Between(from.after + 1, from.head),
      ...(kinds === 'all' ? {} : { action: In([...kinds]) }),
    },
    order: { seq: 'ASC' },
    take: from.most,
  });
  const last = rows.at(-1);
  return {
    events: rows.map((row) => followedEvent(name, row)),
    // Events of a log become visible in their order, so that none can still appear below the head.
    reached: last && rows.length === from.most ? last.seq : from.head,
  };
}

/** What a follower is told of a stored event. */
export function followedEvent(name: string, row: EventRow): FollowedEvent {
  const { logId, seq, at, actorId: actor, action, object, body } = row;
  // An event whose words were removed says no more than that it was.
  const { data } = JSON.parse(body ?? '{"data":{}}') as { data: FollowedEvent['data'] };
  return { id: `${name}:${logId}:${seq}`, logId, seq, at, actor, action, object, data };
}
