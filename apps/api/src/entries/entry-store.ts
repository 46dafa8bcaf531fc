import { Injectable } from '@nestjs/common';
import type { EntryField, EntryFacts, Scope } from '@countersign/domain/access';
import { lifeOf, type DraftContent, type EntryLife } from '@countersign/domain/entry';
import { whereScope } from '../access/scope-sql';
import type { Reading, Tx } from '../db/context';
import { problem } from '../platform/problem';
import { recorded } from './entry-content';
import { DecisionRow, EntryRow, EntryVersionRow } from './entry.row';
import { standingOf, type Standing, type StandingVersion } from './standing';
import { takeVersionBack, writeVersion, type WrittenVersion } from './version-writer';

/** A stored entry as the permission rules read it. */
export function factsOf(row: EntryRow): EntryFacts {
  const { programId, fellowId, supervisorId, state } = row;
  return { programId, fellowId, supervisorId, state };
}

/** The decision on the newest version as the permission rules read it: its maker's, whomever the entry names by now. */
export function decisionFactsOf(row: EntryRow, { decision, number }: EntryLife): EntryFacts {
  return { ...factsOf(row), supervisorId: decision?.number === number ? decision.byId : null };
}

/** A change of an entry's life. */
export interface EntryChange {
  readonly life: EntryLife;
  /** The revision the caller saw. */
  readonly seen: number;
  /** Name of the event. */
  readonly action: string;
  /** What becomes of the newest version: written anew, or taken back from its supervisor. */
  readonly version?: WrittenVersion | 'taken-back';
  readonly voidReason?: string;
  /** What the event keeps besides the entry's columns and contents, such as ratings and reasons. */
  readonly said?: { readonly old?: object; readonly new?: object };
}

/** Reads and changes entries inside an open transaction; knows no rule and no permission. */
@Injectable()
export class EntryStore {
  /** One entry of a scope; what is outside it does not exist. @throws ProblemException `access/not-found` */
  async load(
    view: Reading,
    key: { programId: string; id: string },
    scope: Scope<EntryField>,
  ): Promise<EntryRow> {
    const query = view.manager
      .createQueryBuilder(EntryRow, 'entry')
      .where('entry.programId = :programId AND entry.id = :id', key);
    const row = await whereScope(query, scope).getOne();
    if (!row) throw problem('access/not-found');
    return row;
  }

  /** Every version of an entry, oldest first. */
  versions(view: Reading, row: Pick<EntryRow, 'programId' | 'id'>): Promise<EntryVersionRow[]> {
    const where = { programId: row.programId, entryId: row.id };
    return view.manager.find(EntryVersionRow, { where, order: { number: 'ASC' } });
  }

  /** The life of a stored entry, as the rules read it. */
  async life(view: Reading, row: EntryRow): Promise<EntryLife> {
    const live = { programId: row.programId, entryId: row.id, live: 1 };
    return lifeOf(row, await view.manager.findBy(DecisionRow, live));
  }

  /** Stores a new entry with its first version. @returns its row */
  async insert(
    tx: Tx,
    { life, id, version }: { life: EntryLife; id: string; version: WrittenVersion },
  ): Promise<EntryRow> {
    const { content, submittedAt, around } = version;
    const row: EntryRow = {
      ...placeOf(life),
      ...standingOf(life, [{ number: life.number, content, submittedAt }]),
      programId: around.program.id,
      id,
      revision: 1,
      firstSubmittedAt: submittedAt,
      voidReason: null,
      createdAt: tx.now,
    };
    await tx.insert(EntryRow, row);
    await writeVersion(tx, row, version, true);
    tx.record({
      log: row.programId,
      action: submittedAt === null ? 'entry.drafted' : 'entry.submitted',
      object: `entry:${row.id}`,
      data: { old: null, new: { ...inLog(row), content: recorded(content) } },
    });
    return row;
  }

  /**
   * Moves an entry to its next life, if it still has the revision the caller saw.
   * @returns the row as it now is.
   * @throws ProblemException `entry/stale-version`
   */
  async move(tx: Tx, row: EntryRow, change: EntryChange): Promise<EntryRow> {
    // What is written is made from the row that was read: a revision that was guessed right must not let it through.
    if (row.revision !== change.seen) throw problem('entry/stale-version');
    const { life, version } = change;
    const versions = await this.versions(tx, row);
    const written = typeof version === 'object' ? version : null;
    const next: EntryRow = {
      ...row,
      ...placeOf(life),
      ...nextStanding(row, change, versions),
      firstSubmittedAt: row.firstSubmittedAt ?? written?.submittedAt ?? null,
      voidReason: change.voidReason ?? row.voidReason,
      revision: row.revision + 1,
    };
    const { programId, id, revision: _revision, createdAt: _createdAt, fellowId: _fellowId, ...set } = next;
    await tx.change(EntryRow, { programId, id, revision: row.revision }, set);
    if (written) await writeVersion(tx, next, written, life.number !== row.number);
    if (version === 'taken-back') await takeVersionBack(tx, next);
    // An amendment replaces what counts, whatever was dropped in between.
    const replaced = versions.find(({ number }) => number === (row.approvedNumber ?? row.number));
    const content = { old: written && replaced?.content, new: written?.content };
    tx.record({
      log: programId,
      action: change.action,
      object: `entry:${id}`,
      data: {
        old: { ...inLog(row), ...inLogContent(content.old), ...change.said?.old },
        new: { ...inLog(next), ...inLogContent(content.new), ...change.said?.new },
      },
    });
    return next;
  }
}

/** What the entry itself keeps of its life; the rest is in the decisions, and a number that lists ask for. */
function placeOf({ state, fellowId, number, approvedNumber }: EntryLife) {
  return { state, fellowId, number, approvedNumber };
}

/** Where the entry will stand once the newest version has become what the change says. */
function nextStanding(
  row: EntryRow,
  { life, version }: EntryChange,
  versions: readonly StandingVersion[],
): Standing {
  const { shownNumber, supervisorId, performedOn, submittedAt } = row;
  if (life.state === 'void') return { shownNumber, supervisorId, performedOn, submittedAt };
  const others = versions.filter(({ number }) => number !== life.number);
  const newest = versions.find(({ number }) => number === life.number);
  if (typeof version === 'object') return standingOf(life, [...others, { ...version, number: life.number }]);
  if (newest && version === 'taken-back')
    return standingOf(life, [...others, { ...newest, submittedAt: null }]);
  return standingOf(life, versions);
}

function inLogContent(content: DraftContent | null | undefined): { content?: object } {
  return content ? { content: recorded(content) } : {};
}

/** The columns of an entry that its events keep. */
function inLog(row: EntryRow): Partial<EntryRow> {
  const { state, revision, number, approvedNumber, shownNumber, supervisorId, performedOn, voidReason } = row;
  const { submittedAt } = row;
  return {
    ...{ state, revision, number, approvedNumber, shownNumber },
    ...{ supervisorId, performedOn, submittedAt, voidReason },
  };
}
