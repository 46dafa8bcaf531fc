import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexCatalogue, type CatalogueIndex } from '../catalogue-index';
import type { CatalogueItem } from '../catalogue-item';
import { parseCatalogue } from '../parse-catalogue';

const folder = join(__dirname, '../../../../../apps/api/src/catalogue/editions/2026.1');

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

/** The shipped edition as the API reads it, before it is checked. */
export function shippedFiles(): Record<string, unknown> {
  return {
    ...(read('catalogue.json') as object),
    complications: read('complications.json'),
    diagnoses: read('diagnoses.json'),
  };
}

/** The shipped edition, so that rules are tested on the items that fellows log. */
export const shipped: CatalogueIndex = (() => {
  const parsed = parseCatalogue(shippedFiles());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return indexCatalogue(parsed.catalogue);
})();

/** An item of the shipped edition. */
export function shippedItem(id: string): CatalogueItem {
  const item = shipped.item(id);
  if (item === undefined) throw new Error(`no item ${id}`);
  return item;
}
