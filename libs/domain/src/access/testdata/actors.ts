import type { Actor, EntryFacts, Role, ScopedEntry } from '../index';

/* The people of a program and an entry between two of them, as the rules of access see them. */

/** The program. */
export const P = 'program';
/** A program in which none of them holds a role. */
export const Q = 'another program';

/** Somebody who holds these roles in {@link P}. */
export function as(personId: string, ...held: Role[]): Actor {
  return { personId, roles: held.map((role) => ({ programId: P, role })) };
}

type SentEntry = EntryFacts & Pick<ScopedEntry, 'shownNumber'>;

/** An entry that {@link fay} sent to {@link sam}, unless a test says otherwise. */
export function entry(change: Partial<SentEntry> = {}): SentEntry {
  return {
    programId: P,
    fellowId: 'fay',
    supervisorId: 'sam',
    assignedId: null,
    state: 'submitted',
    submittedAt: 1_000,
    shownNumber: 1,
    ...change,
  };
}

/** A fellow. */
export const fay = as('fay', 'fellow');
/** A supervisor. */
export const sam = as('sam', 'supervisor');
/** A director. */
export const dee = as('dee', 'director');
/** A coordinator. */
export const coy = as('coy', 'coordinator');
/** Supervisor and fellow in one. */
export const both = as('bo', 'supervisor', 'fellow');
