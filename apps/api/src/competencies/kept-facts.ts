import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Tx, type Reading } from '../db/context';
import { LogHeadRow } from '../db/event.row';
import { grouped } from '../platform/grouped';
import type { SignOffRow } from '../sign-offs/sign-off.row';
import { signOffRows } from '../sign-offs/sign-off-rows';
import { circumstancesOf, type Circumstances } from './circumstances';
import { entryCounts, noEntries, type EntryCounts } from './entry-counts';
import { areSame, storedFacts, type StoredFact } from './program-facts';

/** What the tables say about one fellow of a program. */
export interface FellowFacts {
  readonly facts: readonly StoredFact[];
  readonly counts: EntryCounts;
  /** Whatever was asked for and became of it, the oldest first. */
  readonly signOffs: readonly SignOffRow[];
  readonly circumstances: Circumstances;
}

/** Facts kept in memory at most, of all fellows together; one takes about a kilobyte, with what is made of it two. */
const MOST = 50_000;

/**
 * The facts of fellows, kept in memory for as long as they are true. A row changes only with an event, and an event
 * raises the number of its program's log in the same commit; so what was read at one number is what stands in the tables
 * at that number, on every node. Dashboards that are looked at again and again cost the database one small statement.
 * After an event everything is read again; of a fellow about whom it says the same, the very same facts stay, so that what
 * was made of them stays too.
 */
@Injectable()
export class KeptFacts {
  private readonly kept = new LRUCache<string, FellowFacts & { readonly seq: number }>({
    maxSize: MOST,
    sizeCalculation: ({ facts, signOffs }) => facts.length + signOffs.length + 1,
  });

  /** What stands about each of these fellows. */
  async of(
    view: Reading,
    programId: string,
    fellowIds: readonly string[],
  ): Promise<ReadonlyMap<string, FellowFacts>> {
    // A command sees its own changes before they have a number.
    if (view instanceof Tx) return read(view, programId, fellowIds);
    const head = await view.manager.findOneBy(LogHeadRow, { logId: programId });
    const seq = head?.seq ?? 0;
    const known = new Map<string, FellowFacts>(
      fellowIds.flatMap((id) => {
        const kept = this.kept.get(keyOf(programId, id));
        return kept?.seq === seq ? [[id, kept] as const] : [];
      }),
    );
    const missing = fellowIds.filter((id) => !known.has(id));
    const fresh = await read(view, programId, missing);
    for (const [id, own] of fresh) known.set(id, this.keep(keyOf(programId, id), own, seq));
    return known;
  }

  /** Keeps what was read, in the place of which what was kept before stands as far as it says the same. */
  private keep(key: string, read: FellowFacts, seq: number): FellowFacts & { readonly seq: number } {
    const before = this.kept.get(key);
    const facts = before && areSame(before.facts, read.facts) ? before.facts : read.facts;
    const circumstances =
      before && isDeepStrictEqual(before.circumstances, read.circumstances)
        ? before.circumstances
        : read.circumstances;
    const kept = { ...read, facts, circumstances, seq };
    this.kept.set(key, kept);
    return kept;
  }
}

const keyOf = (programId: string, fellowId: string): string => `${programId}/${fellowId}`;

async function read(
  view: Reading,
  programId: string,
  fellowIds: readonly string[],
): Promise<ReadonlyMap<string, FellowFacts>> {
  if (fellowIds.length === 0) return new Map();
  const facts = grouped(await storedFacts(view, programId, fellowIds), ({ fact }) => fact.fellowId);
  const counts = await entryCounts(view, programId, fellowIds);
  const circumstances = await circumstancesOf(view, programId, fellowIds);
  const signOffs = grouped(await signOffRows(view, programId, fellowIds), ({ fellowId }) => fellowId);
  return new Map(
    [...circumstances].map(([id, around]) => [
      id,
      {
        facts: facts.get(id) ?? [],
        counts: counts.get(id) ?? noEntries,
        signOffs: signOffs.get(id) ?? [],
        circumstances: around,
      },
    ]),
  );
}
