import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { EventName } from '@countersign/domain/ledger';
import type { HistoryEventView } from '../entries/history-views';
import { changeInWords, type ChangeInWords } from './change';
import { decisionLines, type SaidLine } from './decision';
import { entryStateWords } from './entry';
import { personInWords } from './person';
import { textWords } from './text';
import { instantFull } from './time';

/** What an event of an entry says happened; an event that is not here is called by its own name. */
const eventWords: Readonly<Partial<Record<EventName, string>>> = {
  'entry.drafted': 'Written as a draft',
  'entry.submitted': 'Submitted',
  'entry.edited': 'Changed',
  'entry.amended': 'Amended',
  'entry.withdrawn': 'Withdrawn',
  'entry.voided': 'Made void',
  'entry.approved': 'Approved',
  'entry.returned': 'Returned',
  'entry.decision-undone': 'Decision taken back',
  'entry.correction-accepted': 'Correction accepted',
  'entry.correction-contested': 'Correction contested',
  'entry.correction-upheld': 'Correction upheld',
  'entry.correction-reversed': 'Correction reversed',
  'text.redacted': 'Words removed',
};

/** One event of an entry, ready to read. */
export interface HistoryLine {
  readonly seq: number;
  readonly title: string;
  /** Who and when. */
  readonly by: string;
  /** `Submitted → Approved`, where the state changed. */
  readonly state: string | undefined;
  readonly changes: readonly ChangeInWords[];
  readonly said: readonly SaidLine[];
  /** What is not told any more, or never was. */
  readonly notes: readonly string[];
}

/** Says an event of an entry, with the time where the program is. */
export function historyLine(
  event: HistoryEventView,
  index: CatalogueIndex | undefined,
  timeZone: string,
): HistoryLine {
  const { seq, at, action, by, number, from, to, changes, decision, items, removed = [], bare } = event;
  const version = number === undefined ? '' : `, version ${number}`;
  const onBehalf = decision?.onBehalfOf === undefined ? '' : ` for ${personInWords(decision.onBehalfOf)}`;
  return {
    seq,
    title: `${eventWords[action as EventName] ?? action}${version}`,
    by: `${by === undefined ? 'Countersign itself' : personInWords(by)}${onBehalf} · ${instantFull(at, timeZone)}`,
    state:
      to === undefined
        ? undefined
        : `${from === undefined ? '' : `${entryStateWords[from]} → `}${entryStateWords[to]}`,
    changes: changes.map((change) => saidChange(change, items, index)),
    said: decision
      ? decisionLines(
          decision,
          items.map(({ itemName }) => itemName),
        )
      : [],
    notes: [
      ...removed.map(({ pointer, at: when }) => `${nameOf(pointer)}: removed ${instantFull(when, timeZone)}`),
      ...(bare ? ['Recorded before the log held old and new values.'] : []),
    ],
  };
}

/** People and sites come by their names already. */
function saidChange(
  change: HistoryEventView['changes'][number],
  procedures: HistoryEventView['items'],
  index: CatalogueIndex | undefined,
): ChangeInWords {
  const said = changeInWords(change, { content: { procedures } }, index);
  if (change.pointer !== '/siteId' && change.pointer !== '/supervisorId') return said;
  const { before, after } = change.values;
  return { ...said, before: nothingOr(before), after: nothingOr(after) };
}

function nothingOr(value: unknown): string {
  return value === null || value === undefined ? 'nothing' : String(value);
}

function nameOf(pointer: string): string {
  const field = pointer.split('/').at(-1) ?? '';
  return textWords[field as keyof typeof textWords] ?? field;
}
