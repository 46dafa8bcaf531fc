import { endpoint } from '../endpoint';
import type { MembersView } from '../people/views';
import type { SessionView } from '../sessions/views';
import type { ChangePasswordBody, LinkSecretBody, UseLinkBody } from './bodies';
import type { AccountView, NewLinkView, OpenLinkView } from './views';

const weak = [
  'password/common',
  'password/guessable',
  'password/personal',
  'password/same',
  'password/too-short',
] as const;

/** Makes a link with which a person chooses a password; the one before it ends. */
export const makeLink = endpoint<{ view: NewLinkView }>()({
  method: 'POST',
  path: '/programs/:programId/people/:personId/access-links',
  action: 'people.manage',
  summary:
    'Make a link with which a person chooses a password, once, within 72 hours; its secret is told once.',
  status: 201,
  problems: ['access/not-found', 'link/account-closed', 'people/elsewhere', 'people/own-role'],
});

/** Takes the open link of a person back. */
export const revokeLink = endpoint<{ view: MembersView }>()({
  method: 'POST',
  path: '/programs/:programId/people/:personId/access-links/revocation',
  action: 'people.manage',
  summary: 'Take the open link of a person back.',
  status: 200,
  problems: ['access/not-found', 'people/elsewhere', 'people/own-role'],
});

/** Says to whom a link belongs; it is not used up by that. */
export const openLink = endpoint<{ body: LinkSecretBody; view: OpenLinkView }>()({
  method: 'POST',
  path: '/access-links/opening',
  action: 'access-link.use',
  summary: 'To whom a link belongs that somebody was given; looking at it does not use it.',
  status: 200,
  bodyKb: 1,
  problems: ['link/over', 'link/unknown', 'link/used', 'session/too-many-tries'],
});

/** Chooses a password with a link, which is used up by it. */
export const acceptLink = endpoint<{ body: UseLinkBody }>()({
  method: 'POST',
  path: '/access-links/use',
  action: 'access-link.use',
  summary: 'Choose a password with a link. Of two at once one wins; every session of the person ends.',
  status: 204,
  bodyKb: 2,
  problems: ['link/over', 'link/unknown', 'link/used', 'session/too-many-tries', ...weak],
});

/** One’s own account. */
export const readAccount = endpoint<{ view: AccountView }>()({
  method: 'GET',
  path: '/account',
  action: 'account.manage',
  summary: 'One’s own account: password and sessions.',
  status: 200,
  problems: [],
});

/** Changes one’s own password; other sessions end, and this one goes on under a new token. */
export const changePassword = endpoint<{ body: ChangePasswordBody; view: SessionView }>()({
  method: 'PUT',
  path: '/account/password',
  action: 'account.manage',
  summary: 'Change one’s own password; every other session of the person ends.',
  status: 200,
  bodyKb: 2,
  cookies: 'set',
  problems: ['account/password-wrong', ...weak],
});

/** Ends one of one’s own sessions. */
export const endSession = endpoint<{ view: AccountView }>()({
  method: 'DELETE',
  path: '/account/sessions/:sessionId',
  action: 'account.manage',
  summary: 'End one of one’s own sessions, on a device that one left.',
  status: 200,
  problems: ['access/not-found'],
});

/** Signs out everywhere. */
export const signOutEverywhere = endpoint<object>()({
  method: 'DELETE',
  path: '/account/sessions',
  action: 'account.manage',
  summary: 'Sign out everywhere, here too.',
  status: 204,
  cookies: 'cleared',
  problems: [],
});
