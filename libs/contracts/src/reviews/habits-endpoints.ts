import { endpoint } from '../endpoint';
import type { ApprovalHabitsView } from './habits-views';

/** How approvals are given. */
export const readApprovalHabits = endpoint<{ view: ApprovalHabitsView }>()({
  method: 'GET',
  path: '/programs/:programId/approval-habits',
  action: 'approval-habits.read',
  summary:
    'Batch size, seconds an entry, age at approval, share corrected and returned in 90 days, by name; for a supervisor the own row.',
  status: 200,
  problems: [],
});
