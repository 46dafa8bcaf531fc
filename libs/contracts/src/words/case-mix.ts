import type { CareKind } from '@countersign/domain/competency';
import type { CaseMixView, DelayView } from '../dashboards/case-mix-views';
import { counted } from './count';
import { allOf } from './list';

/** Kinds of care without a procedure. */
export const careKindWords: Readonly<Record<CareKind, string>> = {
  acute: 'Acute pain',
  chronic: 'Chronic pain',
  cancer: 'Cancer pain and palliative care',
  'physical-therapy': 'Physical therapy and rehabilitation',
  psychology: 'Psychology',
  team: 'Team meetings',
};

/** What the care of the fellows shows, as its title: which kinds are below their aim, for how many. */
export function careFinding({ fellows }: CaseMixView): string {
  if (fellows.length === 0) return 'No fellows in this program today';
  const kinds = (fellows[0]?.care ?? []).map(({ kind }) => kind);
  const below = kinds.flatMap((kind) => {
    const cells = fellows.flatMap(({ care }) => care.filter((one) => one.kind === kind));
    const short = cells.filter(({ count, aim }) => aim !== undefined && count < aim).length;
    return short * 2 > fellows.length ? [careKindWords[kind]] : [];
  });
  const hasAims = fellows.some(({ care }) => care.some(({ aim }) => aim !== undefined));
  if (!hasAims) return 'Care without a procedure: the requirements set no aims';
  if (below.length === 0) return 'No kind of care is below its aim for most fellows';
  const named = below.length > 2 ? [...below.slice(0, 2), `${below.length - 2} more`] : below;
  return `${allOf(named)}: below the aim for most fellows`;
}

/** How long somebody takes, in a cell: `3 days (n 40), 2 longer than 14 days`. */
export function delayInWords({ n, medianDays, isAtLeast, slow }: DelayView): string {
  const long = slow === 0 ? '' : `, ${slow} longer than 14 days`;
  if (medianDays === undefined) return `n ${n}, too few for a median${long}`;
  const days = counted(medianDays, 'day', 'days');
  return `median ${isAtLeast === true ? 'at least ' : ''}${days} (n ${n})${long}`;
}
