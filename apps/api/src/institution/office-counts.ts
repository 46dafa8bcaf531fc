import { In } from 'typeorm';
import { officeQuarters } from '@countersign/domain/access';
import { windowStart } from '@countersign/domain/calendar';
import type { EntryState } from '@countersign/domain/entry';
import type { Reading } from '../db/context';
import { EntryProcedureRow, EntryRow, EntryVersionRow } from '../entries/entry.row';
import { SignOffRow } from '../sign-offs/sign-off.row';

type Counts = Record<string, number>;

const DAY_MS = 86_400_000;
/** Where an entry is on which somebody has decided; an amended one counts as approved. */
const decided: readonly EntryState[] = ['approved', 'amended', 'returned'];

/** Entries of a day that are alike for an education office. */
interface Alike {
  readonly programId: string;
  readonly state: EntryState;
  readonly performedOn: string;
  readonly simulation: boolean | number;
  readonly entries: string | number;
  /** Those of them with a procedure; the others are experiences alone. */
  readonly withProcedure: string | number;
}

/**
 * Entries of the last twelve months that were sent, by the columns of an education office; an amended entry counts as
 * approved. Two statements, however many programs.
 * @param todays the civil date in each program
 */
export async function countEntries(
  view: Reading,
  todays: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Counts>> {
  const counts = new Map([...todays.keys()].map((id): [string, Counts] => [id, {}]));
  const raise = (programId: string, column: string, by: number): void => {
    const own = counts.get(programId);
    if (own) own[column] = (own[column] ?? 0) + by;
  };
  const startOf = (programId: string, months: number): string =>
    windowStart(todays.get(programId) ?? '', months);
  for (const { programId, state, performedOn, simulation, ...of } of await alikeIn(view, todays)) {
    if (performedOn < startOf(programId, 12)) continue;
    const [entries, withProcedure] = [Number(of.entries), Number(of.withProcedure)];
    if (state === 'returned') raise(programId, 'returned', entries);
    else if (Number(simulation) === 1) raise(programId, 'simulations', entries);
    else {
      const quarter = officeQuarters.findLast(
        (one) => performedOn >= startOf(programId, 3 * (officeQuarters.length + 1 - one)),
      );
      raise(programId, `procedures-${quarter}`, withProcedure);
      raise(programId, `experiences-${quarter}`, entries - withProcedure);
    }
  }
  for (const { programId, performedOn, submittedAt, createdAt } of await waitingIn(view, todays)) {
    if (performedOn < startOf(programId, 12)) continue;
    const days = Math.floor((view.now - (submittedAt ?? createdAt)) / DAY_MS);
    raise(programId, days <= 7 ? 'waiting-7' : days <= 30 ? 'waiting-30' : 'waiting-more', 1);
  }
  return counts;
}

/** The earliest day that any of the programs looks at. */
function firstDay(todays: ReadonlyMap<string, string>): string {
  return [...todays.values()].map((today) => windowStart(today, 12)).sort()[0] ?? '';
}

/** What was decided, counted by what an education office tells apart. */
function alikeIn({ manager }: Reading, todays: ReadonlyMap<string, string>): Promise<Alike[]> {
  const shown = (part: string): string =>
    `${part}.programId = entry.programId AND ${part}.entryId = entry.id AND ${part}.number = entry.shownNumber`;
  return manager
    .createQueryBuilder(EntryRow, 'entry')
    .innerJoin(EntryVersionRow, 'content', shown('content'))
    .leftJoin(EntryProcedureRow, 'line', `${shown('line')} AND line.kind = 'procedure'`)
    .where('entry.programId IN (:...programIds)', { programIds: [...todays.keys()] })
    .andWhere('entry.state IN (:...states)', { states: decided })
    .andWhere('entry.performedOn >= :firstDay', { firstDay: firstDay(todays) })
    .select([
      ...['entry.programId AS programId', 'entry.state AS state', 'entry.performedOn AS performedOn'],
      ...['content.simulation AS simulation', 'COUNT(DISTINCT entry.id) AS entries'],
      'COUNT(DISTINCT line.entryId) AS withProcedure',
    ])
    .groupBy('entry.programId')
    .addGroupBy('entry.state')
    .addGroupBy('entry.performedOn')
    .addGroupBy('content.simulation')
    .getRawMany<Alike>();
}

/** What waits for a first decision. */
function waitingIn({ manager }: Reading, todays: ReadonlyMap<string, string>): Promise<EntryRow[]> {
  return manager.find(EntryRow, {
    where: { programId: In([...todays.keys()]), state: 'submitted' },
    select: { programId: true, id: true, performedOn: true, submittedAt: true, createdAt: true },
  });
}

/** Sign-offs of these fellows of each program: signed and not suspended, or with signatures missing. One statement. */
export async function countSignOffs(
  { manager }: Reading,
  fellows: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<ReadonlyMap<string, Counts>> {
  const rows = await manager.find(SignOffRow, {
    where: { programId: In([...fellows.keys()]), slot: In(['held', 'pending']) },
    select: { programId: true, id: true, fellowId: true, state: true, slot: true },
  });
  return new Map(
    [...fellows].map(([programId, of]) => {
      const own = rows.filter((row) => row.programId === programId && of.has(row.fellowId));
      return [
        programId,
        {
          signed: own.filter(({ state }) => state === 'signed').length,
          'under-way': own.filter(({ slot }) => slot === 'pending').length,
        },
      ];
    }),
  );
}
