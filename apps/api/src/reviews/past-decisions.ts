import { Inject, Injectable } from '@nestjs/common';
import { entriesToRead } from '@countersign/domain/access';
import type { PastDecisionQuery, PastKind } from '@countersign/contracts/reviews/bodies';
import type { PastDecisionPageView } from '@countersign/contracts/reviews/views';
import type { PersonView } from '@countersign/contracts/sessions/views';
import { whereScope } from '../access/scope-sql';
import type { Reading } from '../db/context';
import { certainRowReader, countingAll, type RawRow } from '../db/raw-rows';
import { DecisionRow, EntryRow } from '../entries/entry.row';
import { EntryViews } from '../entries/entry-views';
import { ProblemException } from '../platform/problem';
import { namesIn } from '../programs/names';

const PAGE = 25;
const DAY_MS = 86_400_000;

/** What a supervisor decided and did not take back, as far as its entries may still be read. */
@Injectable()
export class PastDecisions {
  constructor(@Inject(EntryViews) private readonly views: EntryViews) {}

  /** A page of the actor's decisions that fit the query, newest first. */
  async run(view: Reading, programId: string, query: PastDecisionQuery): Promise<PastDecisionPageView> {
    const { manager } = view;
    const matching = narrowed(ownDecisions(view, programId), query, view.now);
    const all = matching.clone();
    countingAll(matching);
    if (query.cursor !== undefined) after(matching, query.cursor);
    const found = await matching
      .orderBy('decision.at', 'DESC')
      .addOrderBy('decision.id', 'DESC')
      .limit(PAGE + 1)
      .getRawMany<RawRow & { total: number | string }>();
    const entryIn = certainRowReader(manager, EntryRow, 'entry');
    const decisionIn = certainRowReader(manager, DecisionRow, 'decision');
    const page = found.slice(0, PAGE).map((raw) => ({ row: entryIn(raw), decision: decisionIn(raw) }));
    // An entry may have been decided on more than once.
    const rows = new Map(page.map(({ row }) => [row.id, row]));
    const entries = new Map((await this.views.many(view, [...rows.values()])).map((one) => [one.id, one]));
    const last = page.at(-1)?.decision;
    return {
      decisions: page.map(({ decision: { id, kind, at, number, entryId } }) => {
        const entry = entries.get(entryId);
        if (!entry) throw new Error(`entry ${entryId} has no view`);
        return { id, kind: kind as PastKind, at, number, entry };
      }),
      fellows: await fellowsOf(view, programId),
      // A page behind the last has no row that tells.
      total: found.length === 0 && query.cursor !== undefined ? await all.getCount() : totalIn(found),
      ...(found.length > PAGE && last ? { next: `${last.at}_${last.id}` } : {}),
    };
  }
}

function totalIn(found: readonly { readonly total: number | string }[]): number {
  return Number(found[0]?.total ?? 0);
}

function ownDecisions({ manager, actor }: Reading, programId: string) {
  const readable = whereScope(manager.createQueryBuilder(EntryRow, 'entry'), entriesToRead(actor, programId));
  return readable
    .innerJoinAndSelect(
      DecisionRow,
      'decision',
      'decision.programId = entry.programId AND decision.entryId = entry.id',
    )
    .andWhere("decision.byId = :me AND decision.slot = 'decision' AND decision.live = 1", {
      me: actor.personId,
    });
}

type Query = ReturnType<typeof ownDecisions>;

function narrowed(decisions: Query, { fellowId, kind, days }: PastDecisionQuery, now: number): Query {
  if (fellowId !== undefined) decisions.andWhere('entry.fellowId = :fellowId', { fellowId });
  if (kind !== undefined) decisions.andWhere('decision.kind = :kind', { kind });
  if (days !== undefined)
    decisions.andWhere('decision.at > :since', { since: new Date(now - Number(days) * DAY_MS) });
  return decisions;
}

/** Everybody to whom the list can be narrowed, by name. */
async function fellowsOf(view: Reading, programId: string): Promise<PersonView[]> {
  const found = await ownDecisions(view, programId)
    .select('entry.fellowId', 'id')
    .distinct(true)
    .getRawMany<{ id: string }>();
  const names = await namesIn(view, programId);
  return found
    .map(({ id }) => names.person(id))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Goes on after the last decision of the page before; the pair of instant and id is unique and ordered. */
function after(decisions: Query, cursor: string): void {
  const match = /^(\d{1,13})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor);
  if (!match)
    throw new ProblemException('request/invalid', [{ pointer: '/cursor', code: 'request/wrong-type' }]);
  const values = { at: new Date(Number(match[1])), id: match[2] };
  decisions.andWhere('(decision.at < :at OR (decision.at = :at AND decision.id < :id))', values);
}
