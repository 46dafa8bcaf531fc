import { endpoint, fileEndpoint } from '../endpoint';
import type { IssueLetterBody, LetterQuery, LettersQuery, RevokeLetterBody } from './bodies';
import type { LetterDraftView, LettersView, LetterView } from './views';

/** Media type of a credential (W3C Verifiable Credentials Data Model v2.0). */
const CREDENTIAL = 'application/vc';

/** Which letters were taken back: the same for everybody, so that nobody tells which one they ask for. */
export const readStatusList = fileEndpoint()({
  method: 'GET',
  path: '/status-list',
  action: 'credential.verify',
  summary: 'Which letters were taken back, as a signed Bitstring Status List (W3C).',
  status: 200,
  problems: [],
  file: { mediaType: CREDENTIAL, name: 'status-list.json', disposition: 'inline' },
});

/** What a letter would say now. */
export const draftLetter = endpoint<{ query: LetterQuery; view: LetterDraftView }>()({
  method: 'GET',
  path: '/programs/:programId/fellows/:fellowId/letter-draft',
  action: 'letter.issue',
  summary: 'What a letter about a fellow would say now, as the bytes that are signed.',
  status: 200,
  problems: ['access/not-found', 'letter/competency-not-signed', 'letter/kind-unclear'],
});

/** Signs a letter. */
export const issueLetter = endpoint<{ body: IssueLetterBody; view: LetterView }>()({
  method: 'POST',
  path: '/programs/:programId/fellows/:fellowId/letters',
  action: 'letter.issue',
  summary: 'The director attests what a draft says; sent twice it is there once.',
  status: 201,
  signs: true,
  problems: [
    'access/not-found',
    'access/own-letter',
    'entry/id-taken',
    'letter/changed',
    'letter/competency-not-signed',
    'letter/kind-unclear',
    'signature/id-taken',
    'signature/statement-needed',
  ],
});

/** The letters of a program that the reader may see. */
export const readLetters = endpoint<{ query: LettersQuery; view: LettersView }>()({
  method: 'GET',
  path: '/programs/:programId/letters',
  action: 'letter.read',
  summary: 'Letters, the newest first: a fellow’s own, or those of the program.',
  status: 200,
  problems: [],
});

/** A letter as people read it. */
export const readLetterPdf = fileEndpoint()({
  method: 'GET',
  path: '/programs/:programId/letters/:letterId/pdf',
  action: 'letter.read',
  summary: 'A letter as PDF; the credential is attached to it.',
  status: 200,
  problems: ['access/not-found'],
  file: { mediaType: 'application/pdf', name: 'letter.pdf', disposition: 'attachment' },
});

/** A letter as machines read it. */
export const readLetterCredential = fileEndpoint()({
  method: 'GET',
  path: '/programs/:programId/letters/:letterId/credential',
  action: 'letter.read',
  summary: 'A letter as a W3C verifiable credential, signed with eddsa-jcs-2022.',
  status: 200,
  problems: ['access/not-found'],
  file: { mediaType: CREDENTIAL, name: 'letter.json', disposition: 'attachment' },
});

/** Takes a letter back. */
export const revokeLetter = endpoint<{ body: RevokeLetterBody; view: LetterView }>()({
  method: 'POST',
  path: '/programs/:programId/letters/:letterId/revocation',
  action: 'letter.revoke',
  summary: 'The director takes a letter back; whoever checks it online is told.',
  status: 200,
  precondition: 'revision',
  problems: ['access/not-found', 'access/own-letter', 'entry/stale-version', 'letter/revoked-before'],
});
