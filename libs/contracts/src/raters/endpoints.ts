import { endpoint } from '../endpoint';
import type { OwnRatingsView, RatersView } from './views';

/** Raters beside one another. */
export const readRaters = endpoint<{ view: RatersView }>()({
  method: 'GET',
  path: '/programs/:programId/raters',
  action: 'raters.read',
  summary: 'What ratings say of supervisors and fellows, freed of who happened to rate whom.',
  status: 200,
  problems: [],
});

/** The own ratings of a supervisor. */
export const readOwnRatings = endpoint<{ view: OwnRatingsView }>()({
  method: 'GET',
  path: '/programs/:programId/own-ratings',
  action: 'rating.read-own',
  summary: 'How a supervisor rates beside colleagues on the same fellows; the own note and no other.',
  status: 200,
  problems: [],
});
