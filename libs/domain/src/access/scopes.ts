import { reachOf, type Action, type Reach } from './actions';
import { decidesFor, type Actor } from './roles';

/** A comparison of one field of a record with fixed values. */
export type Condition<Field extends string> =
  | { readonly field: Field; readonly in: readonly string[] }
  | { readonly field: Field; readonly notIn: readonly string[] };

/**
 * Which records a person may see, as data: a record is in scope when every condition of at least one clause holds.
 * An empty scope sees nothing. Two interpreters read it, {@link inScope} here and the SQL one beside the database;
 * a database test proves that both choose the same records.
 */
export type Scope<Field extends string> = readonly (readonly Condition<Field>[])[];

/** The fields of an entry that scopes may compare. */
export type EntryField = 'programId' | 'fellowId' | 'supervisorId' | 'state';

/** An entry as scopes see it; a field that is null is in no list, so `in` fails and `notIn` holds. */
export type ScopedEntry = Readonly<Record<EntryField, string | null>>;

/** Tells whether a record is in scope. */
export function inScope<Field extends string>(
  scope: Scope<Field>,
  record: Readonly<Record<Field, string | null>>,
): boolean {
  return scope.some((clause) => clause.every((condition) => conditionHolds(condition, record)));
}

function conditionHolds<Field extends string>(
  condition: Condition<Field>,
  record: Readonly<Record<Field, string | null>>,
): boolean {
  const value = record[condition.field];
  if ('in' in condition) return value !== null && condition.in.includes(value);
  return value === null || !condition.notIn.includes(value);
}

/** What belongs to the fellow alone until it is submitted. */
const notDraft: Condition<EntryField> = { field: 'state', notIn: ['draft'] };

/** The clause that a reach adds to a scope of entries; a reach that is no single record adds none. */
function clauseOf(reach: Reach, actor: Actor, programId: string): readonly Condition<EntryField>[] | null {
  const program: Condition<EntryField> = { field: 'programId', in: [programId] };
  if (reach === 'own') return [program, { field: 'fellowId', in: [actor.personId] }];
  if (reach === 'named')
    return [program, { field: 'supervisorId', in: decidesFor(actor, programId) }, notOwn(actor), notDraft];
  return reach === 'program' ? [program, notDraft] : null;
}

function notOwn(actor: Actor): Condition<EntryField> {
  return { field: 'fellowId', notIn: [actor.personId] };
}

function entriesFor(action: Action, actor: Actor, programId: string): Scope<EntryField> {
  const held = actor.roles.filter((role) => role.programId === programId);
  return held.flatMap(({ role }) => {
    const reach = reachOf(action, role);
    const clause = reach === undefined ? null : clauseOf(reach, actor, programId);
    return clause === null ? [] : [clause];
  });
}

/**
 * The entries of a program that the actor may read: a fellow's own, those that name the actor as supervisor once they
 * left draft, and for director and coordinator the whole program except drafts, which belong to the fellow alone.
 */
export function entriesToRead(actor: Actor, programId: string): Scope<EntryField> {
  return entriesFor('entry.read', actor, programId);
}

/** The entries that wait for the actor's decision: named as supervisor, submitted or amended, never the actor's own. */
export function entriesToReview(actor: Actor, programId: string): Scope<EntryField> {
  const waiting: Condition<EntryField> = { field: 'state', in: ['submitted', 'amended'] };
  return entriesFor('entry.approve', actor, programId).map((clause) => [...clause, waiting]);
}
