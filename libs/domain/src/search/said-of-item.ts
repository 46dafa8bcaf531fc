import type { CatalogueItem, NumberDetail } from '../catalogue';
import { wordsOf } from './query-levels';

/** What a search text says of an item beside its levels and side, ready to become part of a procedure. */
export interface SaidOfItem {
  readonly techniques: readonly string[];
  readonly targets: readonly string[];
  /** Region of the targets, where they are all in one. */
  readonly region?: string;
  readonly details: readonly { readonly id: string; readonly amount: number }[];
}

/** Numbers as they are written out. */
const numbers: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten'
    .split(' ')
    .map((word, position) => [word, position + 1] as const),
);

/** Units of what is counted: a number that stands last and alone is meant in one of them. */
const countedUnits: ReadonlySet<string> = new Set([
  'leads',
  'sites',
  'units',
  'patients',
  'needles',
  'patches',
]);

/**
 * Finds techniques and targets that the words of a query name whole, and numbers with a unit of the item’s details (`two
 * leads`, `155 units`), or, last and alone, in the unit of what the item counts first (`tpi trapezius left 4`).
 */
export function saidOfItem(item: CatalogueItem, words: readonly string[]): SaidOfItem {
  const isNamed = (key: string) => key !== 'other' && wordsOf(key).every((word) => words.includes(word));
  const targets = item.targets.filter(isNamed);
  const regions = [...new Set(targets.flatMap((target) => item.regionOf[target] ?? []))];
  return {
    techniques: withoutContradiction(item, item.techniques.filter(isNamed)),
    targets,
    ...(regions.length === 1 ? { region: regions[0] ?? '' } : {}),
    details: numbersOf(item, words),
  };
}

/** Of techniques that contradict each other the first. */
function withoutContradiction({ oneOf }: CatalogueItem, techniques: readonly string[]): string[] {
  return techniques.filter((technique) =>
    oneOf.every((group) => {
      const [first] = techniques.filter((other) => group.includes(other));
      return !group.includes(technique) || first === technique;
    }),
  );
}

function numbersOf({ details }: CatalogueItem, words: readonly string[]): SaidOfItem['details'] {
  const asked = details.filter((detail) => detail.kind === 'number');
  const said = asked.flatMap((detail) => {
    const amount = amountIn(detail, words);
    return amount === undefined ? [] : [{ id: detail.id, amount }];
  });
  const [first] = asked.filter(({ unit }) => countedUnits.has(unit));
  const last = words.at(-1) ?? '';
  if (said.length > 0 || first === undefined || !/^\d+$/.test(last)) return said;
  return isWithin(first, Number(last)) ? [{ id: first.id, amount: Number(last) }] : [];
}

/** The number before the detail’s unit, which may be in the singular. */
function amountIn(detail: NumberDetail, words: readonly string[]): number | undefined {
  const unit = detail.unit.toLowerCase();
  const position = words.findIndex((word) => word === unit || `${word}s` === unit);
  const typed = words[position - 1] ?? '';
  const amount = numbers.get(typed) ?? (/^\d+$/.test(typed) ? Number(typed) : undefined);
  return amount !== undefined && isWithin(detail, amount) ? amount : undefined;
}

function isWithin({ min, max }: NumberDetail, amount: number): boolean {
  return amount >= min && amount <= max;
}
