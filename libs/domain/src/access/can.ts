import { refused, ok, type Result } from '../refusal';
import { holds, type Actor } from './roles';
import type { ScopedEntry } from './scopes';

/** An entry as the permission rules see it: where it belongs, whose it is, whom it names. */
export type EntryFacts = Pick<ScopedEntry, 'supervisorId' | 'state'> & {
  readonly programId: string;
  readonly fellowId: string;
};

const allowed: Result<null> = ok(null);
const notAllowed = (): Result<null> => refused('access/not-allowed');

function allowIf(condition: boolean): Result<null> {
  return condition ? allowed : notAllowed();
}

function isOwn(actor: Actor, entry: EntryFacts): boolean {
  return entry.fellowId === actor.personId && holds(actor, entry.programId, ['fellow']);
}

function isNamed(actor: Actor, entry: EntryFacts): boolean {
  return (
    entry.supervisorId === actor.personId &&
    entry.fellowId !== actor.personId &&
    holds(actor, entry.programId, ['supervisor'])
  );
}

/**
 * May this person do this to this record? The API enforces the rule and the web app asks it before it shows a button.
 * Whether the state of the record permits the act is a different question, answered by `decide` in entry/.
 */
export const can = {
  /** Log an entry in the program, as a fellow. */
  log: (actor: Actor, programId: string): Result<null> => allowIf(holds(actor, programId, ['fellow'])),

  /** Edit, submit, withdraw or amend: the fellow's own entry, nobody else's. */
  edit: (actor: Actor, entry: EntryFacts): Result<null> => allowIf(isOwn(actor, entry)),

  /** Approve or return: the supervisor whom the entry names, and never the fellow's own entry. */
  review: (actor: Actor, entry: EntryFacts): Result<null> => {
    if (entry.fellowId === actor.personId) return refused('access/own-entry');
    return allowIf(isNamed(actor, entry));
  },

  /** Void: the fellow while it was never approved, the director afterwards. */
  void: (actor: Actor, entry: EntryFacts): Result<null> => {
    const everApproved = entry.state === 'approved' || entry.state === 'amended';
    return allowIf(everApproved ? holds(actor, entry.programId, ['director']) : isOwn(actor, entry));
  },

  /** Read ratings, comments and reasons: the fellow, the named supervisor and the director; not the coordinator. */
  readNarrative: (actor: Actor, entry: EntryFacts): Result<null> =>
    allowIf(isOwn(actor, entry) || isNamed(actor, entry) || holds(actor, entry.programId, ['director'])),

  /** Read the progress of a fellow: the fellow, the director, the coordinator. */
  readProgress: (actor: Actor, programId: string, fellowId: string): Result<null> =>
    allowIf(
      holds(actor, programId, ['director', 'coordinator']) ||
        (fellowId === actor.personId && holds(actor, programId, ['fellow'])),
    ),
};
