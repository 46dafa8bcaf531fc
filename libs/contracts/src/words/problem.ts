import { isProblemCode, type ProblemCode, type ProblemValues } from '../problems';
import { contradictionInWords, correctionContradictionInWords } from './contradiction';
import { entryStateInSentence, isContentField, type ContentField } from './entry';
import { accountProblemWords } from './account-problem';
import { signingProblemWords } from './signing-problem';
import { personProblemWords } from './person-problem';
import { pageProblems } from './page-problem';
import { qualificationProblemWords } from './qualification-problem';
import { requirementProblemWords } from './requirement-problem';
import { serverProblems } from './server-problem';
import { dayFull } from './time';
import { whoDecidesWords } from './who-decides';

/** A sentence, or how it is made of the problem's values; it reads well without them too. */
type Sentence = string | ((values: Partial<ProblemValues>) => string);

/** What a person reads for every problem of the registry. */
export const problemWords: Readonly<Record<ProblemCode, Sentence>> = {
  ...pageProblems,
  ...qualificationProblemWords,
  ...requirementProblemWords,
  ...serverProblems,
  'request/malformed': 'The request could not be read as JSON.',
  'request/not-json': 'Send the body as application/json.',
  'request/too-large': 'The request is too large.',
  'request/forbidden-character':
    'This text holds a character that cannot be recorded or that hides another. Type it again.',
  'request/unknown-field': 'This field is not known here.',
  'request/invalid': 'Some fields need attention.',
  'request/wrong-type': 'This value has the wrong form.',
  'request/missing-version': 'Say which revision you saw, with If-Match.',
  'request/missing-key': 'Name this act, with Idempotency-Key.',
  'request/key-reused': 'Something else was sent under this key before.',
  'request/cross-site': 'This request did not come from the app itself.',
  'request/unknown-route': 'There is nothing at this address.',
  'session/other-person':
    'Somebody else is signed in in this browser now. Nothing was sent; what you typed is still on the page.',
  'session/person-missing': 'Say for whom the page writes, with X-Person. An old page does not: reload it.',
  'session/required': 'Sign in to go on. Nothing you typed is lost.',
  'session/wrong-credentials': 'E-mail and password do not match an account that can sign in.',
  ...signingProblemWords,
  'access/not-allowed': 'Your role does not allow this.',
  'access/own-entry': 'Nobody decides on their own entry.',
  'access/own-letter': 'Nobody signs a letter about themselves.',
  'access/own-sign-off': 'Nobody signs off their own competency.',
  'access/not-found': 'This does not exist, or it is not yours to see.',
  'entry/stale-version': 'Somebody changed this entry after you opened it. Reload to see the newest version.',
  'entry/id-taken': 'Another entry already has this id.',
  'text/not-there': () => 'There are no words at this place, or they were removed already.',
  'entry/not-allowed-now': ({ state }) => `This cannot be done while the entry is ${inState(state)}.`,
  'entry/not-editable': ({ state }) => `An entry that is ${inState(state)} cannot be edited.`,
  'entry/amend-instead':
    'An approved entry is amended, not edited: the approved version keeps counting until the new one is approved.',
  'entry/own-entry': 'Nobody decides on their own entry.',
  'entry/own-correction': 'Somebody else decides on a contest of your own correction.',
  'entry/needs-new-version': 'Change the entry before you send it again.',
  'entry/undo-expired': 'The ten seconds for an undo are over; the decision is final.',
  'entry/nothing-to-undo': 'There is no decision of yours to take back.',
  'entry/impossible-date': 'This day is not in the calendar.',
  'entry/future-date': 'This day is still to come. Choose the day of the procedure.',
  'entry/outside-training': ({ fromOn, toOn }) =>
    typeof fromOn === 'string' && typeof toOn === 'string'
      ? `This day is outside your training, which is from ${dayFull(fromOn)} to ${dayFull(toOn)}.`
      : 'This day is outside your training.',
  'entry/reversed-days': 'The last day comes before the first.',
  'entry/required': 'This is needed before the entry can be sent.',
  'entry/unknown-diagnosis': 'This diagnosis is not in the catalogue any more. Choose another.',
  'entry/too-many-procedures': ({ max = 'so many' }) =>
    `An entry holds ${max} procedures at most. Log the others as a second entry.`,
  'entry/procedure-needed': 'Choose what you did first.',
  'entry/level-not-of-item': ({ level = 'This level' }) => `${level} does not belong to the procedure.`,
  'entry/side-not-of-item': 'This side does not belong to the procedure.',
  'entry/side-on-level': 'The side belongs to each level here.',
  'entry/duplicate-level': ({ level = 'This level' }) => `${level} is there twice on the same side.`,
  'entry/single-level-item': 'This procedure takes one level. Add it a second time for another.',
  'entry/unknown-item': 'This procedure is not in the catalogue any more. Choose another.',
  'entry/sunset-item': ({ sunsetOn = 'an earlier day' }) =>
    `This procedure was retired on ${sunsetOn}. Choose the one that replaced it.`,
  'entry/simulation-only': 'This one is simulation only. Turn “Simulation” on.',
  'entry/region-not-of-item': 'This region does not belong to the procedure.',
  'entry/guidance-not-of-item': 'This guidance does not belong to the procedure.',
  'entry/technique-not-of-item': 'A technique does not belong to the procedure.',
  'entry/techniques-contradict': ({ one = 'One technique', other = 'another' }) =>
    `${one} and ${other} cannot both be true of one procedure. Keep one, or add the procedure a second time.`,
  'entry/detail-needed': ({ name = 'A detail' }) =>
    `${name}: your program needs this before the entry is sent.`,
  'entry/detail-not-of-item': 'This detail does not belong to the procedure.',
  'entry/detail-not-of-level': 'This detail belongs to one of the levels above.',
  'entry/detail-out-of-range': ({ name = 'This', min, max, unit = '' }) =>
    min === undefined || max === undefined
      ? `${name} is out of range.`
      : `${name}: a number from ${min} to ${max} ${unit}.`,
  'entry/detail-unknown-value': 'This is none of the choices of the detail.',
  'entry/fewer-leads':
    'There are more levels with a lead than leads. Change the number, or take a level out.',
  'entry/repeated': 'The same choice is there twice.',
  'entry/reason-only-if-aborted': 'Only an aborted procedure has a reason.',
  'entry/unknown-complication': 'A complication is not in the catalogue any more. Choose another.',
  'entry/none-excludes-others': 'Choose “No complication” or what happened, not both.',
  'entry/not-of-experience': 'An experience has no outcome and no complications.',
  'entry/correction-pending': 'Answer the supervisor’s correction first.',
  'entry/no-open-correction': 'There is no correction to answer.',
  'entry/contest-expired': 'The 14 days for an answer are over; the correction stands.',
  'entry/no-contested-correction': 'There is no contested correction to decide.',
  'entry/contradiction': ({ about, item }) => contradictionInWords(about, item),
  'entry/row-repeated': ({ place = 'another one' }) =>
    `This is the same as procedure ${place}. Say what differs, or take it out.`,
  'entry/unchanged':
    'Nothing has changed since the approved version. Change something, or leave it as it is.',
  'entry/unknown-value': 'This word is not one of the choices.',
  'entry/supervisor-left':
    'This supervisor has left the program and decides on nothing any more. Keep the entry as a draft and ask your director who decides in their place.',
  'entry/unknown-supervisor': 'This person was not a supervisor of the program on that day. Choose another.',
  'review/rating-needed': 'Rate every procedure of the entry.',
  'review/rating-twice': 'This is rated twice.',
  'review/rating-unknown-procedure': 'The entry has no such procedure.',
  'review/rating-unknown': 'A rating is a whole number from 1 to 5.',
  'review/reason-unknown': 'This reason is not one of the list.',
  'review/reason-needed': 'Say why, in a sentence.',
  'review/correction-empty': 'Say what to correct.',
  'review/correction-repeated': 'This procedure is corrected twice.',
  'review/correction-unknown-procedure': 'The entry has no such procedure.',
  'review/correction-unknown-value': 'This word is not one of the choices.',
  'review/correction-changes-nothing': 'This is what the fellow recorded.',
  'review/correction-contradicts': ({ about }) => correctionContradictionInWords(about),
  'review/correction-repeats-row': ({ place = 'another one' }) =>
    `With this it is the same as procedure ${place} and would count twice. Return the entry if one is too many.`,
  'review/narrative-needed': 'At help 1 or 2, say in a sentence what to do differently next time.',
  'entry/unknown-site': 'This site does not belong to the program any more. Choose another.',
  ...accountProblemWords,
  ...personProblemWords,
  ...whoDecidesWords,
  'privacy/identifies': ({ words = 'what tells who the patient is' }) =>
    `Take out ${words}. Nothing here may tell who a patient is.`,
  'privacy/may-identify': ({ words = 'Something here' }) =>
    `${words} may tell who a patient is. Take it out, or say that it is no patient.`,
  'sign-off/stale-page': 'This changed while you read. Nothing was signed; please read it again first.',
  'sign-off/rule-changed': ({ before, after, need }) =>
    before === undefined || after === undefined
      ? 'The number of a rule changed.'
      : `The number of a rule went from ${before} to ${after} of ${need ?? 'those needed'}.`,
  'sign-off/evidence-changed': 'A rule counts other entries, or other versions of them.',
  'sign-off/chart-changed': 'The chart has other cases.',
  'sign-off/waiver-changed': 'The waiver is another one.',
  'sign-off/signatures-changed': 'Somebody signed meanwhile.',
  'sign-off/requirements-changed': 'The requirements, or the order of signers, are others.',
  'sign-off/names-changed': 'A name or a day on the page is another one, or the page is from an earlier day.',
  'sign-off/asked-already': 'This sign-off is asked for already and waits for signatures.',
  'sign-off/unknown-competency': 'The requirements of this fellow do not have this competency.',
  'sign-off/waiver-by-director': 'Only the director waives a rule.',
  'sign-off/id-taken': 'Another sign-off already has this id.',
  'sign-off/complete': 'Everybody who was to sign has signed.',
  'sign-off/director-next': 'The director signs next.',
  'sign-off/held':
    'The fellow is signed off for this already. Ask for new signatures on that sign-off instead.',
  'sign-off/instant-impossible':
    'The clock of the server is behind the last signature. Nothing was signed; try again when the clock is right.',
  'sign-off/not-flagged': 'No evidence under this sign-off has changed, so there is nothing to decide.',
  'sign-off/not-requester': 'Only whoever asked for the sign-off can withdraw it.',
  'sign-off/other-version':
    'Another version of the requirements binds now. Nothing was signed; the sign-off has to be asked for anew.',
  'sign-off/no-rules': 'This competency has no rules, so nothing shows that it is met.',
  'sign-off/not-ready': 'The rules are not met yet, and nobody has waived them.',
  'sign-off/other-competency': 'This is not about that competency.',
  'sign-off/own': 'Nobody signs off their own competency.',
  'sign-off/reason-missing': 'Say why, in a sentence.',
  'sign-off/set-unverified': 'A director must verify the requirement set before anything is signed under it.',
  'sign-off/signed-before': 'You have signed this already.',
  'sign-off/supervisor-first': 'A supervisor signs first.',
  'sign-off/transition': 'This cannot be done with the sign-off as it stands.',
  'sign-off/waiver-text-missing': 'Say why the rules are waived.',
};

/** What to choose where something is missing from an entry that is to be sent. */
const neededWords: Readonly<Partial<Record<ContentField, string>>> = {
  siteId: 'Choose the site.',
  supervisorId: 'Choose who supervised you; the entry goes to them.',
  setting: 'Choose the setting.',
  painCategory: 'Choose the kind of pain.',
  diagnosisGroup: 'Choose the group of the diagnosis.',
  levels: 'Choose at least one level.',
  side: 'Choose a side. It is needed for the count.',
  role: 'Say which part you took.',
  supervision: 'Say how closely you were supervised.',
  outcome: 'Say how it ended.',
  complications: 'Choose what happened, or “No complication”.',
  abortedReason: 'Say in a few words why it was aborted.',
};

/** What the app itself runs into, apart from the problems that the API reports. */
export const appProblemWords = {
  'network/offline': 'The server did not answer.',
  'network/unanswered': 'No answer came, so it is not known whether this was saved.',
  'network/unreadable': 'The server gave an answer that this page cannot read.',
  'app/unexpected': 'Something went wrong on this page.',
  'app/passkey-not-given': 'Your device did not answer with your passkey. Nothing was signed.',
} as const;

/** For an act whose answer was lost: its key is kept, so that asking again tells what happened. */
const SEND_AGAIN =
  'Send it again: that tells what happened, and nothing is done twice. What you typed is kept, also when you reload.';

const hints: Readonly<Partial<Record<ProblemCode | keyof typeof appProblemWords, string>>> = {
  'network/offline': 'What you typed is kept, also when you reload. Try again when the network is back.',
  'network/unanswered': SEND_AGAIN,
  'server/outcome-unknown': SEND_AGAIN,
  'network/unreadable': 'Reload the page and check what is saved before you send it again.',
  'app/passkey-not-given': 'Try again, or use your password.',
  'app/unexpected': 'Reload the page; if it happens again, tell your program’s coordinator.',
  'server/unexpected': 'Try again; if it happens again, tell your program’s coordinator.',
  'entry/stale-version': 'What you typed stays here, and is offered again after a reload.',
  'access/not-found': 'Check the address, or go back to the list.',
};

/** Something that went wrong, as the API reports it or a rule refused it. */
export interface ToSay {
  readonly code: string;
  /** The field that needs attention, by its JSON pointer. */
  readonly pointer?: string | undefined;
  readonly values?: ProblemValues | undefined;
  /** What to say for a code that is newer than these words. */
  readonly title?: string | undefined;
}

/** What went wrong, in a sentence; at a field of an entry, what to choose there. */
export function problemInWords({ code, pointer, values = {}, title }: ToSay): string {
  if (isAppProblem(code)) return appProblemWords[code];
  if (!isProblemCode(code)) return title ?? 'This needs another look.';
  const needed = code === 'entry/required' ? neededAt(pointer) : undefined;
  if (needed !== undefined) return needed;
  const sentence = problemWords[code];
  return typeof sentence === 'string' ? sentence : sentence(values);
}

/** What to do about a problem, where its own sentence does not say it. */
export function problemHint(code: string): string | undefined {
  return isProblemCode(code) || isAppProblem(code) ? hints[code] : undefined;
}

function isAppProblem(code: string): code is keyof typeof appProblemWords {
  return Object.hasOwn(appProblemWords, code);
}

function neededAt(pointer = ''): string | undefined {
  const name = pointer.split('/').at(-1) ?? '';
  return isContentField(name) ? neededWords[name] : undefined;
}

function inState(state: string | number | undefined): string {
  const words: Readonly<Record<string, string>> = entryStateInSentence;
  return words[String(state)] ?? 'in this state';
}
