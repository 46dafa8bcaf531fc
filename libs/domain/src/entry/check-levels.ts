import { placesOf, type CatalogueItem, type Side } from '../catalogue';
import { refused, type Refused } from '../refusal';
import type { DraftProcedure, LevelAndSide } from './entry';

/** Where the procedure stands in the body, and whether what is missing matters yet. */
interface Place {
  readonly pointer: string;
  readonly stage: 'draft' | 'submitted';
}

/**
 * Everything wrong with the levels and sides of one procedure. An item with levels carries the side on each level. An
 * item without, or of which targets alone are named, may name targets (muscles, nerves, joints) as levels, with the side
 * on each or once on the procedure. Where a level is the tip of a lead it may be there once a lead.
 *
 * Codes: `entry/level-not-of-item`, `entry/single-level-item`, `entry/duplicate-level`, `entry/side-not-of-item`,
 * `entry/side-on-level`, `entry/required`.
 */
export function checkLevels(procedure: DraftProcedure, item: CatalogueItem, place: Place): Refused[] {
  return [
    ...checkEachLevel(procedure.levels, item, place.pointer),
    ...(item.perLead ? [] : duplicates(procedure.levels, place.pointer)),
    ...checkOnlyLevel(procedure.levels, item, place.pointer),
    ...checkSide(procedure, item, place.pointer),
    ...(place.stage === 'submitted' ? missing(procedure, item, place.pointer) : []),
  ];
}

function checkEachLevel(levels: readonly LevelAndSide[], item: CatalogueItem, pointer: string): Refused[] {
  const places = placesOf(item);
  return levels.flatMap(({ level, side }, position) => {
    const at = `${pointer}/levels/${position}`;
    const problems: Refused[] = [];
    if (!places.includes(level)) problems.push(refused('entry/level-not-of-item', `${at}/level`, { level }));
    if (side !== undefined && !item.sides.includes(side)) {
      problems.push(refused('entry/side-not-of-item', `${at}/side`, { side }));
    }
    return problems;
  });
}

/** The same level twice on overlapping sides would count twice: bilateral holds left and right. */
function duplicates(levels: readonly LevelAndSide[], pointer: string): Refused[] {
  return levels.flatMap((later, position) => {
    const isRepeated = levels
      .slice(0, position)
      .some((earlier) => earlier.level === later.level && overlap(earlier.side, later.side));
    return isRepeated
      ? [refused('entry/duplicate-level', `${pointer}/levels/${position}`, { level: later.level })]
      : [];
  });
}

function overlap(one: Side | undefined, other: Side | undefined): boolean {
  const areLateral = isLateral(one) && isLateral(other);
  return one === other || (areLateral && (one === 'bilateral' || other === 'bilateral'));
}

function isLateral(side: Side | undefined): boolean {
  return side === 'left' || side === 'right' || side === 'bilateral';
}

/** Targets are not levels: several muscles or nerves of one session are usual. */
function checkOnlyLevel(levels: readonly LevelAndSide[], item: CatalogueItem, pointer: string): Refused[] {
  if (item.multiLevel) return [];
  const named = levels.map(({ level }) => level);
  const second = named.findIndex((level) => item.levels.includes(level) && level !== named[0]);
  return second > 0 ? [refused('entry/single-level-item', `${pointer}/levels/${second}/level`)] : [];
}

function checkSide({ side, levels }: DraftProcedure, item: CatalogueItem, pointer: string): Refused[] {
  if (side === undefined) return [];
  if (!item.sides.includes(side)) return [refused('entry/side-not-of-item', `${pointer}/side`, { side })];
  const areTargets = levels.length > 0 && levels.every(({ level }) => item.targets.includes(level));
  const isOnLevels =
    (item.levels.length > 0 && !areTargets) || levels.some((level) => level.side !== undefined);
  return isOnLevels ? [refused('entry/side-on-level', `${pointer}/side`)] : [];
}

function missing({ side, levels }: DraftProcedure, item: CatalogueItem, pointer: string): Refused[] {
  if (levels.length === 0) {
    if (item.levels.length > 0) return [refused('entry/required', `${pointer}/levels`)];
    return item.sides.length > 0 && side === undefined ? [refused('entry/required', `${pointer}/side`)] : [];
  }
  if (item.sides.length === 0 || side !== undefined) return [];
  return levels.flatMap((level, position) =>
    level.side === undefined ? [refused('entry/required', `${pointer}/levels/${position}/side`)] : [],
  );
}
