import { endpoint } from '../endpoint';
import type { CatalogueView } from './views';

/** Reads the program's catalogue; the reply carries an ETag, so that an unchanged edition costs 304. */
export const readCatalogue = endpoint<{ view: CatalogueView }>()({
  method: 'GET',
  path: '/programs/:programId/catalogue',
  action: 'catalogue.read',
  summary: 'The procedures, experiences, complications and diagnoses that can be logged.',
  status: 200,
  cached: 'tag',
  problems: [],
});
