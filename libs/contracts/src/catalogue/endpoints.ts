import { endpoint } from '../endpoint';
import type { MoveCatalogueBody } from './bodies';
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

/** Moves the program to the newest edition; entries keep the edition under which they were written. */
export const moveCatalogue = endpoint<{ body: MoveCatalogueBody; view: CatalogueView }>()({
  method: 'POST',
  path: '/programs/:programId/catalogue-edition',
  action: 'catalogue.publish',
  summary: 'Moves the program to the newest edition of the catalogue.',
  status: 200,
  problems: ['catalogue/not-newest'],
});
