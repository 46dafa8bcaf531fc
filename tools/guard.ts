import { join } from 'node:path';
import { groupOf, guardText } from '@countersign/domain/phi';
import type { LabelledLine } from '../libs/domain/src/phi/corpus/labelled-line';
import { measure } from '../libs/domain/src/phi/corpus/measure';
import { BadInput, readJson, runCommand } from './command';

/**
 * Runs the privacy guard over a file: `npm run guard -- FILE.json`, where the file holds an array of `{id, text}`. Prints
 * one line of JSON per item, `{id, tier, kinds}`, with the groups of what was found (structured, cued-name, bare-surname)
 * and never the text. Ends with 2 on bad input. Without a file it prints the guard's figures on the frozen hold-out.
 */
interface Item {
  readonly id: string | number;
  readonly text: string;
}

const HOLD_OUT = join(__dirname, '../libs/domain/src/phi/holdout/holdout.json');

function readItems(path: string): Item[] {
  const items = readJson(path);
  if (!Array.isArray(items)) throw new BadInput(`${path} holds no array.`);
  return items.map((item: unknown, index) => {
    if (!isItem(item)) throw new BadInput(`Item ${index + 1} of ${path} is not {id, text}.`);
    return item;
  });
}

function isItem(item: unknown): item is Item {
  if (typeof item !== 'object' || item === null || !('id' in item) || !('text' in item)) return false;
  return (typeof item.id === 'string' || typeof item.id === 'number') && typeof item.text === 'string';
}

/** The figures that may be quoted, with the aims that each has. */
function holdOutFigures(): string[] {
  const lines = readJson(HOLD_OUT) as LabelledLine[];
  const { recall, falseBlock, falseWarn } = measure(lines);
  const figure = (name: string, share: number, aim: string) =>
    `${name.padEnd(26)} ${(share * 100).toFixed(2).padStart(6)} %  (aim ${aim} %)`;
  return [
    `${lines.length} lines that the rules never saw`,
    figure('structured, found', recall.structured, '≥ 99'),
    figure('names with a cue, found', recall['cued-name'], '≥ 95'),
    figure('bare surnames, found', recall['bare-surname'], '≥ 70'),
    figure('clean notes, blocked', falseBlock, '≤ 0.5'),
    figure('clean notes, warned of', falseWarn, '≤ 5'),
  ];
}

runCommand(([path]) => {
  if (path === undefined) {
    for (const line of holdOutFigures()) console.log(line);
    return 0;
  }
  for (const { id, text } of readItems(path)) {
    const { tier, findings } = guardText(text);
    const kinds = [...new Set(findings.map(({ kind }) => groupOf(kind)))];
    console.log(JSON.stringify({ id, tier, kinds }));
  }
  return 0;
});
