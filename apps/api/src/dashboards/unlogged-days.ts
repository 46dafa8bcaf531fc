import { dayAfter, type Stretch } from '@countersign/domain/calendar';
import {
  coveredDays,
  LOGGING_LAG_DAYS,
  plannedDays,
  sumOfDays,
  type CoveredDays,
} from '@countersign/domain/people';
import type { UnloggedLineView, UnloggedView } from '@countersign/contracts/dashboards/yield-views';
import type { StoredFact } from '../competencies/program-facts';
import type { Names } from '../programs/names';
import type { RotationRow } from '../programs/program.row';

/** A fellow of a span: what was done in it, and where the schedule says it was. */
export interface FellowInSpan {
  readonly id: string;
  readonly facts: readonly StoredFact['fact'][];
  readonly rotations: readonly RotationRow[];
  readonly leave: readonly Stretch[];
}

/** What a fellow's rotations at one site say. */
interface DaysAtSite {
  readonly fellowId: string;
  readonly siteId: string;
  /** Null where they say nothing of procedure days. */
  readonly days: CoveredDays | null;
}

/**
 * Planned procedure days on which nothing was logged, by fellow and by site: numbers, and nothing of a patient. What was sent
 * counts, at whatever site it was done; what may still be written up is not asked about.
 */
export function unloggedDays(
  fellows: readonly FellowInSpan[],
  { span, today, names }: { readonly span: Stretch; readonly today: string; readonly names: Names },
): UnloggedView {
  const newest = dayAfter(today, -LOGGING_LAG_DAYS - 1);
  const asked = { fromOn: span.fromOn, toOn: span.toOn < newest ? span.toOn : newest };
  const found = fellows.flatMap((fellow) => daysBySite(fellow, asked));
  const siteIds = [...new Set(found.map(({ siteId }) => siteId))];
  const lineOf = (id: string, own: readonly DaysAtSite[]): UnloggedLineView => {
    const counted = own.flatMap(({ days }) => (days === null ? [] : [days]));
    return {
      ...{ of: names.person(id), isPlanned: own.length > 0 },
      ...(counted.length > 0 && { days: sumOfDays(counted) }),
    };
  };
  return {
    ...(asked.fromOn <= asked.toOn && { throughOn: asked.toOn }),
    fellows: byName(
      fellows.map(({ id }) =>
        lineOf(
          id,
          found.filter(({ fellowId }) => fellowId === id),
        ),
      ),
    ),
    sites: byName(
      siteIds.map((id) =>
        lineOf(
          id,
          found.filter(({ siteId }) => siteId === id),
        ),
      ),
    ),
  };
}

function daysBySite({ id, facts, ...schedule }: FellowInSpan, asked: Stretch): DaysAtSite[] {
  const done = facts.filter(({ kind, simulation }) => kind === 'procedure' && !simulation);
  const logged = new Set(done.map(({ performedOn }) => performedOn));
  const planned = plannedDays(schedule, asked);
  return [...new Set(planned.map(({ rotation }) => rotation.siteId))].map((siteId) => {
    const own = planned.filter(({ rotation }) => rotation.siteId === siteId);
    const says = own.some(({ rotation }) => rotation.procedureDays !== null);
    return { ...{ fellowId: id, siteId }, days: says ? coveredDays(own, logged) : null };
  });
}

function byName(lines: readonly UnloggedLineView[]): UnloggedLineView[] {
  return lines.toSorted((one, other) => one.of.name.localeCompare(other.of.name, 'en'));
}
