import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { isLinkOpen } from '@countersign/domain/board';
import type { BoardView } from '@countersign/contracts/board/views';
import { instantOf } from '../db/columns';
import type { Reading } from '../db/context';
import { Db } from '../db/db';
import { LogHeadRow } from '../db/event.row';
import { problem } from '../platform/problem';
import { ProgramRow } from '../programs/program.row';
import { todayAt } from '../programs/programs';
import { tokenId } from '../sessions/session-token';
import { BoardLinkRow } from './board-link.row';
import { ReadBoard, type BoardProgram } from './read-board';

/** A board with what tells it from any other. */
export interface TaggedBoard {
  readonly view: BoardView;
  /** Changes with whatever a reader would see; the time at which it was put together is no change. */
  readonly tag: string;
}

/** A display link as a screen opens it. */
export interface OpenedLink {
  readonly programId: string;
  readonly id: string;
  readonly ward: string;
  readonly siteId: string | null;
  readonly lastSeenAt: number | null;
}

/** A program with the number of its log, and what a kept board must agree with to be true. */
interface BoardKey {
  readonly program: BoardProgram;
  readonly seq: number;
}

/**
 * Boards kept at most, and for how long at one number of the log: names of people are in the log of the installation, so
 * that a changed name is seen only when this time is over.
 */
const MOST_BOARDS = 200;
const KEPT_MS = 60_000;

/**
 * The supervision boards, kept in memory for as long as they are true. Screens ask every few seconds. What they see
 * changes with an event, which raises the number of the program's log in the same commit, or with the date; while neither
 * did, an answer costs one small statement, on every node, and however many screens there are one of them has the board
 * put together anew.
 */
@Injectable()
export class Boards {
  private readonly kept = new LRUCache<string, { readonly at: number; readonly board: Promise<TaggedBoard> }>(
    {
      max: MOST_BOARDS,
    },
  );

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReadBoard) private readonly reading: ReadBoard,
  ) {}

  /** The board of a program as it is now. @throws ProblemException `access/not-found` */
  async of(actor: Reading['actor'], programId: string): Promise<TaggedBoard> {
    const { key, now } = await this.db.glance(actor, async (view) => {
      return { key: await keyOf(view, programId), now: view.now };
    });
    return this.at(actor, key, now);
  }

  /**
   * The board that a display link shows, with the link.
   * @throws ProblemException `access/not-found` for a secret that is unknown, revoked or past its last day: whoever holds
   * one learns nothing about the others
   */
  async opened(
    actor: Reading['actor'],
    secret: string,
  ): Promise<{ readonly link: OpenedLink; readonly board: TaggedBoard; readonly now: number }> {
    const { link, key, now } = await this.db.glance(actor, async (view) => {
      return { ...(await openLink(view, secret)), now: view.now };
    });
    return { link, board: await this.at(actor, key, now), now };
  }

  private at(actor: Reading['actor'], { program, seq }: BoardKey, now: number): Promise<TaggedBoard> {
    const name = `${program.id} ${seq} ${todayAt(program, { now })}`;
    const known = this.kept.get(name);
    if (known !== undefined && Math.abs(now - known.at) <= KEPT_MS) return known.board;
    const board = this.db.read(actor, async (view) => tagged(await this.reading.run(view, program)));
    this.kept.set(name, { at: now, board });
    // What failed is tried again by whoever asks next.
    board.catch(() => this.kept.delete(name));
    return board;
  }
}

function tagged(view: BoardView): TaggedBoard {
  const { asOf: _asOf, ...shown } = view;
  return { view, tag: createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32) };
}

/** What a {@link BoardKey} is read from, beside its program. */
interface KeyLine extends BoardProgram {
  readonly seq: number | null;
}

const keyColumns = [
  'program.id AS id',
  'program.name AS name',
  'program.timeZone AS timeZone',
  'program.catalogueEdition AS catalogueEdition',
  'head.seq AS seq',
];

async function keyOf({ manager }: Reading, programId: string): Promise<BoardKey> {
  const line = await manager
    .createQueryBuilder(ProgramRow, 'program')
    .leftJoin(LogHeadRow, 'head', 'head.logId = program.id')
    .where('program.id = :programId', { programId })
    .select([...keyColumns])
    .getRawOne<KeyLine>();
  if (!line) throw problem('access/not-found');
  return keyIn(line);
}

function keyIn({ id, name, timeZone, catalogueEdition, seq }: KeyLine): BoardKey {
  return { program: { id, name, timeZone, catalogueEdition }, seq: seq ?? 0 };
}

/** A display link as it comes raw, with its program. */
interface LinkLine extends KeyLine {
  readonly linkId: string;
  readonly ward: string;
  readonly siteId: string | null;
  readonly expiresOn: string;
  readonly revokedAt: Date | string | null;
  readonly lastSeenAt: Date | string | null;
}

/** Finds the link of a secret by its digest, in one statement whether it works or not. */
async function openLink(
  view: Reading,
  secret: string,
): Promise<{ readonly link: OpenedLink; readonly key: BoardKey }> {
  const line = await view.manager
    .createQueryBuilder(BoardLinkRow, 'link')
    .innerJoin(ProgramRow, 'program', 'program.id = link.programId')
    .leftJoin(LogHeadRow, 'head', 'head.logId = program.id')
    .where('link.tokenHash = :hash', { hash: tokenId(secret) })
    .select([
      ...keyColumns,
      'link.id AS linkId',
      'link.ward AS ward',
      'link.siteId AS siteId',
      'link.expiresOn AS expiresOn',
      'link.revokedAt AS revokedAt',
      'link.lastSeenAt AS lastSeenAt',
    ])
    .getRawOne<LinkLine>();
  if (!line) throw problem('access/not-found');
  const { id: programId, linkId: id, ward, siteId, expiresOn } = line;
  if (!isLinkOpen({ expiresOn, revokedAt: instantOf(line.revokedAt) }, todayAt(line, view)))
    throw problem('access/not-found');
  return { link: { programId, id, ward, siteId, lastSeenAt: instantOf(line.lastSeenAt) }, key: keyIn(line) };
}
