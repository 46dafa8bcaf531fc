import { readFileSync } from 'node:fs';
import { groupOf, guardText } from '@countersign/domain/phi';

/**
 * Runs the privacy guard over a file: `tsx --tsconfig tsconfig.base.json tools/guard.ts FILE.json`, where the file holds
 * an array of `{id, text}`. Prints one line of JSON per item, `{id, tier, kinds}`, with the groups of what was found
 * (structured, cued-name, bare-surname) and never the text. Ends with 2 on bad input.
 */
interface Item {
  readonly id: string | number;
  readonly text: string;
}

class BadInput extends Error {}

function readItems(path: string | undefined): Item[] {
  if (path === undefined) throw new BadInput('Usage: guard.ts FILE.json (an array of {id, text}).');
  const items = parse(path);
  if (!Array.isArray(items)) throw new BadInput(`${path} holds no array.`);
  return items.map((item: unknown, index) => {
    if (!isItem(item)) throw new BadInput(`Item ${index + 1} of ${path} is not {id, text}.`);
    return item;
  });
}

function parse(path: string): unknown {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    throw new BadInput(`${path} cannot be read.`);
  }
  try {
    return JSON.parse(content);
  } catch {
    throw new BadInput(`${path} is not JSON.`);
  }
}

function isItem(item: unknown): item is Item {
  if (typeof item !== 'object' || item === null || !('id' in item) || !('text' in item)) return false;
  return (typeof item.id === 'string' || typeof item.id === 'number') && typeof item.text === 'string';
}

try {
  for (const { id, text } of readItems(process.argv[2])) {
    const { tier, findings } = guardText(text);
    const kinds = [...new Set(findings.map(({ kind }) => groupOf(kind)))];
    process.stdout.write(`${JSON.stringify({ id, tier, kinds })}\n`);
  }
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
