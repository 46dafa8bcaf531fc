import { endpoint } from '../endpoint';
import type { RollOverQuery } from './bodies';
import type { RollOverView } from './views';

/** What is to be done when the academic year changes. */
export const readRollOver = endpoint<{ query: RollOverQuery; view: RollOverView }>()({
  method: 'GET',
  path: '/programs/:programId/roll-over',
  action: 'roll-over.read',
  summary: 'What is to be done when the academic year changes, step by step, as it stands now.',
  status: 200,
  problems: ['people/impossible-date'],
});
