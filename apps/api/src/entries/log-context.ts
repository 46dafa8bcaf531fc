import { Inject, Injectable } from '@nestjs/common';
import type { LogContextView, QuickPickView } from '@countersign/contracts/entries/views';
import type { Reading } from '../db/context';
import { People } from '../people/people';
import { neededDetailsOf, Programs, todayAt } from '../programs/programs';
import { EntryProcedureRow, EntryRow } from './entry.row';

/** Procedures looked at for the last supervisor and for recent and frequent items. */
const LOOK_BACK = 150;
const RECENT = 3;
const FREQUENT = 5;

/** A procedure that the fellow logged, as far as the next entry may be like it. */
interface LoggedBefore {
  readonly itemId: string;
  readonly siteId: string | null;
  readonly supervisorId: string | null;
}

/** What the log page starts from. */
@Injectable()
export class LogContext {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(People) private readonly people: People,
  ) {}

  /** What the page of this actor starts from. */
  async run(view: Reading, programId: string): Promise<LogContextView> {
    const fellowId = view.actor.personId;
    const { program, sites, rotations, training } = await this.programs.scheduleOf(view, {
      programId,
      fellowId,
    });
    const today = todayAt(program, view);
    const rotation = rotations.find(({ fromOn, toOn }) => fromOn <= today && today <= toOn);
    const supervisors = (
      await this.people.withRole(view, { programId, role: 'supervisor', on: today })
    ).filter(({ id }) => id !== fellowId);
    const before = await this.loggedBefore(view, programId);
    const last = before.find(({ siteId }) => rotation === undefined || siteId === rotation.siteId);
    const supervisorId = supervisors.find(({ id }) => id === last?.supervisorId)?.id;
    return {
      today,
      training: training.map(({ fromOn, toOn }) => ({ fromOn, toOn })),
      sites: sites.map(({ id, name, setting }) => ({ id, name, setting })),
      supervisors: supervisors.map(({ id, name }) => ({ id, name })),
      ...(rotation ? { siteId: rotation.siteId, rotation: rotation.name } : {}),
      ...(supervisorId === undefined ? {} : { supervisorId }),
      quickPicks: quickPicks(before),
      neededDetails: neededDetailsOf(program),
    };
  }

  /** The actor's newest procedures. */
  private loggedBefore({ manager, actor }: Reading, programId: string): Promise<LoggedBefore[]> {
    return manager
      .createQueryBuilder(EntryProcedureRow, 'procedure')
      .innerJoin(
        EntryRow,
        'entry',
        'entry.programId = procedure.programId AND entry.id = procedure.entryId AND entry.number = procedure.number',
      )
      .where('procedure.programId = :programId AND procedure.fellowId = :fellowId', {
        programId,
        fellowId: actor.personId,
      })
      .select([
        'procedure.itemId AS itemId',
        'procedure.siteId AS siteId',
        'procedure.supervisorId AS supervisorId',
      ])
      .orderBy('procedure.performedOn', 'DESC')
      .addOrderBy('procedure.entryId', 'DESC')
      .limit(LOOK_BACK)
      .getRawMany<LoggedBefore>();
  }
}

function quickPicks(before: readonly LoggedBefore[]): QuickPickView[] {
  const recent = [...new Set(before.map(({ itemId }) => itemId))].slice(0, RECENT);
  const counts = new Map<string, number>();
  for (const { itemId } of before) counts.set(itemId, (counts.get(itemId) ?? 0) + 1);
  const frequent = [...counts]
    .filter(([itemId]) => !recent.includes(itemId))
    .sort((one, other) => other[1] - one[1]);
  return [
    ...recent.map((itemId) => ({ itemId, why: 'recent' as const })),
    ...frequent.slice(0, FREQUENT).map(([itemId]) => ({ itemId, why: 'frequent' as const })),
  ];
}
