import type { ProcedureRole } from '@countersign/domain/catalogue';
import {
  outcomes,
  withCorrection,
  type DecisionKind,
  type LineCorrection,
  type Outcome,
} from '@countersign/domain/entry';
import { procedureRoles } from '@countersign/domain/catalogue';
import type { EarlierCasesView } from '@countersign/contracts/reviews/views';
import type { Reading } from '../db/context';
import { DecisionRow, EntryProcedureRow, EntryRow } from '../entries/entry.row';

/** Of which fellows and items cases are asked for. */
interface Wanted {
  readonly programId: string;
  readonly fellowIds: readonly string[];
  readonly itemIds: readonly string[];
}

/** Cases that are alike, as they come raw: how many, and what was set right in each. */
interface CaseLine {
  readonly fellowId: string;
  readonly itemId: string;
  readonly position: number;
  readonly role: ProcedureRole | null;
  readonly outcome: Outcome | null;
  readonly corrections: string | null;
  readonly resolved: DecisionKind | null;
  readonly cases: number | string;
}

/** What fellows did so far in items: approved cases as they count, without simulations. */
export class EarlierCases {
  /** By fellow and item, then by role or outcome. */
  private readonly counts = new Map<string, Tally>();

  constructor(lines: readonly CaseLine[]) {
    for (const line of lines) {
      const key = keyOf(line.fellowId, line.itemId);
      const tally = this.counts.get(key) ?? { ...line, roles: new Map(), outcomes: new Map() };
      this.counts.set(key, tally);
      const { role } = withCorrection({ role: line.role ?? undefined }, correctionOf(line));
      const cases = Number(line.cases);
      if (role !== undefined) add(tally.roles, role, cases);
      if (line.outcome !== null) add(tally.outcomes, line.outcome, cases);
    }
  }

  /** The roles that a fellow had so far, by item. */
  rolesOf(fellowId: string, itemIds: readonly string[]): ReadonlyMap<string, readonly ProcedureRole[]> {
    return new Map(
      itemIds.map((itemId) => [itemId, [...(this.counts.get(keyOf(fellowId, itemId))?.roles.keys() ?? [])]]),
    );
  }

  /** All of them, each list in the order of the vocabulary. */
  views(): EarlierCasesView[] {
    return [...this.counts.values()].map((tally) => ({
      fellowId: tally.fellowId,
      itemId: tally.itemId,
      roles: listed(procedureRoles, tally.roles).map(([role, cases]) => ({ role, cases })),
      outcomes: listed(outcomes, tally.outcomes).map(([outcome, cases]) => ({ outcome, cases })),
    }));
  }
}

interface Tally {
  readonly fellowId: string;
  readonly itemId: string;
  readonly roles: Map<ProcedureRole, number>;
  readonly outcomes: Map<Outcome, number>;
}

/** Counts what these fellows did in these items, in one statement. */
export async function earlierCases(view: Reading, wanted: Wanted): Promise<EarlierCases> {
  if (wanted.fellowIds.length === 0 || wanted.itemIds.length === 0) return new EarlierCases([]);
  const counts = (part: string) =>
    `${part}.programId = entry.programId AND ${part}.entryId = entry.id AND ${part}.number = entry.approvedNumber`;
  const grouped = ['fellowId', 'itemId', 'position', 'role', 'outcome'].map((column) => `line.${column}`);
  const lines = await view.manager
    .createQueryBuilder(EntryRow, 'entry')
    .innerJoin(EntryProcedureRow, 'line', counts('line'))
    .innerJoin(
      DecisionRow,
      'approval',
      `${counts('approval')} AND approval.live = 1 AND approval.slot = 'decision'`,
    )
    .leftJoin(
      DecisionRow,
      'resolution',
      `${counts('resolution')} AND resolution.live = 1 AND resolution.slot = 'resolution'`,
    )
    .where('line.programId = :programId AND line.fellowId IN (:...fellowIds)', wanted)
    .andWhere('line.itemId IN (:...itemIds) AND line.simulation = :simulation', { simulation: false })
    .select(grouped.map((column) => `${column} AS ${column.slice('line.'.length)}`))
    .addSelect(['approval.corrections AS corrections', 'resolution.kind AS resolved', 'COUNT(*) AS cases'])
    .groupBy([...grouped, 'approval.corrections', 'resolution.kind'].join(', '))
    .getRawMany<CaseLine>();
  return new EarlierCases(lines);
}

function correctionOf({ corrections, resolved, position }: CaseLine): LineCorrection | undefined {
  if (corrections === null || resolved === 'reversed') return undefined;
  return (JSON.parse(corrections) as LineCorrection[]).find((line) => line.position === position);
}

function keyOf(fellowId: string, itemId: string): string {
  return `${fellowId} ${itemId}`;
}

function add<Key>(counts: Map<Key, number>, key: Key, cases: number): void {
  counts.set(key, (counts.get(key) ?? 0) + cases);
}

function listed<Key>(order: readonly Key[], counts: ReadonlyMap<Key, number>): [Key, number][] {
  return order.flatMap((key): [Key, number][] => {
    const cases = counts.get(key);
    return cases === undefined ? [] : [[key, cases]];
  });
}
