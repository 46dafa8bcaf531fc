import { reads, writes, type Load } from './loads';
import type { Seen } from './measure';
import { BEFORE, bareSubject, serverSubject, type Subject } from './subjects';
import { table, type Line } from './table';

/** What a run is told. */
export interface ApiBenchOptions {
  /** Built checkouts by the heading of their columns. */
  readonly checkouts: ReadonlyMap<string, string>;
  /** Address of a MySQL or MariaDB server that nobody else uses; undefined measures SQLite. */
  readonly mysqlServer: string | undefined;
  /** Length of one load, seconds. */
  readonly seconds: number;
  /** How often each load is repeated; the middle one counts. */
  readonly rounds: number;
}

/** Measures every load on the bare driver and on every checkout, taking turns, and answers the table. */
export async function benchApi(options: ApiBenchOptions): Promise<string> {
  const subjects: Subject[] = [];
  try {
    subjects.push(await bareSubject(options.mysqlServer));
    for (const [heading, checkout] of options.checkouts)
      subjects.push(await serverSubject(heading, checkout, options.mysqlServer));
    // All rounds of the reads come first: what the writes leave would make the pages longer from round to round.
    const lines = [
      ...(await measureGroup(reads, subjects, options)),
      ...(await measureGroup(writes, subjects, options)),
    ];
    return table(lines, [...options.checkouts.keys()]);
  } finally {
    for (const subject of subjects) await subject.close();
  }
}

async function measureGroup(
  loads: readonly Load[],
  subjects: readonly Subject[],
  { seconds, rounds }: ApiBenchOptions,
): Promise<Line[]> {
  const lines = loads.map((load) => ({
    load,
    statements: new Map<string, number>(),
    seen: new Map<string, Seen[]>(subjects.map(({ heading }) => [heading, []])),
  }));
  for (const { load, statements } of lines)
    for (const subject of subjects.filter(does(load))) {
      const counted = await subject.prepare(load);
      if (counted !== undefined) statements.set(subject.heading, counted);
    }
  for (let round = 1; round <= rounds; round += 1)
    for (const { load, seen } of lines)
      for (const subject of subjects.filter(does(load))) {
        const one = await subject.measure(load, seconds);
        seen.get(subject.heading)?.push(one);
        console.error(
          `${load.name}, round ${round}, ${subject.heading}: ${one.perSecond.toFixed(0)} a second`,
        );
      }
  return lines;
}

/** Whether a subject can do what a load asks for. */
function does({ isNew }: Load): (subject: Subject) => boolean {
  return ({ heading }) => !(isNew && heading === BEFORE);
}
