import { endpoint } from '../endpoint';
import type { AsOfQuery } from './bodies';
import type { EvidenceView, ProgressView } from './views';

/** A fellow's progress. */
export const readProgress = endpoint<{ query: AsOfQuery; view: ProgressView }>()({
  method: 'GET',
  path: '/programs/:programId/fellows/:fellowId/progress',
  action: 'progress.read',
  summary: 'A fellow’s standing, rule by rule, against the requirement set.',
  status: 200,
  problems: ['access/not-found', 'requirement/date-impossible'],
});

/** The entries behind a fellow's numbers in one competency. */
export const readEvidence = endpoint<{ view: EvidenceView }>()({
  method: 'GET',
  path: '/programs/:programId/fellows/:fellowId/competencies/:competencyId/evidence',
  action: 'progress.read',
  summary:
    'For each rule of a competency: the entries that count, that wait, and that do not count with the reason.',
  status: 200,
  problems: ['access/not-found'],
});
