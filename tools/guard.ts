import { groupOf, guardText } from '@countersign/domain/phi';
import { BadInput, readJson, runCommand } from './command';

/**
 * Runs the privacy guard over a file: `npm run guard -- FILE.json`, where the file holds an array of `{id, text}`. Prints
 * one line of JSON per item, `{id, tier, kinds}`, with the groups of what was found (structured, cued-name, bare-surname)
 * and never the text. Ends with 2 on bad input.
 */
interface Item {
  readonly id: string | number;
  readonly text: string;
}

function readItems(path: string | undefined): Item[] {
  if (path === undefined) throw new BadInput('usage: npm run guard -- FILE.json (an array of {id, text})');
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

runCommand(([path]) => {
  for (const { id, text } of readItems(path)) {
    const { tier, findings } = guardText(text);
    const kinds = [...new Set(findings.map(({ kind }) => groupOf(kind)))];
    console.log(JSON.stringify({ id, tier, kinds }));
  }
  return 0;
});
