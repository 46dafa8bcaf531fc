/** One row of the registry: HTTP status and the sentence a person reads; `{name}` is filled from the problem's detail. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/**
 * Every problem the API can report, as RFC 9457 `application/problem+json`. Codes are `area/what` and never change
 * meaning; clients branch on the code, never on the text.
 */
export const problems = {
  'request/malformed': { status: 400, title: 'The request could not be read as JSON.' },
  'request/not-json': { status: 415, title: 'Send the body as application/json.' },
  'request/too-large': { status: 413, title: 'The request is too large.' },
  'request/unknown-field': { status: 400, title: 'This field is not known here.' },
  'request/invalid': { status: 400, title: 'Some fields need attention.' },
  'request/wrong-type': { status: 400, title: 'This value has the wrong form.' },
  'request/missing-version': { status: 428, title: 'Say which version you saw, with If-Match.' },
  'request/cross-site': { status: 403, title: 'This request did not come from the app itself.' },
  'request/unknown-route': { status: 404, title: 'There is nothing at this address.' },
  'session/required': { status: 401, title: 'Sign in to go on. Nothing you typed is lost.' },
  'session/wrong-credentials': {
    status: 401,
    title: 'E-mail and password do not match an account that can sign in.',
  },
  'access/not-allowed': { status: 403, title: 'Your role does not allow this.' },
  'access/own-entry': { status: 403, title: 'Nobody decides on their own entry.' },
  'access/own-sign-off': { status: 403, title: 'Nobody signs off their own competency.' },
  'access/count-impossible': { status: 400, title: 'This is not a count.' },
  'access/not-found': { status: 404, title: 'This does not exist, or it is not yours to see.' },
  'demo/off': { status: 404, title: 'There is nothing at this address.' },
  'entry/stale-version': {
    status: 412,
    title: 'Somebody changed this entry after you opened it. Reload to see the newest version.',
  },
  'entry/id-taken': { status: 409, title: 'Another entry already has this id.' },
  'entry/not-allowed-now': { status: 409, title: 'This cannot be done while the entry is {state}.' },
  'entry/not-editable': { status: 409, title: 'An entry that is {state} cannot be edited.' },
  'entry/amend-instead': {
    status: 409,
    title:
      'An approved entry is amended, not edited: the approved version keeps counting until the new one is approved.',
  },
  'entry/own-entry': { status: 403, title: 'Nobody decides on their own entry.' },
  'entry/own-correction': {
    status: 403,
    title: 'Somebody else decides on a contest of your own correction.',
  },
  'entry/needs-new-version': { status: 409, title: 'Change the entry before you send it again.' },
  'entry/undo-expired': {
    status: 409,
    title: 'The ten seconds for an undo are over; the decision is final.',
  },
  'entry/nothing-to-undo': { status: 409, title: 'There is no decision of yours to take back.' },
  'entry/impossible-date': { status: 400, title: 'This day does not exist in the calendar.' },
  'entry/future-date': { status: 400, title: 'The procedure cannot lie in the future.' },
  'entry/required': { status: 400, title: 'This is needed before the entry can be sent.' },
  'entry/unknown-diagnosis': { status: 400, title: 'The catalogue does not have this diagnosis.' },
  'entry/too-many-procedures': { status: 400, title: 'One entry holds at most {max} procedures.' },
  'entry/procedure-needed': { status: 400, title: 'Add the procedure or experience of this entry.' },
  'entry/level-not-of-item': { status: 400, title: '{level} is not a level of this procedure.' },
  'entry/side-not-of-item': { status: 400, title: 'This procedure is not recorded on that side.' },
  'entry/side-on-level': { status: 400, title: 'Record the side on each level instead.' },
  'entry/duplicate-level': { status: 400, title: '{level} is there twice on the same side.' },
  'entry/single-level-item': { status: 400, title: 'This procedure is recorded at one level.' },
  'entry/unknown-item': { status: 400, title: 'The catalogue does not have this procedure.' },
  'entry/sunset-item': { status: 400, title: 'This procedure was retired on {sunsetOn}.' },
  'entry/simulation-only': { status: 400, title: 'This is logged as a simulation.' },
  'entry/region-not-of-item': { status: 400, title: 'This procedure is not recorded in that region.' },
  'entry/guidance-not-of-item': { status: 400, title: 'This procedure is not guided that way.' },
  'entry/technique-not-of-item': { status: 400, title: 'This technique does not belong to the procedure.' },
  'entry/repeated': { status: 400, title: 'This is there twice.' },
  'entry/reason-only-if-aborted': { status: 400, title: 'A reason belongs to an aborted procedure only.' },
  'entry/unknown-complication': { status: 400, title: 'The catalogue does not have this complication.' },
  'entry/none-excludes-others': {
    status: 400,
    title: 'Choose either no complication or the ones that occurred.',
  },
  'entry/not-of-experience': { status: 400, title: 'An experience has no outcome and no complications.' },
  'entry/incomplete': { status: 400, title: 'The entry is not complete yet.' },
  'entry/two-performed': {
    status: 409,
    title: 'Two fellows cannot both have performed the same procedure on one side.',
  },
  'entry/impossible-limits': { status: 400, title: 'The hard limit must not be below the soft one.' },
  'entry/correction-pending': { status: 409, title: 'Answer the supervisor’s correction first.' },
  'entry/no-open-correction': { status: 409, title: 'There is no correction to answer.' },
  'entry/contest-expired': {
    status: 409,
    title: 'The 14 days for an answer are over; the correction stands.',
  },
  'entry/no-contested-correction': { status: 409, title: 'There is no contested correction to decide.' },
  'entry/impossible-time': { status: 400, title: 'This is not a point in time.' },
  'entry/impossible-today': { status: 400, title: 'This is not a date of the calendar.' },
  'entry/unknown-value': { status: 400, title: 'This word is not one of the choices.' },
  'entry/unknown-nerve': { status: 400, title: 'This is not a medial branch nerve.' },
  'entry/unknown-supervisor': {
    status: 400,
    title: 'This person is not a supervisor of the program on that date.',
  },
  'review/rating-unknown': { status: 400, title: 'A rating is a whole number from 1 to 5.' },
  'review/reason-unknown': { status: 400, title: 'This reason is not one of the list.' },
  'review/reason-needed': { status: 400, title: 'Say why, in a sentence.' },
  'review/correction-empty': { status: 400, title: 'Say what to correct.' },
  'review/correction-repeated': { status: 400, title: 'This procedure is corrected twice.' },
  'review/correction-unknown-procedure': { status: 400, title: 'The entry has no such procedure.' },
  'review/correction-unknown-value': { status: 400, title: 'This word is not one of the choices.' },
  'review/correction-changes-nothing': { status: 400, title: 'This is what the fellow recorded.' },
  'review/narrative-needed': {
    status: 422,
    title: 'At help 1 or 2, say in a sentence what to do differently next time.',
  },
  'entry/unknown-site': { status: 400, title: 'This site does not belong to the program.' },
  'server/busy': { status: 503, title: 'The server is busy. Nothing was saved; try again in a moment.' },
  'server/database': {
    status: 503,
    title: 'The database does not answer. Nothing was saved; try again in a moment.',
  },
  'server/unexpected': { status: 500, title: 'Something went wrong on our side. Nothing was saved.' },
} as const satisfies Record<string, ProblemKind>;

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
  readonly title: string;
}

/** The body of every reply that is not a success. */
export interface Problem {
  readonly type: string;
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly errors?: readonly FieldProblem[];
  /** Identifies the request in the server's log. */
  readonly requestId?: string;
}
