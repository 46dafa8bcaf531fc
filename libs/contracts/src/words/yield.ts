import { ratePer, shareOf } from '@countersign/domain/competency';
import type { GroupYieldView, YieldView } from '../dashboards/yield-views';
import { percent } from './count';
import { allOf } from './list';

/** What is said where there are too few cases, or too little time, for a rate. */
const TOO_FEW = 'too few to say';

/** What yields do not say, under every table of them. */
export const yieldCaution =
  'It says where cases were, not who teaches well: a site gives what its patients need and what rotations bring there, a supervisor what the lists hold. Everybody stands by name; below ten cases no share and no rate is said.';

/** A part of a whole, with its share where the whole is large enough for one: `212 of 240, 88 %`. */
export function partInWords(part: number, whole: number): string {
  const share = shareOf(part, whole);
  return share === null ? `${part} of ${whole}` : `${part} of ${whole}, ${percent(share)}`;
}

/** How many in each week or month: `4.2`. */
export function rateInWords(cases: number, units: number): string {
  return ratePer(cases, units)?.toFixed(1) ?? TOO_FEW;
}

/** Titles of the groups that are found mostly at one source, in the order of the catalogue. */
export function mostlyHere(
  { groups }: Pick<YieldView, 'groups'>,
  { groups: own }: { readonly groups: readonly GroupYieldView[] },
): string[] {
  return groups.flatMap(({ id, title }) =>
    own.some(({ group, isMostlyHere }) => isMostlyHere && group === id) ? [title] : [],
  );
}

/** What the sites, or the supervisors, show, as a title: what is found mostly at one of them. */
export function yieldFinding(view: YieldView, of: 'sites' | 'supervisors'): string {
  const sources = of === 'sites' ? view.sites : view.supervisors;
  const one = of === 'sites' ? 'at one site' : 'with one supervisor';
  if (sources.every(({ entries }) => entries === 0)) return 'No approved entries in these days';
  const found = new Set(sources.flatMap((source) => mostlyHere(view, source)));
  const titles = view.groups.map(({ title }) => title).filter((title) => found.has(title));
  if (titles.length === 0) return `No group is done mostly ${one}`;
  const done = new Set(sources.flatMap(({ groups }) => groups.map(({ group }) => group))).size;
  if (titles.length > 2) return `${titles.length} of ${done} groups are done mostly ${one}`;
  return `Done mostly ${one}: ${allOf(titles)}`;
}

/** Where a group is found, as a title: `Epidurals: 120 entries, at 2 of 3 sites`. */
export function groupFinding(
  { sites }: YieldView,
  group: { readonly id: string; readonly title: string },
): string {
  const counts = sites.map(({ groups }) => groups.find((one) => one.group === group.id)?.entries ?? 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const having = counts.filter((count) => count > 0).length;
  if (all === 0) return `${group.title}: none in these days`;
  return `${group.title}: ${all} ${all === 1 ? 'entry' : 'entries'}, at ${having} of ${sites.length} ${sites.length === 1 ? 'site' : 'sites'}`;
}
