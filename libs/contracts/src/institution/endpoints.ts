import { endpoint } from '../endpoint';
import type { InstitutionCountsView } from './views';

/** What an institution's education office sees. */
export const readInstitutionCounts = endpoint<{ view: InstitutionCountsView }>()({
  method: 'GET',
  path: '/programs/:programId/institution-counts',
  action: 'institution-counts.read',
  summary: 'Counts of each program of the institution in which whoever asks is its education office.',
  status: 200,
  problems: [],
});
