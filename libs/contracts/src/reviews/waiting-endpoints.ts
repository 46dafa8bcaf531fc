import { endpoint } from '../endpoint';
import type { FallbackBody, ReassignBody } from './waiting-bodies';
import type { WaitingListView } from './waiting-views';

/** What waits in the program. */
export const readWaiting = endpoint<{ view: WaitingListView }>()({
  method: 'GET',
  path: '/programs/:programId/waiting',
  action: 'waiting.read',
  summary: 'Waiting entries by the supervisor for whom they wait; those of supervisors who left first.',
  status: 200,
  problems: [],
});

/** Hands waiting entries over to other supervisors: all of them or none. */
export const reassign = endpoint<{ body: ReassignBody; view: WaitingListView }>()({
  method: 'POST',
  path: '/programs/:programId/reassignments',
  action: 'entry.reassign',
  summary: 'Hand waiting entries over to other supervisors by one act, all or none.',
  status: 200,
  problems: [
    'access/not-found',
    'access/own-entry',
    'entry/not-allowed-now',
    'entry/stale-version',
    'hand-over/not-supervisor',
    'hand-over/same',
  ],
});

/** Says to whom entries fall that have waited for so many days. */
export const setFallback = endpoint<{ body: FallbackBody; view: WaitingListView }>()({
  method: 'PUT',
  path: '/programs/:programId/fallback',
  action: 'fallback.set',
  summary: 'Set to whom entries fall besides their supervisor after so many days, or to nobody.',
  status: 200,
  problems: ['hand-over/not-supervisor'],
});
