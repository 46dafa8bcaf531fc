import { endpoint } from '../endpoint';
import type { EntryView } from '../entries/views';
import type {
  AnswerBody,
  ApproveBatchBody,
  ApproveBody,
  CorrectionQuery,
  PastDecisionQuery,
  ResolutionBody,
  ReturnBody,
} from './bodies';
import type { ApprovedBatchView, CorrectedEntriesView, PastDecisionPageView, QueueView } from './views';

/** Why nobody may decide on what they were shown of an entry, whatever they decide. */
const notOnThis = [
  'access/not-found',
  'access/own-entry',
  'entry/stale-version',
  'entry/not-allowed-now',
] as const;

/** What waits for the signed-in supervisor. */
export const readQueue = endpoint<{ view: QueueView }>()({
  method: 'GET',
  path: '/programs/:programId/review-queue',
  action: 'queue.read',
  summary: 'Entries that wait for the signed-in supervisor, oldest first.',
  status: 200,
  problems: [],
});

/** What the signed-in supervisor decided. */
export const readPastDecisions = endpoint<{ query: PastDecisionQuery; view: PastDecisionPageView }>()({
  method: 'GET',
  path: '/programs/:programId/past-decisions',
  action: 'decision.read-own',
  summary: 'Approvals and returns of the signed-in supervisor that stand, newest first, 25 a page.',
  status: 200,
  problems: [],
});

/** Approves the newest version with its ratings, and may set roles or supervision levels right. */
export const approveEntry = endpoint<{ body: ApproveBody; view: EntryView }>()({
  method: 'POST',
  path: '/programs/:programId/entries/:entryId/approval',
  action: 'entry.approve',
  summary: 'Approve the newest version of an entry, with its ratings and corrections.',
  decides: true,
  status: 200,
  precondition: 'revision',
  problems: [
    ...notOnThis,
    'review/narrative-needed',
    'review/rating-needed',
    'review/rating-twice',
    'review/rating-unknown-procedure',
    'review/reason-needed',
    'review/correction-empty',
    'review/correction-repeated',
    'review/correction-unknown-procedure',
    'review/correction-changes-nothing',
    'review/correction-contradicts',
    'review/correction-repeats-row',
  ],
});

/** Approves entries that are alike by one signed act: all of them or none. */
export const approveBatch = endpoint<{ body: ApproveBatchBody; view: ApprovedBatchView }>()({
  method: 'POST',
  path: '/programs/:programId/review-batches',
  action: 'entry.approve-batch',
  summary: 'Approve up to 25 entries that are alike, each with its own decision, all or none.',
  status: 200,
  signs: true,
  problems: [
    ...notOnThis,
    'batch/empty',
    'batch/id-taken',
    'batch/not-alike',
    'batch/pulled',
    'batch/repeated',
    'batch/too-large',
    'review/narrative-needed',
  ],
});

/** Returns the newest version with a reason. */
export const returnEntry = endpoint<{ body: ReturnBody; view: EntryView }>()({
  method: 'POST',
  path: '/programs/:programId/entries/:entryId/return',
  action: 'entry.return',
  summary: 'Return the newest version of an entry to its fellow, with a reason.',
  decides: true,
  status: 200,
  precondition: 'revision',
  problems: [...notOnThis, 'review/reason-needed'],
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

/** Accepts or contests the supervisor's correction, within 14 days. */
export const answerCorrection = endpoint<{ body: AnswerBody; view: EntryView }>()({
  method: 'POST',
  path: '/programs/:programId/entries/:entryId/answer',
  action: 'entry.answer-correction',
  summary: 'Accept or contest the correction of an own entry, within 14 days.',
  status: 200,
  precondition: 'revision',
  problems: [
    'access/not-found',
    'entry/stale-version',
    'entry/not-allowed-now',
    'entry/no-open-correction',
    'entry/contest-expired',
    'review/reason-needed',
  ],
});

/** Corrections that concern the reader. */
export const readCorrections = endpoint<{ query: CorrectionQuery; view: CorrectedEntriesView }>()({
  method: 'GET',
  path: '/programs/:programId/corrections',
  action: 'correction.read',
  summary:
    'Corrected entries: the fellow’s own, for the director all, to be answered, contested or settled, 50 at most.',
  status: 200,
  problems: [],
});

/** Decides on a contested correction. */
export const resolveCorrection = endpoint<{ body: ResolutionBody; view: EntryView }>()({
  method: 'POST',
  path: '/programs/:programId/entries/:entryId/resolution',
  action: 'entry.resolve-correction',
  summary: 'Uphold or reverse a correction that the fellow contested.',
  decides: true,
  status: 200,
  precondition: 'revision',
  problems: [...notOnThis, 'entry/no-contested-correction', 'entry/own-correction', 'review/reason-needed'],
});
