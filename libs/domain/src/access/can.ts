import { refused, ok, type Result } from '../refusal';
import type { Action } from './actions';
import { reaches, type Reachable } from './reaches';
import { holds, type Actor, type Role } from './roles';
import type { ScopedEntry } from './scopes';

/** An entry as the permission rules see it: where it belongs, whose it is, whom it names. */
export type EntryFacts = Pick<ScopedEntry, 'supervisorId' | 'assignedId' | 'state' | 'submittedAt'> & {
  readonly programId: string;
  readonly fellowId: string;
};

/** A sign-off as the permission rules see it: where it belongs and whose it is. */
export type SignOffFacts = Pick<EntryFacts, 'programId' | 'fellowId'>;

const allowed: Result<null> = ok(null);

function allowIf(condition: boolean): Result<null> {
  return condition ? allowed : refused('access/not-allowed');
}

function asRecord({
  programId,
  fellowId,
  supervisorId,
  assignedId,
  state,
  submittedAt,
}: EntryFacts): Reachable {
  const waits = state === 'submitted' || state === 'amended';
  return {
    ...{ programId, ofId: fellowId, supervisorId: assignedId ?? supervisorId },
    waitsSince: waits ? submittedAt : null,
  };
}

/** The entry as it was before it was handed over: whom it names keeps reading it. */
function asNamed(entry: EntryFacts): Reachable {
  return { ...asRecord(entry), supervisorId: entry.supervisorId };
}

/** The actor with nothing but one of the roles held. */
function inRole(actor: Actor, role: Role): Actor {
  return { ...actor, roles: actor.roles.filter((held) => held.role === role) };
}

/** An act on somebody else's entry: never on one's own, whatever roles one holds. */
function onOthers(action: Action, actor: Actor, entry: EntryFacts): Result<null> {
  if (entry.fellowId === actor.personId) return refused('access/own-entry');
  return allowIf(reaches(action, actor, asRecord(entry)));
}

/** An act on somebody else's sign-off: never on one's own, whatever roles one holds. */
function onOthersSignOff(action: Action, actor: Actor, { programId, fellowId }: SignOffFacts): Result<null> {
  if (fellowId === actor.personId) return refused('access/own-sign-off');
  return allowIf(reaches(action, actor, { programId, ofId: fellowId }));
}

/**
 * May this person do this to this record? The API enforces the rule and the web app asks it before it shows a button.
 * Every answer comes from the action table; whether the state of the record permits the act is a different question,
 * answered by `decide` in entry/. Refusals: `access/not-allowed`, `access/own-entry`.
 */
export const can = {
  /** Log an entry in the program, as a fellow. */
  log: (actor: Actor, programId: string): Result<null> =>
    allowIf(reaches('entry.log', actor, { programId, ofId: actor.personId })),

  /** Edit, submit, withdraw or amend: the fellow's own entry, nobody else's. */
  edit: (actor: Actor, entry: EntryFacts): Result<null> =>
    allowIf(reaches('entry.edit', actor, asRecord(entry))),

  /** Approve, correct or return: the supervisor whom the entry names or who stands in, never on an own entry. */
  review: (actor: Actor, entry: EntryFacts): Result<null> => onOthers('entry.approve', actor, entry),

  /** Accept or contest a correction: the fellow whose entry was corrected. */
  answerCorrection: (actor: Actor, entry: EntryFacts): Result<null> =>
    allowIf(reaches('entry.answer-correction', actor, asRecord(entry))),

  /** Decide on a contested correction: the director, never on an own entry. */
  resolveCorrection: (actor: Actor, entry: EntryFacts): Result<null> =>
    onOthers('entry.resolve-correction', actor, entry),

  /** Void: the fellow while it was never approved, the director afterwards. */
  void: (actor: Actor, entry: EntryFacts): Result<null> => {
    const everApproved = entry.state === 'approved' || entry.state === 'amended';
    const speaker = inRole(actor, everApproved ? 'director' : 'fellow');
    return allowIf(reaches('entry.void', speaker, asRecord(entry)));
  },

  /** Read ratings, comments and reasons: the fellow, the named supervisor and the director; not the coordinator. */
  readNarrative: (actor: Actor, entry: EntryFacts): Result<null> =>
    allowIf([asRecord(entry), asNamed(entry)].some((record) => reaches('narrative.read', actor, record))),

  /** Hand waiting entries over to another supervisor: director and coordinator, never an own entry. */
  reassign: (actor: Actor, entry: EntryFacts): Result<null> => onOthers('entry.reassign', actor, entry),

  /** Remove words of an entry for good: the director, never on an own entry. */
  redactText: (actor: Actor, entry: EntryFacts): Result<null> => onOthers('text.redact', actor, entry),

  /** Sign a letter about a fellow or take it back: the director, never about themselves. */
  issueLetter: (actor: Actor, programId: string, fellowId: string): Result<null> =>
    fellowId === actor.personId
      ? refused('access/own-letter')
      : allowIf(reaches('letter.issue', actor, { programId, ofId: fellowId })),

  /** Record what a committee decided on a fellow: the director, never on themselves. */
  decideInCommittee: (actor: Actor, programId: string, fellowId: string): Result<null> =>
    allowIf(fellowId !== actor.personId && reaches('committee.decide', actor, { programId, ofId: fellowId })),

  /** Read one rating with its texts: the fellow, the supervisor who gave it, the director. */
  readRating: (actor: Actor, entry: EntryFacts, rating: { readonly byId: string }): Result<null> =>
    allowIf(reaches('rating.read', actor, { ...asRecord(entry), byId: rating.byId })),

  /** Read the progress of a fellow: the fellow, the director, the coordinator. */
  readProgress: (actor: Actor, programId: string, fellowId: string): Result<null> =>
    allowIf(reaches('progress.read', actor, { programId, ofId: fellowId })),

  /** Read the qualifications of a fellow: the fellow, the director, the coordinator. */
  readQualifications: (actor: Actor, programId: string, fellowId: string): Result<null> =>
    allowIf(reaches('qualification.read', actor, { programId, ofId: fellowId })),

  /** Write down, change and end them: the same people, a fellow not after the training. */
  keepQualifications: (actor: Actor, programId: string, fellowId: string): Result<null> =>
    allowIf(reaches('qualification.keep', actor, { programId, ofId: fellowId })),

  /** Read one competency of a fellow: who reads progress, and supervisors, of whom the use case asks more. */
  readCompetency: (actor: Actor, programId: string, fellowId: string): Result<null> =>
    allowIf(reaches('competency.read', actor, { programId, ofId: fellowId })),

  /** Review an alarm of a chart: supervisors and the director, nobody for themselves. */
  reviewAlarm: (actor: Actor, programId: string, fellowId: string): Result<null> =>
    allowIf(fellowId !== actor.personId && reaches('alarm.review', actor, { programId, ofId: fellowId })),

  /** Ask for a sign-off: the fellow for an own one, or the director. */
  askSignOff: (actor: Actor, { programId, fellowId }: SignOffFacts): Result<null> =>
    allowIf(reaches('sign-off.ask', actor, { programId, ofId: fellowId })),

  /** Sign a competency, or decline to: supervisors and the director, nobody for themselves. */
  signOff: (actor: Actor, signOff: SignOffFacts): Result<null> =>
    onOthersSignOff('sign-off.sign', actor, signOff),

  /** Suspend, reinstate, revoke or keep what is signed: the director, never for an own one. */
  decideOnSignOff: (actor: Actor, signOff: SignOffFacts): Result<null> =>
    onOthersSignOff('sign-off.decide', actor, signOff),

  /**
   * Keep the account of somebody who holds the role: say how it is called, with what it signs in, and let its person in anew.
   * That of a director only a director keeps (`people/director-only`): whoever lets a director in anew can come in as one.
   */
  keepAccount: (actor: Actor, programId: string, role: Role): Result<null> => {
    if (!reaches('people.manage', actor, { programId })) return refused('access/not-allowed');
    const isTheirs = role !== 'director' || holds(actor, programId, ['director']);
    return isTheirs ? allowed : refused('people/director-only');
  },

  /**
   * Give, change or end a role of a person: those who keep the program's people. What a director is, only a director says
   * (`people/director-only`), and nobody else changes the own roles (`people/own-role`): a coordinator would make a
   * signer of themselves.
   */
  giveRole: (
    actor: Actor,
    programId: string,
    held: { readonly role: Role; readonly ofId: string },
  ): Result<null> => {
    const kept = can.keepAccount(actor, programId, held.role);
    if (!kept.ok || holds(actor, programId, ['director'])) return kept;
    return held.ofId === actor.personId ? refused('people/own-role') : allowed;
  },

  /** Accept or decline a delegation: the supervisor to whom it was offered, nobody else. */
  answerDelegation: (actor: Actor, programId: string, delegateId: string): Result<null> =>
    allowIf(actor.personId === delegateId && holds(actor, programId, ['supervisor'])),

  /** Make or end a delegation: one's own, or any of the program for those who keep its people. */
  delegate: (actor: Actor, programId: string, delegatorId: string): Result<null> =>
    allowIf(reaches('delegation.manage', actor, { programId, ofId: delegatorId })),
};
