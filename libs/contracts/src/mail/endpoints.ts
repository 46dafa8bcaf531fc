import { endpoint } from '../endpoint';
import type { MembersView } from '../people/views';
import type { MailChoicesBody, MailStopBody, PasswordResetBody } from './bodies';
import type { MailChoicesView, MailStopView, MailsView, NoticeCountView, NoticesView } from './views';

/** What the reader was told of. */
export const readNotices = endpoint<{ view: NoticesView }>()({
  method: 'GET',
  path: '/programs/:programId/notices',
  action: 'notice.read',
  summary: 'What the reader was told of, the newest first.',
  status: 200,
  problems: [],
});

/** How many of it the reader has not seen; asked while a page is open. */
export const countNotices = endpoint<{ view: NoticeCountView }>()({
  method: 'GET',
  path: '/programs/:programId/notices/count',
  action: 'notice.read',
  summary: 'How many notices the reader has not seen.',
  status: 200,
  background: true,
  problems: [],
});

/** The reader has seen all of them. */
export const seeNotices = endpoint<{ view: NoticesView }>()({
  method: 'POST',
  path: '/programs/:programId/notices/seen',
  action: 'notice.read',
  summary: 'The reader has seen every notice.',
  status: 200,
  problems: [],
});

/** Which mails one does not want. */
export const readMailChoices = endpoint<{ view: MailChoicesView }>()({
  method: 'GET',
  path: '/account/mails',
  action: 'account.manage',
  summary: 'Which mails one does not want.',
  status: 200,
  problems: [],
});

/** Says which mails one does not want. */
export const chooseMails = endpoint<{ body: MailChoicesBody; view: MailChoicesView }>()({
  method: 'PUT',
  path: '/account/mails',
  action: 'account.manage',
  summary: 'Say which mails one does not want; what opens an account comes all the same.',
  status: 200,
  problems: [],
});

/** Stops mails without a session, by the link in one of them. */
export const stopMails = endpoint<{ body: MailStopBody; view: MailStopView }>()({
  method: 'POST',
  path: '/mail-stops',
  action: 'mail.stop',
  summary: 'Stop a kind of mail by the link in one of them, or let it come again; no session is needed.',
  status: 200,
  bodyKb: 1,
  problems: ['link/unknown'],
});

/** The mails of a program. */
export const readMails = endpoint<{ view: MailsView }>()({
  method: 'GET',
  path: '/programs/:programId/mails',
  action: 'mail.manage',
  summary: 'The newest mails of the program and what became of them, without their texts.',
  status: 200,
  problems: [],
});

/** Sends a mail again that was given up. */
export const resendMail = endpoint<{ view: MailsView }>()({
  method: 'POST',
  path: '/programs/:programId/mails/:mailId/resending',
  action: 'mail.manage',
  summary: 'Send a mail again that was given up; under the same id, so that nobody reads it twice.',
  status: 200,
  problems: ['access/not-found', 'mail/not-given-up'],
});

/** Sends a person the link with which a password is chosen. */
export const mailLink = endpoint<{ view: MembersView }>()({
  method: 'POST',
  path: '/programs/:programId/people/:personId/access-link-mails',
  action: 'people.manage',
  summary: 'Mail a person the link with which a password is chosen; the one before it ends.',
  status: 200,
  problems: [
    'access/not-found',
    'link/account-closed',
    'people/director-only',
    'people/elsewhere',
    'people/own-role',
  ],
});

/** Asks for a new password in the place of a forgotten one. */
export const askPasswordReset = endpoint<{ body: PasswordResetBody }>()({
  method: 'POST',
  path: '/password-resets',
  action: 'password-reset.ask',
  summary:
    'Ask for a mail with which a forgotten password is replaced; the answer is the same for everybody.',
  status: 204,
  bodyKb: 1,
  problems: ['session/too-many-tries'],
});
