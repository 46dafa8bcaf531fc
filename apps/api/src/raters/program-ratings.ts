import { In, IsNull, Not } from 'typeorm';
import { ratedCases } from '@countersign/domain/competency';
import { experienceOf, type RatedPair, type Rating } from '@countersign/domain/statistics';
import { factsFor, positionOf, storedFacts, type ProgramFact } from '../competencies/program-facts';
import type { Reading } from '../db/context';
import { EntryProcedureRow } from '../entries/entry.row';
import { grouped } from '../platform/grouped';

/** One rating with what the fellow said of the same case; null while nothing was said. */
export interface ProgramRating extends Rating {
  readonly selfHelp: number | null;
}

/**
 * Every rating of these fellows that counts, one for each case: lines that were rated in one tap are one rating. A
 * self-rating of several lines is the lowest of them, for the one tap judged them together. How many cases of the same
 * group the fellow had before goes with it, so that late cases do not look like mild raters.
 */
export async function programRatings(
  view: Reading,
  programId: string,
  fellowIds: readonly string[],
): Promise<ProgramRating[]> {
  const facts = factsFor(view, await storedFacts(view, programId, fellowIds));
  const selfHelps = await selfRatings(view, programId, fellowIds);
  return [...grouped(facts, ({ fellowId }) => fellowId).values()].flatMap((own) => ratingsIn(own, selfHelps));
}

/** The pairs among ratings: what the supervisor said, and what the fellow said of the same case. */
export function pairsIn(ratings: readonly ProgramRating[]): RatedPair[] {
  return ratings.flatMap(({ value, selfHelp }) =>
    selfHelp === null ? [] : [{ one: value, other: selfHelp }],
  );
}

function ratingsIn(
  facts: readonly ProgramFact[],
  selfHelps: ReadonlyMap<string, number>,
): readonly ProgramRating[] {
  const before = new Map<string, number>();
  return ratedCases(facts).map(({ fact, lines }) => {
    const previous = before.get(fact.group) ?? 0;
    before.set(fact.group, previous + 1);
    const said = lines.flatMap((line) => selfHelps.get(keyOf({ ...line, position: positionOf(line) })) ?? []);
    return {
      ...{ fellowId: fact.fellowId, raterId: fact.supervisorId, value: fact.help },
      experience: experienceOf(previous),
      selfHelp: said.length < lines.length ? null : Math.min(...said),
    };
  });
}

/** What fellows said of their own lines, by entry, version and position. */
async function selfRatings(
  { manager }: Reading,
  programId: string,
  fellowIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (fellowIds.length === 0) return new Map();
  const rows = await manager.find(EntryProcedureRow, {
    where: { programId, fellowId: In([...fellowIds]), selfHelp: Not(IsNull()) },
    select: { programId: true, entryId: true, number: true, position: true, selfHelp: true },
  });
  return new Map(rows.flatMap((row) => (row.selfHelp === null ? [] : [[keyOf(row), row.selfHelp] as const])));
}

function keyOf(line: {
  readonly entryId: string;
  readonly number: number;
  readonly position: number;
}): string {
  return `${line.entryId} ${line.number} ${line.position}`;
}
