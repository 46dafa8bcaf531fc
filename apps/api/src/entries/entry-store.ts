import { Injectable } from '@nestjs/common';
import type { EntryField, EntryFacts, Scope } from '@countersign/domain/access';
import { lifeOf, plainContent, type DraftContent, type EntryLife } from '@countersign/domain/entry';
import type { EventName, TextId } from '@countersign/domain/ledger';
import { whereScope } from '../access/scope-sql';
import type { Reading, Tx } from '../db/context';
import { TextRow } from '../db/text.row';
import { keepTexts, readTexts } from '../db/texts';
import { problem } from '../platform/problem';
import { DecisionRow, EntryRow, EntryVersionRow } from './entry.row';
import { deciderFor } from './entry-rules';
import { standingOf, versionAt, type Standing, type StandingVersion } from './standing';
import { takeVersionBack, writeVersion, type WrittenVersion } from './version-writer';

/** A stored entry as the permission rules read it. */
export function factsOf(row: EntryRow): EntryFacts {
  const { programId, fellowId, supervisorId, assignedId, state, submittedAt } = row;
  return { programId, fellowId, supervisorId, assignedId, state, submittedAt };
}

/** The decision on the newest version as the permission rules read it: its maker's, whomever the entry names by now. */
export function decisionFactsOf(row: EntryRow, { decision, number }: EntryLife): EntryFacts {
  return {
    ...factsOf(row),
    assignedId: null,
    supervisorId: decision?.number === number ? decision.byId : null,
  };
}

/** The newest of an entry's versions. */
export function newestOf({ number }: EntryRow, versions: readonly EntryVersionRow[]): EntryVersionRow {
  return versionAt(versions, number);
}

/** A change of an entry's life. */
export interface EntryChange {
  readonly life: EntryLife;
  /** The revision the caller saw. */
  readonly seen: number;
  /** Name of the event, which holds all changes of rows that come before. */
  readonly action: EntryEvent;
  /** What becomes of the newest version: written anew, or taken back from its supervisor. */
  readonly version?: WrittenVersion | 'taken-back';
  readonly voidReason?: string;
  /** The supervisor to whom the waiting version is handed over. */
  readonly assignedId?: string;
  /** Number of the version that it is about; the newest, unless told. */
  readonly number?: number;
  /** Every version as it stands, where the caller has read them in this transaction. */
  readonly versions?: readonly EntryVersionRow[];
}

/** What an entry's events are called. */
export type EntryEvent = Extract<EventName, `entry.${string}`>;

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
      assignedId: submittedAt === null ? null : deciderFor(life.fellowId, around),
      revision: 1,
      firstSubmittedAt: submittedAt,
      voidReason: null,
      createdAt: tx.now,
    };
    await tx.insert(EntryRow, row);
    await this.write(tx, row, version, []);
    const { number } = row;
    tx.record(submittedAt === null ? 'entry.drafted' : 'entry.submitted', row, { number });
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
    const { life, version, assignedId } = change;
    const { versions = await this.versions(tx, row) } = change;
    const written = typeof version === 'object' ? version : null;
    const next: EntryRow = {
      ...row,
      ...placeOf(life),
      ...nextStanding(row, change, versions),
      firstSubmittedAt: row.firstSubmittedAt ?? written?.submittedAt ?? null,
      // What is written or taken back goes again to whom it names.
      assignedId: assignedId ?? (version === undefined ? row.assignedId : deciderOf(row, written)),
      voidReason: await this.voidReasonOf(tx, row, change),
      revision: row.revision + 1,
    };
    const { programId, id, revision: _revision, createdAt: _createdAt, fellowId: _fellowId, ...set } = next;
    await tx.change(EntryRow, { programId, id, revision: row.revision }, set);
    if (written) await this.write(tx, next, written, versions);
    if (version === 'taken-back') await takeVersionBack(tx, next);
    tx.record(change.action, { programId, id }, { number: change.number ?? next.number });
    return next;
  }

  /** The contents of versions of one program, with their words. */
  async contents(view: Reading, versions: readonly EntryVersionRow[]): Promise<DraftContent[]> {
    const texts = await readTexts(view, versions[0]?.programId ?? '', versions.flatMap(textIdsOf));
    return versions.map(({ content }) => plainContent(content, (id) => texts.words(id)));
  }

  private async write(
    tx: Tx,
    row: EntryRow,
    version: WrittenVersion,
    versions: readonly EntryVersionRow[],
  ): Promise<void> {
    const { programId } = row;
    const replaced = versions.find(({ number }) => number === row.number);
    const known = await readTexts(tx, programId, versions.flatMap(textIdsOf));
    const content = await writeVersion(tx, row, version, { isNew: !replaced, known });
    const others = versions.filter((one) => one !== replaced);
    const used = new Set([{ content }, ...others].flatMap(textIdsOf));
    // Nobody decided on the words that were replaced, and no page shows them any more.
    for (const id of new Set(replaced ? textIdsOf(replaced) : []))
      if (!used.has(id)) await tx.remove(TextRow, { programId, id });
  }

  private async voidReasonOf(
    tx: Tx,
    { programId, voidReason: before }: EntryRow,
    { voidReason: words }: EntryChange,
  ): Promise<TextId | null> {
    return words === undefined ? before : (await keepTexts(tx, programId, [words]))(words);
  }
}

function textIdsOf({ content }: Pick<EntryVersionRow, 'content'>): TextId[] {
  return Object.values(content.texts ?? {});
}

/** Who decides on a version that is sent where its supervisor has left; null where whom it names does, and for one kept. */
function deciderOf({ fellowId }: EntryRow, written: WrittenVersion | null): string | null {
  return written === null || written.submittedAt === null ? null : deciderFor(fellowId, written.around);
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
