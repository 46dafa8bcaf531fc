import { sides, type Side } from '../catalogue';
import type { Correct } from './spelling';

/** Levels named in a search text: one (`from` equal to `to`) or from one to another, such as `L4` to `L5`. */
export interface LevelSpan {
  readonly from: string;
  readonly to: string;
}

/** A search text taken apart. */
export interface ReadQuery {
  /** What is left without levels and sides, in lower case. */
  readonly words: readonly string[];
  readonly spans: readonly LevelSpan[];
  readonly sides: readonly Side[];
}

const highest: Readonly<Record<string, number>> = { c: 8, t: 12, l: 5, s: 5, v: 3 };

/** How each side is typed. */
const typedSides: Readonly<Record<Side, string>> = {
  left: 'l lt lft left',
  right: 'r rt rgt right',
  bilateral: 'bl bil bilat bilateral bilaterally both',
  midline: 'ml midline',
};

/** The side that a word says. */
export const sideWords: ReadonlyMap<string, Side> = new Map(
  sides.flatMap((side) => typedSides[side].split(' ').map((word) => [word, side] as const)),
);

const separator = String.raw`\s*(?:-|\/|,|&|\+|and\b|to\b|thru\b|through\b)\s*|\s+`;
const unit = String.raw`\s*(?:%|mg|ml|cc|khz|days?|leads?|sites?|levels?|weeks?|needles?|years?|yo)\b`;

/**
 * A run of levels: a region letter and a number, then more numbers with or without the letter. A side may be glued to
 * the front (`rl4`), a dorsal ramus to the end (`l5dr`). Numbers that carry a unit are doses or leads, not levels.
 */
const levelRun = new RegExp(
  String.raw`(?<![a-z0-9])(?:(rt|lt|r|l)(?=[ctlsv]\d))?([ctlsv]\s?\d{1,4}(?:(?:${separator}|(?=[ctlsv]\d))` +
    String.raw`(?:[ctlsv]\s?)?\d{1,4}(?!\d)(?!${unit}))*)(?:\s?dr)?(?![a-z0-9%])`,
  'g',
);

const runPart = /(-|\/|to|thru|through)|(,|&|\+|and)|([ctlsv])?\s?(\d+)/g;

/**
 * Takes a search text apart into levels, sides and words, each word put right by `correct`. Never fails: what is no
 * level or side is a word.
 */
export function readQuery(query: string, correct: Correct = (word) => [word]): ReadQuery {
  const text = plain(query);
  const spans: LevelSpan[] = [];
  const said: Side[] = [];
  const withoutLevels = text.replace(levelRun, (_run, gluedSide: string | undefined, run: string) => {
    spans.push(...spansOf(run));
    return ` ${gluedSide ?? ''} `;
  });
  const words: string[] = [];
  for (const word of wordsOf(withoutLevels).flatMap(correct)) {
    const side = sideWords.get(word);
    if (side === undefined) words.push(word);
    else said.push(side);
  }
  return { words, spans, sides: said };
}

/** A number after the name of a region, without its letter: `lumbar 4-5`. */
const bareNumber = new RegExp(
  String.raw`(?<![a-z0-9])([ctls])(?:ervical|erv|horacic|hor|umbar|umb|acral)\s+(?=\d{1,2}(?!\d)(?!${unit})(?!%))`,
  'g',
);

/** Lower case, without accents, with one kind of dash, `b/l` as a word, and `l-spine` or `l-mbb` as one. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\p{Pd}/gu, '-')
    .replace(/(?<![a-z])b\s?\/\s?l(?![a-z])/g, ' bilat ')
    .replace(/(?<![a-z])(left|right|l|r)[\s-]?sided?\b/g, '$1 ')
    .replace(/(?<![a-z0-9])([ctl])(?:-(?=[a-z])|\s(?=spine))/g, '$1')
    .replace(/['’]/g, '')
    .replace(/(?<![a-z0-9])((?:[ctls]\d{1,2}[-/]?)(?:[ctls]?\d{1,2}[-/]?){0,4})(?=[a-z]{3})/g, '$1 ')
    .replace(bareNumber, '$&$1');
}

/** Words and numbers of a text in lower case. */
export function wordsOf(text: string): string[] {
  return text.match(/[a-z0-9]+/g) ?? [];
}

const regionOrder = Object.keys(highest).join('').toUpperCase();

function fromTheTop(one: string, other: string): number {
  const byRegion = regionOrder.indexOf(one.charAt(0)) - regionOrder.indexOf(other.charAt(0));
  return byRegion === 0 ? Number(one.slice(1)) - Number(other.slice(1)) : byRegion;
}

/** A number read from a run, and whether a dash (or a slash, `to`, or nothing) ties it to the one before. */
interface Point {
  readonly name: string;
  readonly isTied: boolean;
}

function spansOf(run: string): LevelSpan[] {
  const groups: string[][] = [];
  for (const { name, isTied } of pointsOf(run)) {
    const last = groups.at(-1);
    if (isTied && last !== undefined) last.push(name);
    else groups.push([name]);
  }
  return groups.flatMap((names) => {
    const [from = '', to = from] = names.length === 2 ? names.sort(fromTheTop) : names;
    return names.length > 2 ? names.map((name) => ({ from: name, to: name })) : [{ from, to }];
  });
}

function pointsOf(run: string): Point[] {
  const points: Point[] = [];
  let region = '';
  let joiner: 'tie' | 'list' | 'none' = 'none';
  for (const [, tie, list, letter, digits] of run.matchAll(runPart)) {
    if (digits === undefined) {
      joiner = tie === undefined && list !== undefined ? 'list' : 'tie';
      continue;
    }
    const isBare = letter === undefined;
    region = letter ?? region;
    numbersIn(digits, highest[region] ?? 0).forEach((number, position) => {
      const isTied = position > 0 || joiner === 'tie' || (joiner === 'none' && isBare);
      points.push({ name: `${region.toUpperCase()}${number}`, isTied });
    });
    joiner = 'none';
  }
  return points;
}

/** The numbers written in a row of digits: one if it can be, else rising ones, as in `45` for L4 and L5. */
function numbersIn(digits: string, most: number): number[] {
  if (Number(digits) <= most) return [Number(digits)];
  for (let length = digits.length - 1; length > 0; length -= 1) {
    const first = Number(digits.slice(0, length));
    const rest = numbersIn(digits.slice(length), most);
    if (first <= most && rest[0] === first + 1) return [first, ...rest];
  }
  return [];
}
