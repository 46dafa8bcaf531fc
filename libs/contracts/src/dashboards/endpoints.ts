import { endpoint } from '../endpoint';
import type { DashboardView, EvidenceView, ProgressView } from './views';

/** The director's page. */
export const readDashboard = endpoint<{ view: DashboardView }>()({
  method: 'GET',
  path: '/programs/:programId/dashboard',
  action: 'dashboard.read',
  summary: 'Fellows by competency and by procedure group, approvals and who they wait for.',
  status: 200,
  problems: [],
});

/** A fellow's progress. */
export const readProgress = endpoint<{ view: ProgressView }>()({
  method: 'GET',
  path: '/programs/:programId/fellows/:fellowId/progress',
  action: 'progress.read',
  summary: 'A fellow’s standing, rule by rule, against the requirement set.',
  status: 200,
  problems: ['access/not-found'],
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
