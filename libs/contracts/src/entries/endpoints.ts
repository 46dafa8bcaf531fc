import { endpoint, fileEndpoint } from '../endpoint';
import type {
  AmendEntryBody,
  EntryBody,
  EntryQuery,
  LogEntryBody,
  RedactTextBody,
  VoidEntryBody,
} from './bodies';
import type { EntryHistoryView } from './history-views';
import type { EntryPageView, EntryView, LogContextView } from './views';
import type { StoppedTextsView } from './stopped-views';

/** The largest entry that has the form of its class: twelve procedures with sixty levels and details each. */
const ENTRY_KB = 256;

/** What the log page starts from. */
export const readLogContext = endpoint<{ view: LogContextView }>()({
  method: 'GET',
  path: '/programs/:programId/log-context',
  action: 'entry.log',
  summary: 'Today, sites, supervisors, rotation and quick picks for logging an entry.',
  status: 200,
  problems: [],
});

/**
 * Logs an entry as draft or submitted. Sent again with the same id and content it answers the same entry, and submits a
 * draft that has never been sent when it now says so.
 */
export const logEntry = endpoint<{ body: LogEntryBody; view: EntryView }>()({
  method: 'POST',
  path: '/programs/:programId/entries',
  action: 'entry.log',
  summary: 'Log an entry, as a draft or submitted to its supervisor; sent twice, it is logged once.',
  bodyKb: ENTRY_KB,
  status: 201,
  problems: [
    'entry/id-taken',
    'entry/stale-version',
    'entry/supervisor-left',
    'entry/unknown-supervisor',
    'entry/unknown-site',
  ],
});

/** Lists the entries that the reader may see. */
export const listEntries = endpoint<{ query: EntryQuery; view: EntryPageView }>()({
  method: 'GET',
  path: '/programs/:programId/entries',
  action: 'entry.read',
  summary:
    'Entries within the reader’s scope with the version that counts, newest procedure first, 50 a page.',
  status: 200,
  problems: [],
});

/** Reads one entry. */
export const readEntry = endpoint<{ view: EntryView }>()({
  method: 'GET',
  path: '/programs/:programId/entries/:entryId',
  action: 'entry.read',
  summary: 'One entry with its versions and decisions.',
  status: 200,
  problems: ['access/not-found'],
});

/** Reads every event of one entry. */
export const readEntryHistory = endpoint<{ view: EntryHistoryView }>()({
  method: 'GET',
  path: '/programs/:programId/entries/:entryId/history',
  action: 'entry.read',
  summary: 'Every event of one entry from the log: who, when, old and new, as far as the reader may see it.',
  status: 200,
  problems: ['access/not-found'],
});

/** What proves later that the events of an entry are in the log. */
export const readEntryReceipt = fileEndpoint()({
  method: 'GET',
  path: '/programs/:programId/entries/:entryId/receipt',
  action: 'entry.read',
  summary:
    'Proofs that the events of an entry, as far as the reader may know of them, are in a signed checkpoint.',
  status: 200,
  problems: ['access/not-found', 'record/not-signed-yet'],
  file: { mediaType: 'application/json', name: 'receipt.json', disposition: 'attachment' },
});

/** Edits a draft or a returned entry, and submits it when the body says so. */
export const editEntry = endpoint<{ body: EntryBody; view: EntryView }>()({
  method: 'PUT',
  path: '/programs/:programId/entries/:entryId',
  action: 'entry.edit',
  summary: 'Replace the content of a draft or returned entry; `then: submit` sends it.',
  bodyKb: ENTRY_KB,
  status: 200,
  precondition: 'revision',
  problems: [
    'access/not-found',
    'entry/stale-version',
    'entry/not-editable',
    'entry/amend-instead',
    'entry/needs-new-version',
    'entry/supervisor-left',
    'entry/unknown-supervisor',
    'entry/unknown-site',
  ],
});

/** Takes a submitted entry back to draft, or drops an amendment that waits. */
export const withdrawEntry = endpoint<{ view: EntryView }>()({
  method: 'POST',
  path: '/programs/:programId/entries/:entryId/withdrawal',
  action: 'entry.withdraw',
  summary: 'Take a submitted entry back to draft, or drop an amendment that waits.',
  status: 200,
  precondition: 'revision',
  problems: ['access/not-found', 'entry/stale-version', 'entry/not-allowed-now'],
});

/** Amends an approved entry: a new version waits while the approved one keeps counting. `then: keep` is refused. */
export const amendEntry = endpoint<{ body: AmendEntryBody; view: EntryView }>()({
  method: 'POST',
  path: '/programs/:programId/entries/:entryId/amendments',
  action: 'entry.amend',
  summary: 'Send a new version of an approved entry; the approved version keeps counting meanwhile.',
  bodyKb: ENTRY_KB,
  status: 200,
  precondition: 'revision',
  problems: [
    'access/not-found',
    'entry/stale-version',
    'entry/not-allowed-now',
    'entry/unchanged',
    'entry/supervisor-left',
    'entry/unknown-supervisor',
    'entry/unknown-site',
  ],
});

/** Makes an entry void; it stays readable and counts nowhere. */
export const voidEntry = endpoint<{ body: VoidEntryBody; view: EntryView }>()({
  method: 'POST',
  path: '/programs/:programId/entries/:entryId/void',
  action: 'entry.void',
  summary: 'Make an entry void, with a reason; it stays readable and counts nowhere.',
  status: 200,
  precondition: 'revision',
  problems: ['access/not-found', 'entry/stale-version', 'entry/not-allowed-now'],
});

/** Removes words of an entry for good; that there were words, who removed them and why stays in the log. */
export const redactText = endpoint<{ body: RedactTextBody; view: EntryView }>()({
  method: 'POST',
  path: '/programs/:programId/entries/:entryId/redactions',
  action: 'text.redact',
  summary: 'Remove words of an entry for good, with a reason; everything else about the entry stays.',
  status: 200,
  problems: ['access/not-found', 'access/own-entry', 'text/not-there'],
});

/** Kept texts that the privacy guard would stop today, for the director, who may remove their words. */
export const readStoppedTexts = endpoint<{ view: StoppedTextsView }>()({
  method: 'GET',
  path: '/programs/:programId/stopped-texts',
  action: 'text.find-stopped',
  summary: 'How many kept texts the privacy guard would stop today, by field, and where they stand.',
  status: 200,
  problems: [],
});
