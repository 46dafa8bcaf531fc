import { Inject, Injectable } from '@nestjs/common';
import { changesBetween } from '@countersign/domain/entry';
import type { EntryHistoryView, HistoryEventView } from '@countersign/contracts/entries/history-views';
import type { ChangeView } from '@countersign/contracts/entries/views';
import { Catalogues } from '../catalogue/catalogues';
import type { Reading } from '../db/context';
import { readTexts, type Texts } from '../db/texts';
import { namesIn, type Names } from '../programs/names';
import { decisionView } from './decision-view';
import { EntrySight, type DecidedVersion } from './entry-sight';
import { textIds } from './entry-texts';
import { EntryVersionRow, type EntryRow } from './entry.row';
import { ratedDecisions, type RatedDecision } from './rated-decisions';
import { toldEvents, type ToldEvent, type ToldVersion } from './told-events';

/** Fields whose values are ids of people and places. */
const named = ['/siteId', '/supervisorId'];

/** What the events of one entry share. */
interface Around {
  readonly sight: EntrySight;
  readonly names: Names;
  readonly texts: Texts;
  readonly decisions: readonly RatedDecision[];
  readonly versions: readonly EntryVersionRow[];
}

/** Tells from the log what happened to an entry, as far as a reader may see it: every part asks `EntrySight`. */
@Injectable()
export class EntryHistory {
  constructor(@Inject(Catalogues) private readonly catalogues: Catalogues) {}

  /** Every event of an entry that the reader may read, oldest first. */
  async of(reading: Reading, row: EntryRow): Promise<EntryHistoryView> {
    const { manager } = reading;
    const { programId, id } = row;
    const told = await toldEvents(reading, row);
    const versions = await manager.find(EntryVersionRow, {
      where: { programId, entryId: id },
      order: { number: 'ASC' },
    });
    const decisions = await ratedDecisions(reading, { programId, entryIds: [id], undone: true });
    const once = told.flatMap(({ after }) => (after ? [{ ...first(versions), content: after.content }] : []));
    const texts = await readTexts(reading, programId, textIds([row], [...versions, ...once], decisions));
    const sight = new EntrySight(row, reading, texts);
    const names = await namesIn(reading, programId);
    const around: Around = { sight, names, texts, decisions, versions };
    const events: HistoryEventView[] = [];
    let shown: ToldVersion | null = null;
    for (const event of told) {
      if (!mayKnow(event, sight)) continue;
      events.push(this.eventView(event, shown, around));
      shown = event.after ?? shown;
    }
    return { events };
  }

  private eventView(event: ToldEvent, before: ToldVersion | null, around: Around): HistoryEventView {
    const { row, number, from, to, after, decisionId, bare } = event;
    const { names, texts, decisions } = around;
    const version = after && this.seen(after, around);
    const decision = decisions.find(({ id }) => id === decisionId);
    const isWritten = after?.content !== event.before?.content;
    const removed = version && isWritten ? around.sight.removedFrom(version) : [];
    return {
      ...{ seq: row.seq, at: row.at, action: row.action, bare },
      ...(names.has(row.actorId) ? { by: names.person(row.actorId) } : {}),
      ...(number === undefined ? {} : { number }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      changes: version && before ? this.changes(this.seen(before, around), version, around) : [],
      ...(decision && version
        ? { decision: decisionView(decision, around.sight.said(decision, version), { names, texts }) }
        : {}),
      items: version ? this.items(version) : [],
      ...(removed.length > 0 ? { removed } : {}),
    };
  }

  /** A version with the content that it had then, and what was said about it until today. */
  private seen({ number, content }: ToldVersion, { versions, decisions }: Around): DecidedVersion {
    const today = versions.find((one) => one.number === number) ?? first(versions);
    return {
      version: { ...today, number, content },
      decisions: decisions.filter((one) => one.number === number),
    };
  }

  private changes(before: DecidedVersion, after: DecidedVersion, { sight, names }: Around): ChangeView[] {
    const nameOf = (value: unknown) => names.get(String(value)) ?? value;
    return changesBetween(sight.content(before), sight.content(after)).map(
      ({ pointer, before: was, after: is }) => ({
        pointer,
        values: named.includes(pointer)
          ? { before: nameOf(was), after: nameOf(is) }
          : { before: was, after: is },
      }),
    );
  }

  private items({ version }: DecidedVersion): HistoryEventView['items'] {
    const index = this.catalogues.index(version.edition);
    return version.content.procedures.map(({ itemId }) => ({
      itemId,
      itemName: index.item(itemId)?.name ?? itemId,
    }));
  }
}

/** Others than its fellow know of nothing that was not sent; that it was taken back they know, for they had it. */
function mayKnow({ before, after, number }: ToldEvent, sight: EntrySight): boolean {
  if (sight.own || number === undefined || after === null) return true;
  return (after.submittedAt ?? before?.submittedAt ?? null) !== null;
}

function first(versions: readonly EntryVersionRow[]): EntryVersionRow {
  const [version] = versions;
  if (!version) throw new Error('an entry has a version');
  return version;
}
