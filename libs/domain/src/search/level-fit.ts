import { facetJoints, nerveRoots, spaces, vertebrae, type CatalogueItem, type LevelType } from '../catalogue';
import type { LevelSpan } from './query-levels';

/** How the levels of a search text fall on an item. */
export interface LevelFit {
  /** Levels of the item that the text means, in the order of the item. */
  readonly levels: readonly string[];
  /** Share of what the text means on such an item that the item has, 0 to 1. */
  readonly share: number;
}

type Meaning = (span: LevelSpan, item: CatalogueItem) => readonly string[];

/**
 * What a level in a search text means for each type of level. A text says `L4-5` for many things:
 * for a disc, a facet joint or an interspace, that space; for a medial branch, the two nerves that supply that joint;
 * for a nerve root, the root that leaves through that foramen (L4 at L4-5, but C5 at C4-5, and C8 at C7-T1); for a
 * vertebra or a dermatome, both. Three or more from end to end (`L3-5`) mean everything between.
 */
const meanings: Readonly<Record<LevelType, Meaning>> = {
  none: () => [],
  muscle: () => [],
  vertebra: (span) => between(vertebrae, span),
  nerve: (span) => between(nerveRoots, span),
  dermatome: (span) => between(nerveRoots, span),
  'nerve-root': rootsMeant,
  interspace: spacesMeant,
  disc: spacesMeant,
  joint: spacesMeant,
  'medial-branch': medialBranchesMeant,
  'lateral-branch': (span, item) =>
    between(item.levels, { from: ramusOf(span.from, item), to: ramusOf(span.to, item) }),
  'nerve-division': (span, item) => between(item.levels, span),
};

/** Finds the levels of an item that a search text means. */
export function fitLevels(item: CatalogueItem, spans: readonly LevelSpan[]): LevelFit {
  const named = pairUp(spans, (pair) => isPairOn(item, pair));
  const meant = named.map((span) => meanings[item.levelType](span, item));
  const wanted = new Set(meant.flat());
  const shares = meant.map((levels) =>
    ratio(levels.filter((level) => item.levels.includes(level)).length, levels.length),
  );
  return {
    levels: item.levels.filter((level) => wanted.has(level)),
    share: ratio(
      shares.reduce((sum, own) => sum + own, 0),
      named.length,
    ),
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function namesSpaces(levelType: LevelType): boolean {
  return levelType === 'interspace' || levelType === 'disc' || levelType === 'joint';
}

/**
 * Two neighbours named one after the other (`L4 L5`) are the space between them, where spaces are treated; where medial
 * branches are, only when the lower one has none there (`L5 S1`).
 */
function isPairOn({ levelType, levels }: CatalogueItem, { to }: LevelSpan): boolean {
  return namesSpaces(levelType) || (levelType === 'medial-branch' && !levels.includes(dorsalRamus(to)));
}

function pairUp(spans: readonly LevelSpan[], isPair: (pair: LevelSpan) => boolean): LevelSpan[] {
  const pairs = spans.map((span, position) => {
    const pair = pairOf(span, spans[position + 1]);
    return pair !== undefined && isPair(pair) ? pair : undefined;
  });
  return spans.flatMap((span, position) => {
    const pair = pairs[position];
    if (pair !== undefined) return [pair];
    return pairs[position - 1] === undefined ? [span] : [];
  });
}

function pairOf(span: LevelSpan, next: LevelSpan | undefined): LevelSpan | undefined {
  if (next === undefined || !isPoint(span) || !isPoint(next)) return undefined;
  const pair = { from: span.from, to: next.from };
  return spaceOf(pair) === undefined ? undefined : pair;
}

function isPoint({ from, to }: LevelSpan): boolean {
  return from === to;
}

function spaceOf({ from, to }: LevelSpan): string | undefined {
  if (from === 'C0' && to === 'C1') return 'C0-1';
  return [...spaces.keys()].find((name) => {
    const ends = spaces.get(name);
    return ends?.[0] === from && ends[1] === to;
  });
}

function between(names: readonly string[], { from, to }: LevelSpan): readonly string[] {
  const first = names.indexOf(from);
  return first === -1 ? [] : names.slice(first, names.indexOf(to) + 1);
}

/** Every space from one vertebra down to another. */
function spacesMeant(span: LevelSpan): readonly string[] {
  const single = spaceOf(span);
  if (single !== undefined) return [single];
  const passed = new Set(between(vertebrae, span));
  return [...spaces]
    .filter(([, [upper, lower]]) => passed.has(upper) && passed.has(lower))
    .map(([name]) => name);
}

function rootsMeant(span: LevelSpan): readonly string[] {
  if (spaceOf(span) === undefined) return between(nerveRoots, span);
  if (span.to === 'T1') return ['C8'];
  return [span.from.startsWith('C') ? span.to : span.from];
}

function medialBranchesMeant(span: LevelSpan, item: CatalogueItem): readonly string[] {
  const nerves = { from: dorsalRamus(span.from), to: dorsalRamus(span.to) };
  const isNerveRange = item.levels.includes(nerves.from) && item.levels.includes(nerves.to);
  if (isPoint(span) || (isNerveRange && spaceOf(span) === undefined)) return between(item.levels, nerves);
  return spacesMeant(span).flatMap((joint) => facetJoints.get(joint) ?? []);
}

/** The lateral branches begin with the dorsal rami that the item has. */
function ramusOf(name: string, { levels }: CatalogueItem): string {
  return levels.includes(`${name} DR`) ? `${name} DR` : name;
}

function dorsalRamus(name: string): string {
  return name === 'L5' ? 'L5 DR' : name;
}
