import type { CatalogueItem, Side } from '@countersign/domain/catalogue';
import type { LevelAndSide } from '@countersign/domain/entry';

/** A column of the picker: a side, the level itself where it has no side or the midline counts, or both sides. */
export type PickerColumn = 'left' | 'middle' | 'right' | 'both';

/** What is chosen at one level; `open` is a level that was named without its side. */
export interface LevelMarks {
  readonly left: boolean;
  readonly middle: boolean;
  readonly right: boolean;
  readonly open: boolean;
}

/** Rows shown of a long list until somebody asks for the rest. */
const USUAL_ROWS = 6;
/** A list up to this long is shown whole. */
const SHORT_LIST = 8;

const lateral = ['left', 'right', 'bilateral'] as const;

/** Everything that the item offers as a level: its levels and, beside them, the bones or nerves it names. */
export function rowsOf(item: CatalogueItem): readonly string[] {
  return [...item.levels, ...item.targets];
}

/** The columns that the item's sides ask for. */
export function columnsOf(item: CatalogueItem): readonly PickerColumn[] {
  if (!lateral.some((side) => item.sides.includes(side))) return ['middle'];
  return item.sides.includes('midline') ? ['left', 'middle', 'right', 'both'] : ['left', 'right', 'both'];
}

/** What is chosen at a level. */
export function marksOf(levels: readonly LevelAndSide[], level: string, item: CatalogueItem): LevelMarks {
  const sides = levels.filter((one) => one.level === level).map((one) => one.side);
  const isSideless = sides.includes(undefined);
  const isBoth = sides.includes('bilateral');
  return {
    left: isBoth || sides.includes('left'),
    right: isBoth || sides.includes('right'),
    middle: sides.includes('midline') || (isSideless && item.sides.length === 0),
    open: isSideless && item.sides.length > 0,
  };
}

/** Whether a button of the picker is pressed. */
export function isPressed(marks: LevelMarks, column: PickerColumn): boolean {
  return column === 'both' ? marks.left && marks.right : marks[column];
}

/** The choice after one button was pressed. Only an item for several levels keeps what was chosen at the others. */
export function toggled(
  levels: readonly LevelAndSide[],
  item: CatalogueItem,
  press: { readonly level: string; readonly column: PickerColumn },
): LevelAndSide[] {
  const { level, column } = press;
  const before = marksOf(levels, level, item);
  const after = { ...before, open: false };
  if (column === 'both') after.left = after.right = !(before.left && before.right);
  else after[column] = !before[column];
  const keepsOthers = item.multiLevel || item.targets.includes(level);
  const others = levels.filter(
    (one) => one.level !== level && (keepsOthers || item.targets.includes(one.level)),
  );
  return inOrder([...others, ...levelsAt(level, after, item)], item);
}

/** Gives the levels that were named without a side the same side. */
export function withOpenSides(levels: readonly LevelAndSide[], side: Side): LevelAndSide[] {
  return levels.map((one) => (one.side === undefined ? { ...one, side } : one));
}

function levelsAt(level: string, marks: LevelMarks, item: CatalogueItem): LevelAndSide[] {
  if (item.sides.length === 0) return marks.middle ? [{ level }] : [];
  const chosen: LevelAndSide[] = marks.middle ? [{ level, side: 'midline' }] : [];
  if (marks.left && marks.right) return [{ level, side: 'bilateral' }, ...chosen];
  if (marks.left) return [{ level, side: 'left' }, ...chosen];
  return marks.right ? [{ level, side: 'right' }, ...chosen] : chosen;
}

function inOrder(levels: readonly LevelAndSide[], item: CatalogueItem): LevelAndSide[] {
  const rows = rowsOf(item);
  return levels.toSorted((one, other) => rows.indexOf(one.level) - rows.indexOf(other.level));
}

/**
 * The part of a long list to start with: around these levels, which were chosen already or used last, else the lower
 * end, where most of the work is.
 */
export function usualRows(item: CatalogueItem, around: readonly string[]): readonly string[] {
  const rows = rowsOf(item);
  if (rows.length <= SHORT_LIST) return rows;
  const places = around.map((level) => item.levels.indexOf(level)).filter((place) => place !== -1);
  const last = item.levels.length - USUAL_ROWS;
  const middle =
    places.length > 0 ? Math.round((Math.min(...places) + Math.max(...places)) / 2) : last + USUAL_ROWS / 2;
  const start = Math.min(Math.max(0, middle - USUAL_ROWS / 2), last);
  return item.levels.slice(start, start + USUAL_ROWS);
}
