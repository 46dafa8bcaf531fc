import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EntryField, EntryFacts, Scope } from '@countersign/domain/access';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import { countProcedure, lateness, type DraftContent, type EntryLife } from '@countersign/domain/entry';
import { whereScope } from '../access/scope-sql';
import type { Tx } from '../db/db';
import { civilDateAt, Clock } from '../platform/clock';
import { problem } from '../platform/problem';
import type { ProgramRow } from '../programs/program.row';
import { Programs } from '../programs/programs';
import { recorded } from './entry-content';
import { EntryProcedureRow, EntryRow, EntryVersionRow } from './entry.row';

/** What a change of an entry needs to know of its surroundings. */
export interface EntrySurroundings {
  readonly program: ProgramRow;
  readonly catalogue: CatalogueIndex;
}

/** The life of a stored entry, as the rules read it. */
export function lifeOf(row: EntryRow): EntryLife {
  const { state, fellowId, supervisorId, number, approvedNumber, decision, correction } = row;
  return { state, fellowId, supervisorId, number, approvedNumber, decision, correction };
}

/** A stored entry as the permission rules read it. */
export function factsOf(row: EntryRow): EntryFacts {
  const { programId, fellowId, supervisorId, state } = row;
  return { programId, fellowId, supervisorId, state };
}

/** The version that a reader sees: what counts once approved, else the newest. */
export function shownNumber(row: Pick<EntryRow, 'state' | 'number' | 'approvedNumber'>): number {
  return row.state === 'approved' && row.approvedNumber !== null ? row.approvedNumber : row.number;
}

/** Reads and changes entries inside an open transaction; knows no rule and no permission. */
@Injectable()
export class EntryStore {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One entry of a scope; what is outside it does not exist. @throws ProblemException `access/not-found` */
  async load(
    manager: EntityManager,
    key: { programId: string; id: string },
    scope: Scope<EntryField>,
  ): Promise<EntryRow> {
    const query = manager
      .createQueryBuilder(EntryRow, 'entry')
      .where('entry.programId = :programId AND entry.id = :id', key);
    const row = await whereScope(query, scope).getOne();
    if (!row) throw problem('access/not-found');
    return row;
  }

  /** The content of one version. */
  async content(manager: EntityManager, row: EntryRow, number: number): Promise<DraftContent> {
    const version = await manager.findOneByOrFail(EntryVersionRow, {
      programId: row.programId,
      entryId: row.id,
      number,
    });
    return version.content;
  }

  /** Stores a new entry with its first version. */
  async insert(tx: Tx, row: EntryRow, content: DraftContent, around: EntrySurroundings): Promise<void> {
    await tx.manager.insert(EntryRow, row);
    await this.writeVersion(tx, row, content, around);
    tx.record({
      log: row.programId,
      action: row.state === 'submitted' ? 'entry.submitted' : 'entry.drafted',
      object: `entry:${row.id}`,
      data: {
        old: null,
        new: { state: row.state, version: row.version, number: row.number, content: recorded(content) },
      },
    });
  }

  /**
   * Moves an entry to its next life, if it still has the version the caller saw.
   * @returns the row as it now is.
   */
  async move(tx: Tx, row: EntryRow, change: EntryChange): Promise<EntryRow> {
    const next: EntryRow = { ...row, ...change.life, ...change.set, version: change.seen + 1 };
    const { programId, id, version: _version, createdAt: _createdAt, fellowId: _fellowId, ...set } = next;
    await tx.change(EntryRow, { programId, id, version: change.seen }, set);
    tx.record({
      log: programId,
      action: change.action,
      object: `entry:${id}`,
      data: {
        old: {
          state: row.state,
          version: row.version,
          number: row.number,
          approvedNumber: row.approvedNumber,
        },
        new: {
          state: next.state,
          version: next.version,
          number: next.number,
          approvedNumber: next.approvedNumber,
          ...change.data,
        },
      },
    });
    return next;
  }

  /** Writes the newest version of an entry: in place while nobody decided on it, else as the next number. */
  async writeVersion(
    tx: Tx,
    row: EntryRow,
    content: DraftContent,
    { program, catalogue }: EntrySurroundings,
  ): Promise<void> {
    const key = { programId: row.programId, entryId: row.id, number: row.number };
    const rotation = await this.programs.rotationOn(tx.manager, {
      programId: row.programId,
      fellowId: row.fellowId,
      on: content.performedOn,
    });
    const now = this.clock.now();
    await tx.manager.delete(EntryProcedureRow, key);
    await tx.manager.upsert(
      EntryVersionRow,
      {
        ...key,
        content,
        rotation: rotation?.name ?? null,
        createdAt: now,
        submittedAt: row.submittedAt,
        lateDays: row.submittedAt === null ? null : lateDaysOf(content.performedOn, row.submittedAt, program),
      },
      ['programId', 'entryId', 'number'],
    );
    const procedures = content.procedures.map((procedure, position) =>
      procedureRow(key, position, procedure, catalogue),
    );
    if (procedures.length > 0) await tx.manager.insert(EntryProcedureRow, procedures);
  }
}

/** A change of an entry's life. */
export interface EntryChange {
  readonly life: EntryLife;
  /** The version the caller saw. */
  readonly seen: number;
  /** Name of the event. */
  readonly action: string;
  /** Columns besides the life. */
  readonly set?: Partial<Pick<EntryRow, 'performedOn' | 'submittedAt' | 'voidReason' | 'supervisorId'>>;
  /** What the event keeps besides the life: contents, ratings, reasons. */
  readonly data?: Readonly<Record<string, unknown>>;
}

function lateDaysOf(performedOn: string, submittedAt: number, program: ProgramRow): number | null {
  const submittedOn = civilDateAt(submittedAt, program.timeZone);
  const { days, stamp } = lateness(performedOn, submittedOn, {
    softDays: program.lateAfterDays,
    hardDays: null,
  });
  return stamp === 'in-time' ? null : days;
}

type VersionKey = Pick<EntryProcedureRow, 'programId' | 'entryId' | 'number'>;

function procedureRow(
  key: VersionKey,
  position: number,
  ...[procedure, catalogue]: [DraftContent['procedures'][number], CatalogueIndex]
): EntryProcedureRow {
  const item = catalogue.item(procedure.itemId);
  return {
    ...key,
    position,
    itemId: procedure.itemId,
    groupId: item?.group ?? '',
    role: procedure.role ?? null,
    supervision: procedure.supervision ?? null,
    outcome: procedure.outcome ?? null,
    levels: item ? countProcedure(procedure, item).levels : 0,
  };
}
