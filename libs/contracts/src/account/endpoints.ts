import { endpoint } from '../endpoint';
import type { MembersView } from '../people/views';
import type { SessionView } from '../sessions/views';
import type {
  AddPasskeyBody,
  ChangePasswordBody,
  FactorCodeBody,
  LinkSecretBody,
  PasskeyAnswerBody,
  PasswordBody,
  RemoveFactorBody,
  RequireFactorsBody,
  UseLinkBody,
} from './bodies';
import type {
  AccountView,
  NewFactorView,
  NewLinkView,
  OpenLinkView,
  PasskeyQuestionView,
  RecoveryCodesView,
} from './views';

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
  secret: true,
  status: 201,
  problems: [
    'access/not-found',
    'link/account-closed',
    'people/director-only',
    'people/elsewhere',
    'people/own-role',
  ],
});

/** Takes the open link of a person back. */
export const revokeLink = endpoint<{ view: MembersView }>()({
  method: 'POST',
  path: '/programs/:programId/people/:personId/access-links/revocation',
  action: 'people.manage',
  summary: 'Take the open link of a person back.',
  status: 200,
  problems: ['access/not-found', 'people/director-only', 'people/elsewhere', 'people/own-role'],
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
  secret: true,
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

/** Begins to set up a second factor. */
export const beginFactor = endpoint<{ body: PasswordBody; view: NewFactorView }>()({
  method: 'POST',
  path: '/account/second-factor',
  action: 'account.manage',
  summary: 'Begin to set up an authenticator app; it counts once a code of it was typed.',
  secret: true,
  status: 201,
  bodyKb: 1,
  problems: ['account/password-wrong', 'factor/on'],
});

/** Confirms it by a first code. */
export const confirmFactor = endpoint<{ body: FactorCodeBody; view: RecoveryCodesView }>()({
  method: 'POST',
  path: '/account/second-factor/confirmation',
  action: 'account.manage',
  summary: 'Confirm the authenticator app by a code; answers the recovery codes, this once.',
  secret: true,
  status: 200,
  bodyKb: 1,
  problems: ['factor/code-wrong'],
});

/** Takes the own second factor away. */
export const removeFactor = endpoint<{ body: RemoveFactorBody; view: AccountView }>()({
  method: 'POST',
  path: '/account/second-factor/removal',
  action: 'account.manage',
  summary: 'Take the own second factor away, with password and a code; refused where a program asks for one.',
  secret: true,
  status: 200,
  bodyKb: 1,
  problems: ['account/password-wrong', 'factor/code-wrong', 'factor/none', 'factor/required'],
});

/** Takes the second factor of somebody away who lost it. */
export const dropFactor = endpoint<{ view: MembersView }>()({
  method: 'POST',
  path: '/programs/:programId/people/:personId/second-factor/removal',
  action: 'second-factor.drop',
  summary:
    'Take the second factor of a person away who lost app and codes; the person signs nothing for a day.',
  status: 200,
  problems: ['access/not-found', 'factor/none', 'people/elsewhere', 'people/own-role'],
});

/** Says whether the program asks for second factors. */
export const requireFactors = endpoint<{ body: RequireFactorsBody; view: MembersView }>()({
  method: 'PUT',
  path: '/programs/:programId/second-factor',
  action: 'second-factor.require',
  summary:
    'Ask whoever approves, signs or administers for a second factor, after 14 days of grace, or no more.',
  status: 200,
  problems: [],
});

/** Asks for a new passkey. */
export const askNewPasskey = endpoint<{ body: PasswordBody; view: PasskeyQuestionView }>()({
  method: 'POST',
  path: '/account/passkey-questions',
  action: 'account.manage',
  summary: 'What the browser is asked where a passkey is added.',
  secret: true,
  status: 201,
  bodyKb: 1,
  problems: ['account/password-wrong'],
});

/** Adds it. */
export const addPasskey = endpoint<{ body: AddPasskeyBody; view: AccountView }>()({
  method: 'POST',
  path: '/account/passkeys',
  action: 'account.manage',
  summary: 'Add a passkey of the device that answered.',
  secret: true,
  status: 201,
  problems: ['passkey/not-added'],
});

/** Takes one away. */
export const removePasskey = endpoint<{ body: PasswordBody; view: AccountView }>()({
  method: 'POST',
  path: '/account/passkeys/:passkeyId/removal',
  action: 'account.manage',
  summary: 'Take an own passkey away.',
  secret: true,
  status: 200,
  bodyKb: 1,
  problems: ['access/not-found', 'account/password-wrong'],
});

/** Asks for any passkey at the door. */
export const askPasskey = endpoint<{ view: PasskeyQuestionView }>()({
  method: 'POST',
  path: '/passkey-questions',
  action: 'session.open',
  summary: 'What the browser is asked where somebody signs in with a passkey.',
  status: 201,
  bodyKb: 1,
  problems: [],
});

/** Signs in with it. */
export const passkeySignIn = endpoint<{ body: PasskeyAnswerBody; view: SessionView }>()({
  method: 'POST',
  path: '/passkey-session',
  action: 'session.open',
  summary: 'Sign in with a passkey, which is two factors: no code is asked for besides.',
  status: 201,
  cookies: 'set',
  problems: ['passkey/refused'],
});
