import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { can } from '@countersign/domain/access';
import {
  answerableUntil,
  changesBetween,
  decide,
  lifeOf,
  UNDO_MS,
  type EntryAct,
  type EntryLife,
} from '@countersign/domain/entry';
import type { EntryActsView, EntryView, VersionView } from '@countersign/contracts/entries/views';
import { Catalogues } from '../catalogue/catalogues';
import type { Reading } from '../db/context';
import { KeptQuery } from '../db/kept-query';
import { certainRowReader, type RawRow } from '../db/raw-rows';
import { readTexts, type Texts } from '../db/texts';
import { grouped } from '../platform/grouped';
import { namesIn, type Names } from '../programs/names';
import { contentView } from './content-view';
import { decisionView } from './decision-view';
import { textIds } from './entry-texts';
import { EntrySight, type DecidedVersion, type Reader } from './entry-sight';
import { decisionFactsOf, factsOf } from './entry-store';
import { DecisionRow, EntryVersionRow, RatingRow, type EntryRow } from './entry.row';
import { decisionsIn, type RatedDecision } from './rated-decisions';
import { removed } from './removed-text';
import { openedNumber } from './standing';

/** Every version of entries of one program with all that was said about it, the oldest first; in one statement. */
const versionsOfEntries = new KeptQuery<{ programId: string; entryIds: readonly string[] }>((manager, of) =>
  manager
    .createQueryBuilder(EntryVersionRow, 'version')
    .leftJoinAndSelect(
      DecisionRow,
      'decision',
      'decision.programId = version.programId AND decision.entryId = version.entryId AND decision.number = version.number',
    )
    .leftJoinAndSelect(
      RatingRow,
      'rating',
      'rating.programId = decision.programId AND rating.decisionId = decision.id',
    )
    .where('version.programId = :programId AND version.entryId IN (:...entryIds)', of)
    .orderBy('version.number', 'ASC')
    .addOrderBy('rating.position', 'ASC'),
);

/** Ids rise with time, also within a millisecond. */
function byTime(one: RatedDecision, other: RatedDecision): number {
  return one.at - other.at || (one.id < other.id ? -1 : 1);
}

/** The versions of raw rows, of which one that was decided on has several. */
function versionsIn(manager: EntityManager, lines: readonly RawRow[]): EntryVersionRow[] {
  const versionIn = certainRowReader(manager, EntryVersionRow, 'version');
  const first = new Map<string, RawRow>();
  for (const line of lines) {
    const key = `${String(line['version_entryId'])} ${String(line['version_number'])}`;
    if (!first.has(key)) first.set(key, line);
  }
  return [...first.values()].map(versionIn);
}

/** What the views of several entries share. */
interface Around {
  readonly reader: Reader;
  readonly names: Names;
  readonly catalogues: Catalogues;
  readonly texts: Texts;
}

/** Builds the views of whole entries, each with exactly what its reader may see. */
@Injectable()
export class EntryViews {
  constructor(@Inject(Catalogues) private readonly catalogues: Catalogues) {}

  /** The view of one entry. */
  async one(reading: Reading, row: EntryRow): Promise<EntryView> {
    const [view] = await this.many(reading, [row]);
    if (!view) throw new Error('an entry has one view');
    return view;
  }

  /** The views of entries of one program, in the given order. */
  async many(reading: Reading, rows: readonly EntryRow[]): Promise<EntryView[]> {
    const programId = rows[0]?.programId;
    if (programId === undefined) return [];
    const { manager } = reading;
    const entryIds = rows.map((row) => row.id);
    const lines = await versionsOfEntries.run<RawRow>(manager, { programId, entryIds });
    const versions = versionsIn(manager, lines);
    const decisions = decisionsIn(manager, lines).sort(byTime);
    const texts = await readTexts(reading, programId, textIds(rows, versions, decisions));
    const around: Around = {
      texts,
      reader: reading,
      catalogues: this.catalogues,
      names: await namesIn(reading, programId),
    };
    const versionsOf = grouped(versions, ({ entryId }) => entryId);
    const decisionsOn = grouped(decisions, ({ entryId }) => entryId);
    return rows.map((row) => {
      const own = versionsOf.get(row.id) ?? [];
      const made = decisionsOn.get(row.id) ?? [];
      const decided = own.map((version) => ({
        version,
        decisions: made.filter(({ number }) => number === version.number),
      }));
      return entryView(row, decided, { ...around, life: lifeOf(row, made) });
    });
  }
}

function entryView(
  row: EntryRow,
  all: readonly DecidedVersion[],
  around: Around & { readonly life: EntryLife },
): EntryView {
  const { reader, names, catalogues, texts, life } = around;
  const sight = new EntrySight(row, reader, texts);
  const versions = all.filter(({ version }) => sight.sees(version));
  const number = openedNumber(row, { id: reader.actor.personId, decides: sight.decides });
  const opened = all.find(({ version }) => version.number === number);
  if (!opened) throw new Error(`entry ${row.id} has no version ${number}`);
  const { siteId = '', supervisorId } = opened.version.content;
  const siteName = names.get(siteId);
  const { rotation, edition } = opened.version;
  const voidReason = texts.words(sight.voidReason);
  const gone = removed(texts, '/voidReason', sight.voidReason);
  return {
    id: row.id,
    revision: row.revision,
    state: row.state,
    fellow: names.person(row.fellowId),
    ...(supervisorId === undefined ? {} : { supervisor: names.person(supervisorId) }),
    ...(row.assignedId === null ? {} : { assigned: names.person(row.assignedId) }),
    ...(siteName === undefined ? {} : { siteName }),
    ...(rotation === null ? {} : { rotation }),
    number: versions.at(-1)?.version.number ?? number,
    ...(row.approvedNumber === null ? {} : { approvedNumber: row.approvedNumber }),
    content: contentView(sight.content(opened), sight.removedFrom(opened), catalogues.index(edition)),
    versions: versions.map((one) => versionView(one, { all, sight, names, catalogues, texts })),
    acts: actsView(row, life, sight, reader),
    ...(voidReason === undefined ? {} : { voidReason }),
    ...(gone.length > 0 ? { removed: gone } : {}),
  };
}

interface Beside {
  readonly all: readonly DecidedVersion[];
  readonly sight: EntrySight;
  readonly names: Names;
  readonly catalogues: Catalogues;
  readonly texts: Texts;
}

function versionView(one: DecidedVersion, { all, sight, names, catalogues, texts }: Beside): VersionView {
  const { version, decisions } = one;
  const catalogue = catalogues.index(version.edition);
  const before = decidedBefore(version, all);
  const changes = before ? changesBetween(sight.content(before), sight.content(one)) : [];
  return {
    number: version.number,
    at: version.createdAt,
    ...(version.submittedAt === null ? {} : { submittedAt: version.submittedAt }),
    ...(version.lateDays === null ? {} : { lateDays: version.lateDays }),
    itemNames: version.content.procedures.map(({ itemId }) => catalogue.item(itemId)?.name ?? itemId),
    decisions: decisions.map((decision) =>
      decisionView(decision, sight.said(decision, one), { names, texts }),
    ),
    changes: changes.map(({ pointer, before: was, after }) => ({ pointer, values: { before: was, after } })),
  };
}

/**
 * The version against which changes are shown: the last before it that the supervisor whom it names decided on, else
 * the last that anybody did. A version that was withdrawn in between hides nothing.
 */
function decidedBefore(version: EntryVersionRow, all: readonly DecidedVersion[]): DecidedVersion | undefined {
  const decided = all.filter(
    (one) => one.version.number < version.number && one.decisions.some(({ live }) => live !== null),
  );
  const { supervisorId } = version.content;
  const byTheSame = (one: DecidedVersion) =>
    one.decisions.some(({ live, byId }) => live !== null && byId === supervisorId);
  return decided.findLast(byTheSame) ?? decided.at(-1);
}

function actsView(row: EntryRow, life: EntryLife, sight: EntrySight, { actor, now }: Reader): EntryActsView {
  const possible = (act: EntryAct) => decide(life, act, { actorId: actor.personId, now }).ok;
  const own = can.edit(actor, factsOf(row)).ok;
  const undo = can.review(actor, decisionFactsOf(row, life)).ok && possible({ kind: 'undo' });
  const answer = can.answerCorrection(actor, factsOf(row)).ok && possible({ kind: 'accept-correction' });
  const upheld = { kind: 'resolve-correction', outcome: 'upheld', text: '' } as const;
  return {
    edit: own && possible({ kind: 'edit' }),
    submit: own && possible({ kind: 'submit' }),
    withdraw: own && possible({ kind: 'withdraw' }),
    amend: own && possible({ kind: 'amend' }),
    void: can.void(actor, factsOf(row)).ok && possible({ kind: 'void' }),
    redact: can.redactText(actor, factsOf(row)).ok,
    review: sight.decides && possible({ kind: 'approve' }),
    resolve: can.resolveCorrection(actor, factsOf(row)).ok && possible(upheld),
    ...(life.decision && undo ? { undoUntil: life.decision.at + UNDO_MS } : {}),
    ...(life.correction && answer ? { answerUntil: answerableUntil(life.correction) } : {}),
  };
}
