/** A line of a table as a person sees it in a file: its number, from 1 on, and what is in its cells. */
export interface Line {
  readonly at: number;
  readonly cells: readonly string[];
}

/** Lines in which anything is written. */
export function written(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}
