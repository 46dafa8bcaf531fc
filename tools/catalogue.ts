import { indexCatalogue, parseCatalogue } from '@countersign/domain/catalogue';
import { searchCatalogue } from '@countersign/domain/search';
import { currentEdition, editions } from '../apps/api/src/catalogue/editions/editions';
import { BadInput, readJson, runCommand } from './command';

/**
 * Searches the newest edition of the catalogue from the command line, with the search of the app:
 *   npm run catalogue -- "L4-5 tfesi"             ids, best first, one a line
 *   npm run catalogue -- --file queries.json      one JSON line a query: {query, ids}
 * The file holds a JSON array of objects with a `query`. Ends with 2 on bad input.
 */
function queryOf(row: unknown): string {
  if (typeof row === 'object' && row !== null && 'query' in row && typeof row.query === 'string')
    return row.query;
  throw new BadInput(`Every row needs a query: ${JSON.stringify(row)}`);
}

runCommand((args) => {
  const [first, file] = args;
  if (first === undefined || (first === '--file' && file === undefined)) {
    throw new BadInput('usage: npm run catalogue -- "WORDS", or --file and a JSON file of queries');
  }
  if (first !== '--file' && args.join(' ').trim() === '') throw new BadInput('The query is empty.');
  const parsed = parseCatalogue(editions.find(({ edition }) => edition === currentEdition));
  if (!parsed.ok) throw new Error(`The catalogue is not valid: ${JSON.stringify(parsed.errors)}`);
  const index = indexCatalogue(parsed.catalogue);
  const idsOf = (query: string) => searchCatalogue(index, query).map(({ itemId }) => itemId);
  if (first !== '--file' || file === undefined) {
    for (const id of idsOf(args.join(' '))) console.log(id);
    return 0;
  }
  const rows = readJson(file);
  if (!Array.isArray(rows)) throw new BadInput(`${file} holds no list of queries.`);
  for (const query of rows.map(queryOf)) console.log(JSON.stringify({ query, ids: idsOf(query) }));
  return 0;
});
