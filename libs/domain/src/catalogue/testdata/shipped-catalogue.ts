import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexCatalogue, type CatalogueIndex } from '../catalogue-index';
import type { Catalogue, CatalogueItem } from '../catalogue-item';
import { parseCatalogue } from '../parse-catalogue';

const folder = join(__dirname, '../../../../../apps/api/src/catalogue/editions');

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

/** A shipped edition as the API reads it, before it is checked; the newest unless told. */
export function shippedFiles(edition = '2026.3'): Record<string, unknown> {
  return {
    ...(read(`${edition}/catalogue.json`) as object),
    complications: read('2026.1/complications.json'),
    diagnoses: read('2026.1/diagnoses.json'),
  };
}

/** A shipped edition, read with what another one says of its items where it is silent. */
export function shippedEdition(edition: string, elsewhere?: Catalogue): CatalogueIndex {
  const parsed = parseCatalogue(shippedFiles(edition), elsewhere);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return indexCatalogue(parsed.catalogue);
}

/** The newest shipped edition, so that rules are tested on the items that fellows log. */
export const shipped: CatalogueIndex = shippedEdition('2026.3');

/** An item of the newest shipped edition. */
export function shippedItem(id: string): CatalogueItem {
  const item = shipped.item(id);
  if (item === undefined) throw new Error(`no item ${id}`);
  return item;
}
