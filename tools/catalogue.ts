import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexCatalogue, parseCatalogue, searchCatalogue } from '@countersign/domain/catalogue';

/**
 * Searches the shipped catalogue from the command line, with the search of the app:
 *   tsx --tsconfig tsconfig.base.json tools/catalogue.ts "L4-5 tfesi"             ids, best first, one a line
 *   tsx --tsconfig tsconfig.base.json tools/catalogue.ts --file queries.json      one JSON line a query: {query, ids}
 * The file holds a JSON array of objects with a `query`.
 */
const folder = join(import.meta.dirname, '../apps/api/src/catalogue/editions/2026.1');

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function readEdition(): object {
  const catalogue = readJson(join(folder, 'catalogue.json'));
  if (typeof catalogue !== 'object' || catalogue === null) throw new Error('catalogue.json holds no object');
  const complications = readJson(join(folder, 'complications.json'));
  return { ...catalogue, complications, diagnoses: readJson(join(folder, 'diagnoses.json')) };
}

function queryOf(row: unknown): string {
  if (typeof row === 'object' && row !== null && 'query' in row && typeof row.query === 'string')
    return row.query;
  throw new Error(`Every row needs a query: ${JSON.stringify(row)}`);
}

function main(args: readonly string[]): void {
  const [first, file] = args;
  if (first === undefined || (first === '--file' && file === undefined)) {
    throw new Error('Say what to search for, or --file and a JSON file of queries.');
  }
  const parsed = parseCatalogue(readEdition());
  if (!parsed.ok) throw new Error(`The catalogue is not valid: ${JSON.stringify(parsed.errors)}`);
  const index = indexCatalogue(parsed.catalogue);
  const idsOf = (query: string) => searchCatalogue(index, query).map(({ itemId }) => itemId);
  if (first !== '--file' || file === undefined) {
    for (const id of idsOf(args.join(' '))) process.stdout.write(`${id}\n`);
    return;
  }
  const rows = readJson(file);
  if (!Array.isArray(rows)) throw new Error(`${file} holds no list of queries.`);
  for (const query of rows.map(queryOf))
    process.stdout.write(`${JSON.stringify({ query, ids: idsOf(query) })}\n`);
}

main(process.argv.slice(2));
