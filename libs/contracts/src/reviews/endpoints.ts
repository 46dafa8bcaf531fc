import { endpoint } from '../endpoint';
import type { EntryView } from '../entries/views';
import type { ApproveBody, ReturnBody } from './bodies';
import type { QueueView } from './views';

/** What waits for the signed-in supervisor. */
export const readQueue = endpoint<{ view: QueueView }>()({
  method: 'GET',
  path: '/programs/:programId/review-queue',
  action: 'queue.read',
  summary: 'Entries that wait for the signed-in supervisor, oldest first.',
  status: 200,
  problems: [],
});

/** Approves the newest version with a rating. */
export const approveEntry = endpoint<{ body: ApproveBody; view: EntryView }>()({
  method: 'POST',
  path: '/programs/:programId/entries/:entryId/approval',
  action: 'entry.approve',
  summary: 'Approve the newest version of an entry, with a rating.',
  status: 200,
  precondition: 'revision',
  problems: [
    'access/not-found',
    'access/own-entry',
    'entry/stale-version',
    'entry/not-allowed-now',
    'review/narrative-needed',
  ],
});

/** Returns the newest version with a reason. */
export const returnEntry = endpoint<{ body: ReturnBody; view: EntryView }>()({
  method: 'POST',
  path: '/programs/:programId/entries/:entryId/return',
  action: 'entry.return',
  summary: 'Return the newest version of an entry to its fellow, with a reason.',
  status: 200,
  precondition: 'revision',
  problems: ['access/not-found', 'access/own-entry', 'entry/stale-version', 'entry/not-allowed-now'],
});

/** Takes the reader's own decision back, within ten seconds. */
export const undoDecision = endpoint<{ view: EntryView }>()({
  method: 'POST',
  path: '/programs/:programId/entries/:entryId/undo',
  action: 'entry.undo-decision',
  summary: 'Take back one’s own decision within ten seconds.',
  status: 200,
  precondition: 'revision',
  problems: ['access/not-found', 'entry/stale-version', 'entry/undo-expired', 'entry/nothing-to-undo'],
});
