import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LogContextView, QuickPickView } from '@countersign/contracts/entries/views';
import type { Reading } from '../db/context';
import { People } from '../people/people';
import { Programs, todayAt } from '../programs/programs';
import { EntryProcedureRow, EntryRow, EntryVersionRow } from './entry.row';

/** Entries looked at for recent and frequent items. */
const LOOK_BACK = 150;
const RECENT = 3;
const FREQUENT = 5;

/** What the log page starts from. */
@Injectable()
export class LogContext {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(People) private readonly people: People,
  ) {}

  /** What the page of this actor starts from. */
  async run(view: Reading, programId: string): Promise<LogContextView> {
    const { manager, actor } = view;
    const program = await this.programs.load(view, programId);
    const today = todayAt(program, view);
    const fellowId = actor.personId;
    const sites = await this.programs.sites(view, programId);
    const supervisors = await this.people.withRole(view, {
      programId,
      role: 'supervisor',
      on: today,
    });
    const rotation = await this.programs.rotationOn(view, { programId, fellowId, on: today });
    const last = await this.lastSupervisor(manager, { programId, fellowId, siteId: rotation?.siteId });
    const known = supervisors.some((person) => person.id === last && person.id !== fellowId);
    return {
      today,
      sites: sites.map(({ id, name, setting }) => ({ id, name, setting })),
      supervisors: supervisors.filter(({ id }) => id !== fellowId).map(({ id, name }) => ({ id, name })),
      ...(rotation ? { siteId: rotation.siteId, rotation: rotation.name } : {}),
      ...(last !== undefined && known ? { supervisorId: last } : {}),
      quickPicks: await this.quickPicks(manager, programId, fellowId),
    };
  }

  /** Supervisor of the newest entry, at the rotation's site where there is one. */
  private async lastSupervisor(
    manager: EntityManager,
    { programId, fellowId, siteId }: { programId: string; fellowId: string; siteId: string | undefined },
  ): Promise<string | undefined> {
    const entries = await manager.find(EntryRow, {
      where: { programId, fellowId },
      order: { performedOn: 'DESC', id: 'DESC' },
      take: 20,
    });
    for (const entry of entries) {
      const version = await manager.findOneBy(EntryVersionRow, {
        programId,
        entryId: entry.id,
        number: entry.number,
      });
      if (siteId === undefined || version?.content.siteId === siteId) return entry.supervisorId ?? undefined;
    }
    return undefined;
  }

  private async quickPicks(
    manager: EntityManager,
    programId: string,
    fellowId: string,
  ): Promise<QuickPickView[]> {
    const rows = await manager
      .createQueryBuilder(EntryProcedureRow, 'procedure')
      .innerJoin(
        EntryRow,
        'entry',
        'entry.programId = procedure.programId AND entry.id = procedure.entryId AND entry.number = procedure.number',
      )
      .where('procedure.programId = :programId AND entry.fellowId = :fellowId', { programId, fellowId })
      .select('procedure.itemId', 'itemId')
      .orderBy('entry.performedOn', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .limit(LOOK_BACK)
      .getRawMany<{ itemId: string }>();
    const recent = [...new Set(rows.map((row) => row.itemId))].slice(0, RECENT);
    const counts = new Map<string, number>();
    for (const { itemId } of rows) counts.set(itemId, (counts.get(itemId) ?? 0) + 1);
    const frequent = [...counts]
      .filter(([itemId]) => !recent.includes(itemId))
      .sort((one, other) => other[1] - one[1]);
    return [
      ...recent.map((itemId) => ({ itemId, why: 'recent' as const })),
      ...frequent.slice(0, FREQUENT).map(([itemId]) => ({ itemId, why: 'frequent' as const })),
    ];
  }
}
