import type { RefusalCode } from '@countersign/domain/refusal';
import type { OwnCode } from './own-code';
import { qualificationProblems } from './qualifications/problems';
import { requirementProblems } from './requirements/problems';

/** One row of the registry; its sentence is in `words/problem`. */
export interface ProblemKind {
  /** HTTP status. */
  readonly status: number;
}

/**
 * Every problem the API can report, as RFC 9457 `application/problem+json`. Codes are `area/what` and never change
 * meaning; clients branch on the code, never on the text. A rule of the domain
 * that refuses with a code that has no row here does not compile.
 */
export const problems = {
  ...qualificationProblems,
  ...requirementProblems,
  'request/malformed': { status: 400 },
  'request/not-json': { status: 415 },
  'request/too-large': { status: 413 },
  'request/forbidden-character': { status: 400 },
  'request/unknown-field': { status: 400 },
  'request/invalid': { status: 400 },
  'request/wrong-type': { status: 400 },
  'request/missing-version': { status: 428 },
  'request/missing-key': { status: 400 },
  'request/key-reused': { status: 422 },
  'request/cross-site': { status: 403 },
  'request/unknown-route': { status: 404 },
  'session/other-person': { status: 403 },
  'session/person-missing': { status: 428 },
  'session/required': { status: 401 },
  'session/wrong-credentials': { status: 401 },
  'session/password-change-needed': { status: 403 },
  'session/too-many-tries': { status: 429 },
  'session/code-needed': { status: 401 },
  'session/code-wrong': { status: 401 },
  'session/second-factor-needed': { status: 403 },
  'passkey/not-added': { status: 409 },
  'passkey/refused': { status: 401 },
  'factor/code-wrong': { status: 409 },
  'factor/none': { status: 409 },
  'factor/on': { status: 409 },
  'factor/required': { status: 409 },
  'account/password-wrong': { status: 409 },
  'mail/not-given-up': { status: 409 },
  'link/account-closed': { status: 409 },
  'link/over': { status: 410 },
  'link/unknown': { status: 404 },
  'link/used': { status: 410 },
  'password/common': { status: 400 },
  'password/guessable': { status: 400 },
  'password/personal': { status: 400 },
  'password/same': { status: 400 },
  'password/too-short': { status: 400 },
  'signature/authentication-required': { status: 401 },
  'signature/after-reset': { status: 403 },
  'signature/password-wrong': { status: 401 },
  'signature/statement-needed': { status: 409 },
  'signature/meaning-not-of-turn': { status: 400 },
  'signature/other-document': { status: 409 },
  'signature/id-taken': { status: 409 },
  'sign-off/stale-page': { status: 409 },
  'sign-off/rule-changed': { status: 409 },
  'sign-off/evidence-changed': { status: 409 },
  'sign-off/chart-changed': { status: 409 },
  'sign-off/waiver-changed': { status: 409 },
  'sign-off/signatures-changed': { status: 409 },
  'sign-off/requirements-changed': { status: 409 },
  'sign-off/names-changed': { status: 409 },
  'sign-off/asked-already': { status: 409 },
  'sign-off/unknown-competency': { status: 400 },
  'sign-off/waiver-by-director': { status: 403 },
  'sign-off/id-taken': { status: 409 },
  'access/not-allowed': { status: 403 },
  'access/own-entry': { status: 403 },
  'access/own-letter': { status: 403 },
  'access/own-sign-off': { status: 403 },
  'attention/changed': { status: 409 },
  'access/not-found': { status: 404 },
  'demo/off': { status: 404 },
  'letter/changed': { status: 409 },
  'letter/competency-not-signed': { status: 409 },
  'letter/kind-unclear': { status: 400 },
  'letter/revoked-before': { status: 409 },
  'record/not-signed-yet': { status: 409 },
  'text/not-there': { status: 409 },
  'entry/stale-version': { status: 412 },
  'entry/id-taken': { status: 409 },
  'entry/not-allowed-now': { status: 409 },
  'entry/not-editable': { status: 409 },
  'entry/amend-instead': { status: 409 },
  'entry/own-entry': { status: 403 },
  'entry/own-correction': { status: 403 },
  'entry/needs-new-version': { status: 409 },
  'entry/undo-expired': { status: 409 },
  'entry/nothing-to-undo': { status: 409 },
  'entry/impossible-date': { status: 400 },
  'entry/future-date': { status: 400 },
  'entry/outside-training': { status: 400 },
  'entry/reversed-days': { status: 400 },
  'entry/required': { status: 400 },
  'entry/unknown-diagnosis': { status: 400 },
  'entry/too-many-procedures': { status: 400 },
  'entry/procedure-needed': { status: 400 },
  'entry/level-not-of-item': { status: 400 },
  'entry/side-not-of-item': { status: 400 },
  'entry/side-on-level': { status: 400 },
  'entry/duplicate-level': { status: 400 },
  'entry/single-level-item': { status: 400 },
  'entry/unknown-item': { status: 400 },
  'entry/sunset-item': { status: 400 },
  'entry/simulation-only': { status: 400 },
  'entry/region-not-of-item': { status: 400 },
  'entry/guidance-not-of-item': { status: 400 },
  'entry/technique-not-of-item': { status: 400 },
  'entry/techniques-contradict': { status: 400 },
  'catalogue/not-newest': { status: 409 },
  'entry/detail-needed': { status: 400 },
  'entry/detail-not-of-item': { status: 400 },
  'entry/detail-not-of-level': { status: 400 },
  'entry/detail-out-of-range': { status: 400 },
  'entry/detail-unknown-value': { status: 400 },
  'entry/fewer-leads': { status: 400 },
  'entry/repeated': { status: 400 },
  'entry/reason-only-if-aborted': { status: 400 },
  'entry/unknown-complication': { status: 400 },
  'entry/none-excludes-others': { status: 400 },
  'entry/not-of-experience': { status: 400 },
  'entry/correction-pending': { status: 409 },
  'entry/no-open-correction': { status: 409 },
  'entry/contest-expired': { status: 409 },
  'entry/no-contested-correction': { status: 409 },
  'entry/unknown-value': { status: 400 },
  'entry/contradiction': { status: 400 },
  'entry/row-repeated': { status: 400 },
  'entry/unchanged': { status: 409 },
  'entry/unknown-supervisor': { status: 400 },
  'entry/supervisor-left': { status: 400 },
  'review/rating-needed': { status: 400 },
  'review/rating-twice': { status: 400 },
  'review/rating-unknown-procedure': { status: 400 },
  'review/rating-unknown': { status: 400 },
  'review/reason-unknown': { status: 400 },
  'review/reason-needed': { status: 400 },
  'review/correction-empty': { status: 400 },
  'review/correction-repeated': { status: 400 },
  'review/correction-unknown-procedure': { status: 400 },
  'review/correction-unknown-value': { status: 400 },
  'review/correction-changes-nothing': { status: 400 },
  'review/correction-contradicts': { status: 400 },
  'review/correction-repeats-row': { status: 400 },
  'review/narrative-needed': { status: 422 },
  'entry/unknown-site': { status: 400 },
  'hand-over/not-supervisor': { status: 400 },
  'hand-over/same': { status: 409 },
  'delegation/id-taken': { status: 409 },
  'delegation/impossible-date': { status: 400 },
  'delegation/not-open': { status: 409 },
  'delegation/not-supervisor': { status: 400 },
  'delegation/overlap': { status: 409 },
  'delegation/own': { status: 400 },
  'delegation/past': { status: 400 },
  'delegation/reversed': { status: 400 },
  'delegation/too-long': { status: 400 },
  'people/changed': { status: 412 },
  'people/cohort-of-fellow': { status: 400 },
  'people/director-only': { status: 403 },
  'people/elsewhere': { status: 403 },
  'people/email-taken': { status: 409 },
  'people/id-taken': { status: 409 },
  'people/impossible-date': { status: 400 },
  'people/import-in-use': { status: 409 },
  'people/import-over': { status: 409 },
  'people/last-director': { status: 409 },
  'people/overlap': { status: 409 },
  'people/own-role': { status: 403 },
  'people/reversed': { status: 400 },
  'people/role-begun': { status: 409 },
  'people/who-takes-over': { status: 400 },
  'schedule/changed': { status: 412 },
  'schedule/id-taken': { status: 409 },
  'schedule/outside-training': { status: 400 },
  'schedule/overlap': { status: 409 },
  'schedule/site-name-taken': { status: 409 },
  'schedule/unknown-site': { status: 400 },
  'batch/empty': { status: 400 },
  'batch/id-taken': { status: 409 },
  'batch/not-alike': { status: 409 },
  'batch/pulled': { status: 409 },
  'batch/repeated': { status: 400 },
  'batch/too-large': { status: 400 },
  'committee/day-impossible': { status: 400 },
  'committee/level-impossible': { status: 400 },
  'committee/milestone-missing': { status: 400 },
  'committee/milestone-twice': { status: 400 },
  'committee/reason-needed': { status: 400 },
  'board/link-day-impossible': { status: 400 },
  'board/link-too-long': { status: 400 },
  'board/too-many-links': { status: 409 },
  'privacy/identifies': { status: 422 },
  'privacy/may-identify': { status: 422 },
  'alarm/changed': { status: 409 },
  'alarm/id-taken': { status: 409 },
  'alarm/none-open': { status: 409 },
  'chart/id-taken': { status: 409 },
  'chart/limit-unattainable': { status: 400 },
  'chart/rates-reversed': { status: 400 },
  'sign-off/complete': { status: 409 },
  'sign-off/director-next': { status: 409 },
  'sign-off/held': { status: 409 },
  'sign-off/instant-impossible': { status: 409 },
  'sign-off/no-rules': { status: 409 },
  'sign-off/not-flagged': { status: 409 },
  'sign-off/not-ready': { status: 409 },
  'sign-off/not-requester': { status: 403 },
  'sign-off/other-competency': { status: 400 },
  'sign-off/other-version': { status: 409 },
  'sign-off/own': { status: 403 },
  'sign-off/reason-missing': { status: 400 },
  'sign-off/set-unverified': { status: 409 },
  'sign-off/signed-before': { status: 409 },
  'sign-off/supervisor-first': { status: 409 },
  'sign-off/transition': { status: 409 },
  'sign-off/waiver-text-missing': { status: 400 },
  'set-up/over': { status: 404 },
  'set-up/token-wrong': { status: 403 },
  'set-up/unknown-edition': { status: 400 },
  'set-up/unknown-zone': { status: 400 },
  'server/busy': { status: 503 },
  'server/database': { status: 503 },
  'server/outcome-unknown': { status: 503 },
  'server/unexpected': { status: 500 },
} as const satisfies Record<RefusalCode | OwnCode, ProblemKind>;

/** A code of the registry. */
export type ProblemCode = keyof typeof problems;

/** Tells whether a code is in the registry. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

/** One field that needs attention; `pointer` is a JSON pointer into the request body. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  /** The sentence for clients without words of their own. */
  readonly title: string;
  readonly values?: ProblemValues;
}

/**
 * What completes the sentence of a problem, such as `{ level: 'L6' }`; never words of a person, save those that the
 * privacy guard points out to their own writer.
 */
export type ProblemValues = Readonly<Record<string, string | number>>;

/** The body of every reply that is not a success. */
export interface Problem {
  readonly type: string;
  readonly code: string;
  readonly status: number;
  /** The sentence for clients without words of their own. */
  readonly title: string;
  readonly values?: ProblemValues;
  readonly errors?: readonly FieldProblem[];
  /** Identifies the request in the server's log. */
  readonly requestId?: string;
}
