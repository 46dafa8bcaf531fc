import type { MailGroup, MailKind, NoticeKind } from '@countersign/domain/notices';
import { counted } from './count';

/** Of how many a notice tells; those that tell of none in particular have no number. */
interface Told {
  readonly kind: NoticeKind;
  readonly count?: number;
}

const waiting = (count = 0) => counted(count, 'entry waits', 'entries wait');

const sentences: Readonly<Record<NoticeKind, (count?: number) => string>> = {
  'entry-returned': () => 'An entry was returned to you.',
  'sign-off-asked': () => 'A sign-off was asked for. Supervisors sign first.',
  'sign-off-turn': () => 'A sign-off waits for a director’s signature.',
  'sign-off-granted': () => 'A competency was signed off for you.',
  'sign-off-declined': () => 'A sign-off that you asked for was declined.',
  'correction-contested': () => 'A fellow contests a correction. A director decides.',
  'correction-settled': () => 'A director decided on a correction that you contested.',
  'delegation-offered': () => 'You were asked to stand in for a supervisor.',
  'let-in-anew': () =>
    'Somebody else let you into your account anew. You approve and sign nothing for a day.',
  'other-let-in-anew': () => 'Somebody was let into their account anew by somebody else.',
  nudge: (count) => `${waiting(count)} for you, the oldest for a week or longer.`,
  escalation: (count) => `${waiting(count)} for a supervisor for long. Somebody can stand in.`,
  digest: (count) =>
    count === undefined || count === 0
      ? 'What this week waits for you.'
      : `This week: ${waiting(count)} for you.`,
};

/** What a notice says, in one sentence: no patient, no rating, no words of a person. */
export function noticeSentence({ kind, count }: Told): string {
  return sentences[kind](count);
}

/** What a person can stop, by its name. */
export const mailGroupNames: Readonly<Record<MailGroup, string>> = {
  news: 'What happened to your entries and sign-offs',
  reminders: 'Reminders of what waits for long',
  digest: 'The weekly digest',
};

/** What a mail is about, in a few words, for whoever looks after the mails. */
export const mailKindNames: Readonly<Record<MailKind, string>> = {
  invitation: 'Invitation',
  reset: 'New password',
  'entry-returned': 'Entry returned',
  'sign-off-asked': 'Sign-off asked for',
  'sign-off-turn': 'Sign-off waits for a director',
  'sign-off-granted': 'Signed off',
  'sign-off-declined': 'Sign-off declined',
  'correction-contested': 'Correction contested',
  'correction-settled': 'Correction decided',
  'delegation-offered': 'Asked to stand in',
  'let-in-anew': 'Let in anew by somebody else',
  'other-let-in-anew': 'Somebody was let in anew',
  nudge: 'Reminder',
  escalation: 'Somebody else’s entries wait',
  digest: 'Digest of the week',
};
