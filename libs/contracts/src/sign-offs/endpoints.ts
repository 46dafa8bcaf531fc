import type { EvidenceView } from '../competencies/views';
import { endpoint, fileEndpoint } from '../endpoint';
import type {
  AskSignOffBody,
  DeclineBody,
  ReasonBody,
  RenewSignOffBody,
  SignBody,
  SignOffQuery,
} from './bodies';
import type { SignOffHistoryView } from './history-views';
import type { OpenedDocumentView, SignOffListView, SignOffView } from './views';

const path = '/programs/:programId/sign-offs' as const;

/** Why nobody may ask for a sign-off as things stand. */
const notAsked = [
  'access/not-found',
  'sign-off/held',
  'sign-off/id-taken',
  'sign-off/asked-already',
  'sign-off/unknown-competency',
  'sign-off/waiver-by-director',
  'sign-off/set-unverified',
  'sign-off/no-rules',
  'sign-off/not-ready',
  'sign-off/transition',
] as const;
/** Why nobody may act on a sign-off as it stands. */
const notNow = [
  'access/not-found',
  'access/own-sign-off',
  'sign-off/transition',
  'sign-off/instant-impossible',
] as const;
/** Why it is not this person's turn. */
const notYourTurn = [
  'sign-off/signed-before',
  'sign-off/supervisor-first',
  'sign-off/director-next',
  'sign-off/complete',
] as const;

/** Sign-offs of a program. */
export const readSignOffs = endpoint<{ query: SignOffQuery; view: SignOffListView }>()({
  method: 'GET',
  path,
  action: 'sign-off.read',
  summary: 'Sign-offs that the reader may see: what waits for the reader first, then the newest.',
  status: 200,
  problems: [],
});

/** One sign-off. */
export const readSignOff = endpoint<{ view: SignOffView }>()({
  method: 'GET',
  path: `${path}/:signOffId`,
  action: 'sign-off.read',
  summary: 'A sign-off with its signatures and what the reader may do.',
  status: 200,
  problems: ['access/not-found'],
});

/** What happened to a sign-off, from the log. */
export const readSignOffHistory = endpoint<{ view: SignOffHistoryView }>()({
  method: 'GET',
  path: `${path}/:signOffId/history`,
  action: 'sign-off.read',
  summary: 'Every event of one sign-off from the log: who, when, old and new state, and the words of it.',
  status: 200,
  problems: ['access/not-found'],
});

/** Asks for a sign-off: the fellow for an own one, or the director, who may waive rules. */
export const askSignOff = endpoint<{ body: AskSignOffBody; view: SignOffView }>()({
  method: 'POST',
  path,
  action: 'sign-off.ask',
  summary: 'Ask for a sign-off when the rules are met, or, as the director, with a waiver and its text.',
  status: 201,
  problems: notAsked,
});

/** Asks for new signatures on what is signed or has lapsed; the old ones hold until the last new one is given. */
export const renewSignOff = endpoint<{ body: RenewSignOffBody; view: SignOffView }>()({
  method: 'POST',
  path: `${path}/:signOffId/renewal`,
  action: 'sign-off.ask',
  summary: 'Ask for new signatures on what is signed or has lapsed.',
  status: 201,
  problems: notAsked,
});

/** Withdraws a request, by whoever asked. */
export const withdrawSignOff = endpoint<{ view: SignOffView }>()({
  method: 'POST',
  path: `${path}/:signOffId/withdrawal`,
  action: 'sign-off.ask',
  summary: 'Withdraw an own request while the last signature is missing.',
  status: 200,
  problems: [...notNow, 'sign-off/not-requester'],
});

/** Declines, or takes an own signature back. */
export const declineSignOff = endpoint<{ body: DeclineBody; view: SignOffView }>()({
  method: 'POST',
  path: `${path}/:signOffId/decline`,
  action: 'sign-off.sign',
  summary: 'Decline to sign, or take an own signature back while the last one is missing, with a reason.',
  decides: true,
  status: 200,
  problems: [...notNow, ...notYourTurn, 'sign-off/reason-missing'],
});

/** Opens what is to be signed: the document is made as of today and kept as it is shown. */
export const openDocument = endpoint<{ view: OpenedDocumentView }>()({
  method: 'POST',
  path: `${path}/:signOffId/documents`,
  action: 'sign-off.sign',
  summary: 'Open the document that the reader may sign now; it is kept to the byte.',
  status: 200,
  problems: [
    ...notNow,
    ...notYourTurn,
    'sign-off/other-version',
    'sign-off/not-ready',
    'sign-off/set-unverified',
  ],
});

/** A document that was shown or signed, as it was. */
export const readDocument = fileEndpoint()({
  method: 'GET',
  path: `${path}/:signOffId/documents/:digest`,
  action: 'sign-off.read',
  summary: 'The exact bytes of a document of this sign-off, by their SHA-256.',
  status: 200,
  problems: ['access/not-found'],
  file: { mediaType: 'application/json', name: 'signed-document.json', disposition: 'attachment' },
});

/** Signs what the page showed. */
export const signSignOff = endpoint<{ body: SignBody; view: SignOffView }>()({
  method: 'POST',
  path: `${path}/:signOffId/signatures`,
  action: 'sign-off.sign',
  summary:
    'Sign exactly the document that was shown, with the password or a passkey and what the signature means.',
  status: 200,
  signs: true,
  problems: [
    ...notNow,
    ...notYourTurn,
    'signature/statement-needed',
    'signature/meaning-not-of-turn',
    'signature/other-document',
    'signature/id-taken',
    'sign-off/stale-page',
    'sign-off/other-version',
    'sign-off/not-ready',
    'sign-off/set-unverified',
  ],
});

/** The director lets what is signed stand, although evidence under it changed. */
export const keepSignOff = endpoint<{ body: ReasonBody; view: SignOffView }>()({
  method: 'POST',
  path: `${path}/:signOffId/keeping`,
  action: 'sign-off.decide',
  summary: 'Keep what is signed although evidence under it has changed, with the reason.',
  status: 200,
  problems: [...notNow, 'sign-off/not-flagged', 'sign-off/reason-missing'],
});

/** The director suspends what is signed. */
export const suspendSignOff = endpoint<{ body: ReasonBody; view: SignOffView }>()({
  method: 'POST',
  path: `${path}/:signOffId/suspension`,
  action: 'sign-off.decide',
  summary: 'Suspend what is signed, with the reason.',
  status: 200,
  problems: [...notNow, 'sign-off/reason-missing'],
});

/** The director ends a suspension. */
export const reinstateSignOff = endpoint<{ view: SignOffView }>()({
  method: 'POST',
  path: `${path}/:signOffId/reinstatement`,
  action: 'sign-off.decide',
  summary: 'End a suspension: what was signed holds again.',
  status: 200,
  problems: notNow,
});

/** The director revokes what is signed, for good. */
export const revokeSignOff = endpoint<{ body: ReasonBody; view: SignOffView }>()({
  method: 'POST',
  path: `${path}/:signOffId/revocation`,
  action: 'sign-off.decide',
  summary: 'Revoke what is signed for good, with the reason; its signatures stay.',
  status: 200,
  problems: [...notNow, 'sign-off/reason-missing'],
});

/** The evidence of one competency while it is asked for: also for supervisors, and only then. */
export const readSignOffEvidence = endpoint<{ view: EvidenceView }>()({
  method: 'GET',
  path: `${path}/:signOffId/evidence`,
  action: 'sign-off.read-evidence',
  summary:
    'The entries behind a sign-off that waits, for those who may sign it; else as the progress shows them.',
  status: 200,
  problems: ['access/not-found'],
});
