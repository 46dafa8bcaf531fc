import type { CatalogueIndex } from '@countersign/domain/catalogue';
import { regionOf } from '@countersign/domain/competency';
import type { Reading } from '../db/context';
import { countingRatings, shownRating, type ProgramFact, type StoredFact } from './program-facts';

/** The facts of a fellow as somebody saw them, with the ratings that counted. */
interface SeenFacts {
  readonly counting: readonly boolean[];
  readonly facts: readonly ProgramFact[];
}

/** What was seen last of the facts of a fellow, by the edition, and by whether it was the fellow who looked. */
const seenLast = new WeakMap<readonly StoredFact[], Map<string, SeenFacts>>();

/**
 * The facts of one fellow as a reader may know them now, each with its region. They are the very same list as before while
 * nothing was read anew and no rating opened since, so that what was made of the list can be kept with it.
 */
export function seenFacts(
  reader: Pick<Reading, 'actor' | 'now'>,
  stored: readonly StoredFact[],
  catalogue: CatalogueIndex,
): readonly ProgramFact[] {
  const isOwn = stored[0]?.fact.fellowId === reader.actor.personId;
  const key = `${catalogue.catalogue.edition} ${isOwn}`;
  const known = seenLast.get(stored) ?? new Map<string, SeenFacts>();
  seenLast.set(stored, known);
  const counting = countingRatings(reader, stored);
  const last = known.get(key);
  if (last?.counting.every((counts, place) => counts === counting[place])) return last.facts;
  const facts = stored.map((one, place): ProgramFact => {
    const region = regionOf(one.fact, catalogue.item(one.fact.itemId));
    return { ...one.fact, ...shownRating(one, counting[place] === true), region };
  });
  known.set(key, { counting, facts });
  return facts;
}
