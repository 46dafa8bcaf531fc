/** What people are told of, in the app and by mail; never what was done to a patient, a rating, or words of a person. */
export const noticeKinds = [
  'entry-returned',
  'sign-off-asked',
  'sign-off-turn',
  'sign-off-granted',
  'sign-off-declined',
  'correction-contested',
  'correction-settled',
  'delegation-offered',
  'let-in-anew',
  'other-let-in-anew',
  'nudge',
  'escalation',
  'digest',
] as const;

/** What a notice is about. */
export type NoticeKind = (typeof noticeKinds)[number];

/** Mails that open an account; they are sent to whoever asked for them and cannot be stopped. */
export const accountMailKinds = ['invitation', 'reset'] as const;

/** What a mail is about. */
export type MailKind = NoticeKind | (typeof accountMailKinds)[number];

/** What somebody can stop: what happened, what waits too long, and the weekly digest. */
export const mailGroups = ['news', 'reminders', 'digest'] as const;

/** Mails that are stopped together. */
export type MailGroup = (typeof mailGroups)[number];

/** What concerns who comes into an account: told at once, and not to be stopped. */
const aboutAccounts: readonly MailKind[] = [...accountMailKinds, 'let-in-anew', 'other-let-in-anew'];

/** Kinds that are told in the app alone: many people are told of one thing, and the digest counts it. */
const inTheAppAlone: readonly NoticeKind[] = ['sign-off-asked', 'correction-settled'];

/** Whether people are told of it by mail too. */
export function isMailed(kind: NoticeKind): boolean {
  return !inTheAppAlone.includes(kind);
}

/** With which others a kind of mail is stopped; null for one that cannot be stopped. */
export function groupOf(kind: MailKind): MailGroup | null {
  if (kind === 'digest') return 'digest';
  if (kind === 'nudge' || kind === 'escalation') return 'reminders';
  return aboutAccounts.includes(kind) ? null : 'news';
}
