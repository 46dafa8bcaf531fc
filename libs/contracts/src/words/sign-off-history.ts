import type { EventName } from '@countersign/domain/ledger';
import type { SignOffEventView } from '../sign-offs/history-views';
import { declineReasonWords, evidenceChangeWords, meaningGiven, signOffStandingWords } from './sign-off';
import { instantFull } from './time';
import { personInWords } from './person';

/** What an event of a sign-off says happened; one that is not here is called by its own name. */
const eventWords: Readonly<Partial<Record<EventName, string>>> = {
  'sign-off.asked': 'Asked for',
  'sign-off.opened': 'Document opened to be signed',
  'sign-off.signed': 'Signed',
  'sign-off.completed': 'Complete: in force from here on',
  'sign-off.declined': 'Declined',
  'sign-off.withdrawn': 'Withdrawn by whoever asked',
  'sign-off.flagged': 'Evidence changed: flagged to the director',
  'sign-off.kept': 'Kept by the director, although evidence has changed',
  'sign-off.suspended': 'Suspended',
  'sign-off.reinstated': 'Suspension ended',
  'sign-off.revoked': 'Revoked for good',
  'sign-off.renewed': 'A newer sign-off took its place',
};

/** One event of a sign-off, ready to read. */
export interface SignOffHistoryLine {
  readonly seq: number;
  readonly title: string;
  /** Who and when. */
  readonly by: string;
  /** Old and new state, where it changed. */
  readonly state: { readonly before: string; readonly after: string } | undefined;
  /** What belongs to it, a sentence each. */
  readonly notes: readonly string[];
  /** A person's words. */
  readonly text: string | undefined;
}

/** Says an event of a sign-off, with the time where the program is. */
export function signOffHistoryLine(event: SignOffEventView, timeZone: string): SignOffHistoryLine {
  const { seq, at, action, by, from, to, signature, changed, reasonCode, text, textRemovedAt, bare } = event;
  return {
    seq,
    title: eventWords[action as EventName] ?? action,
    by: `${by === undefined ? 'Countersign itself' : personInWords(by)} · ${instantFull(at, timeZone)}`,
    state:
      to === undefined
        ? undefined
        : {
            before: from === undefined ? 'not asked for' : signOffStandingWords[from],
            after: signOffStandingWords[to],
          },
    notes: [
      ...(signature
        ? [
            `${signature.printedName}, ${signature.capacity}: ${meaningGiven[signature.meaning]}. Document ${signature.documentDigest.slice(0, 16)}.`,
          ]
        : []),
      ...(reasonCode ? [`${declineReasonWords[reasonCode]}.`] : []),
      ...changed.map(
        ({ what, number }) => `An entry that was counted in version ${number} ${evidenceChangeWords[what]}.`,
      ),
      ...(textRemovedAt === undefined
        ? []
        : [`Its words were removed ${instantFull(textRemovedAt, timeZone)}.`]),
      ...(bare ? ['Recorded before the log held old and new values.'] : []),
    ],
    text,
  };
}
