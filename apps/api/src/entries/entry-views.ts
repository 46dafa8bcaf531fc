import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { can, type Actor } from '@countersign/domain/access';
import { changesBetween, decide, ratingsOpen, UNDO_MS, type PlainActKind } from '@countersign/domain/entry';
import type {
  ContentView,
  DecisionView,
  EntryActsView,
  EntryView,
  VersionView,
} from '@countersign/contracts/entries/views';
import { Catalogues } from '../catalogue/catalogues';
import { Clock } from '../platform/clock';
import { Programs, type NamedPerson } from '../programs/programs';
import { contentView } from './content-view';
import { factsOf, lifeOf, shownNumber } from './entry-store';
import { DecisionRow, EntryVersionRow, type EntryRow } from './entry.row';

/** What the views of several entries share. */
interface Around {
  readonly actor: Actor;
  readonly people: ReadonlyMap<string, NamedPerson>;
  readonly siteNames: ReadonlyMap<string, string>;
  readonly now: number;
}

/** Builds the views of whole entries, each with exactly what its reader may see. */
@Injectable()
export class EntryViews {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(Catalogues) private readonly catalogues: Catalogues,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The view of one entry. */
  async one(manager: EntityManager, actor: Actor, row: EntryRow): Promise<EntryView> {
    const [view] = await this.many(manager, actor, [row]);
    if (!view) throw new Error('an entry has one view');
    return view;
  }

  /** The views of entries of one program, in the given order. */
  async many(manager: EntityManager, actor: Actor, rows: readonly EntryRow[]): Promise<EntryView[]> {
    const programId = rows[0]?.programId;
    if (programId === undefined) return [];
    const program = await this.programs.load(manager, programId);
    const entryId = In(rows.map((row) => row.id));
    const versions = await manager.find(EntryVersionRow, {
      where: { programId, entryId },
      order: { number: 'ASC' },
    });
    const decisions = await manager.find(DecisionRow, {
      where: { programId, entryId },
      order: { at: 'ASC' },
    });
    const sites = await this.programs.sites(manager, programId);
    const catalogue = this.catalogues.index(program.catalogueEdition);
    const around: Around = {
      actor,
      people: await this.programs.everybody(manager, programId),
      siteNames: new Map(sites.map((site) => [site.id, site.name])),
      now: this.clock.now(),
    };
    return rows.map((row) => {
      const own = versions.filter((version) => version.entryId === row.id);
      const shown = own.find((version) => version.number === shownNumber(row)) ?? own.at(-1);
      if (!shown) throw new Error(`entry ${row.id} has no version`);
      const made = decisions.filter((decision) => decision.entryId === row.id);
      const content = contentView(shown.content, {
        catalogue,
        hideSelfRating: !this.seesSelfRating(row, { shown, made, around }),
        own: row.fellowId === actor.personId,
      });
      return this.view(row, { content, shown, versions: own, decisions: made, around });
    });
  }

  private view(
    row: EntryRow,
    parts: {
      content: ContentView;
      shown: EntryVersionRow;
      versions: EntryVersionRow[];
      decisions: DecisionRow[];
      around: Around;
    },
  ): EntryView {
    const { content, shown, versions, decisions, around } = parts;
    const siteName =
      shown.content.siteId === undefined ? undefined : around.siteNames.get(shown.content.siteId);
    return {
      id: row.id,
      version: row.version,
      state: row.state,
      fellow: personView(around.people, row.fellowId),
      ...(row.supervisorId === null ? {} : { supervisor: personView(around.people, row.supervisorId) }),
      ...(siteName === undefined ? {} : { siteName }),
      ...(shown.rotation === null ? {} : { rotation: shown.rotation }),
      number: row.number,
      ...(row.approvedNumber === null ? {} : { approvedNumber: row.approvedNumber }),
      content,
      versions: versions.map((version, position) =>
        this.versionView(row, { version, before: versions[position - 1], decisions, around }),
      ),
      acts: this.acts(row, around),
      ...(row.voidReason === null ? {} : { voidReason: row.voidReason }),
    };
  }

  private versionView(
    row: EntryRow,
    parts: {
      version: EntryVersionRow;
      before: EntryVersionRow | undefined;
      decisions: DecisionRow[];
      around: Around;
    },
  ): VersionView {
    const { version, before, decisions, around } = parts;
    const made = decisions.filter((decision) => decision.number === version.number);
    const changes = before ? changesBetween(before.content, version.content) : [];
    return {
      number: version.number,
      at: version.createdAt,
      ...(version.submittedAt === null ? {} : { submittedAt: version.submittedAt }),
      ...(version.lateDays === null ? {} : { lateDays: version.lateDays }),
      decisions: made.map((decision) => decisionView(decision, { row, version, around })),
      changes: changes.map(({ pointer, before: was, after }) => ({
        pointer,
        values: { before: was, after },
      })),
    };
  }

  /** A self-rating is the fellow's own until the supervisor has rated, or three days passed. */
  private seesSelfRating(
    row: EntryRow,
    parts: { shown: EntryVersionRow; made: DecisionRow[]; around: Around },
  ): boolean {
    const { shown, made, around } = parts;
    if (row.fellowId === around.actor.personId) return true;
    if (!can.readNarrative(around.actor, factsOf(row)).ok) return false;
    const rated = made.find(
      (decision) => decision.number === shown.number && decision.live !== null && decision.help !== null,
    );
    const state = {
      selfRated: isSelfRated(shown),
      ratedAt: rated?.at ?? null,
      submittedAt: shown.submittedAt,
    };
    return ratingsOpen(state, around.now).toOthers;
  }

  private acts(row: EntryRow, { actor, now }: Around): EntryActsView {
    const context = { actorId: actor.personId, now };
    const possible = (kind: PlainActKind) =>
      decide(lifeOf(row), { kind }, context).ok;
    const own = can.edit(actor, factsOf(row)).ok;
    const undo = row.decision !== null && can.review(actor, factsOf(row)).ok && possible('undo');
    return {
      edit: own && possible('edit'),
      submit: own && possible('submit'),
      withdraw: own && possible('withdraw'),
      amend: own && possible('amend'),
      void: can.void(actor, factsOf(row)).ok && possible('void'),
      review: can.review(actor, factsOf(row)).ok && possible('approve'),
      ...(undo && row.decision ? { undoUntil: row.decision.at + UNDO_MS } : {}),
    };
  }
}

function isSelfRated(version: EntryVersionRow): boolean {
  return version.content.procedures.every((procedure) => procedure.selfHelp !== undefined);
}

function personView(people: ReadonlyMap<string, NamedPerson>, id: string): { id: string; name: string } {
  return { id, name: people.get(id)?.name ?? '' };
}

function decisionView(
  decision: DecisionRow,
  { row, version, around }: { row: EntryRow; version: EntryVersionRow; around: Around },
): DecisionView {
  const base = {
    kind: decision.kind,
    by: personView(around.people, decision.byId),
    at: decision.at,
    undone: decision.undoneAt !== null,
  };
  if (!can.readNarrative(around.actor, factsOf(row)).ok) return base;
  const reason = {
    ...(decision.reasonCode === null ? {} : { reasonCode: decision.reasonCode }),
    ...(decision.reasonText === null ? {} : { reasonText: decision.reasonText }),
  };
  const state = { selfRated: isSelfRated(version), ratedAt: decision.at, submittedAt: version.submittedAt };
  const isFellow = row.fellowId === around.actor.personId;
  if (isFellow && !ratingsOpen(state, around.now).toFellow) return { ...base, ...reason };
  return {
    ...base,
    ...reason,
    ...(decision.help === null ? {} : { help: decision.help as NonNullable<DecisionView['help']> }),
    ...(decision.nextTime === null
      ? {}
      : { nextTime: decision.nextTime as NonNullable<DecisionView['nextTime']> }),
    ...(decision.keepDoing === null ? {} : { keepDoing: decision.keepDoing }),
    ...(decision.nextTimeText === null ? {} : { nextTimeText: decision.nextTimeText }),
  };
}
