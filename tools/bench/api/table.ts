import type { Load } from './loads';
import type { Seen } from './measure';
import { BARE } from './subjects';

/** What was seen of one load, by subject. */
export interface Line {
  readonly load: Load;
  readonly seen: ReadonlyMap<string, readonly Seen[]>;
  readonly statements: ReadonlyMap<string, number>;
}

const NONE = '–';

/** A table in Markdown: for each load and checkout the ratio to the bare driver, statements and processor time. */
export function table(lines: readonly Line[], headings: readonly string[]): string {
  const titles = headings.flatMap((heading) => [
    `${heading}: × bare`,
    `${heading}: statements`,
    `${heading}: ms of processor`,
  ]);
  const rows = lines.map((line) => [
    line.load.name,
    ...headings.flatMap((heading) => cells(line, heading)),
    line.load.aim,
  ]);
  return [['load', ...titles, 'aim'], ['---', ...titles.map(() => '--:'), '---'], ...rows]
    .map((cellsOfRow) => `| ${cellsOfRow.join(' | ')} |`)
    .join('\n');
}

function cells({ seen, statements }: Line, heading: string): string[] {
  const ours = seen.get(heading) ?? [];
  if (ours.length === 0) return [NONE, NONE, NONE];
  const bare = seen.get(BARE) ?? [];
  const ratio =
    middle(ours.map(({ perSecond }) => perSecond)) / middle(bare.map(({ perSecond }) => perSecond));
  const cpu = ours.flatMap(({ processorMs }) => (processorMs === undefined ? [] : [processorMs]));
  return [
    ratio.toFixed(ratio < 0.1 ? 3 : 2),
    statements.get(heading)?.toFixed(1) ?? NONE,
    cpu.length === 0 ? NONE : middle(cpu).toFixed(1),
  ];
}

/** The middle one of some figures, the lower of two. */
function middle(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor((figures.length - 1) / 2)] ?? NaN;
}
