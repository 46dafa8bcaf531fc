import { endpoint } from '../endpoint';
import type { DashboardView } from './views';

/** The director's page. */
export const readDashboard = endpoint<{ view: DashboardView }>()({
  method: 'GET',
  path: '/programs/:programId/dashboard',
  action: 'dashboard.read',
  summary: 'Fellows by competency and by procedure group, approvals and who they wait for.',
  status: 200,
  problems: [],
});
