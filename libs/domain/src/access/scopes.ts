import { reachOf, type Action, type Reach } from './actions';
import { decidesFor, type Actor } from './roles';

/** A comparison of one field of a record with fixed values, or whether the field has any value. */
export type Condition<Field extends string> =
  | { readonly field: Field; readonly in: readonly string[] }
  | { readonly field: Field; readonly notIn: readonly string[] }
  | { readonly field: Field; readonly isSet: true };

/**
 * Which records a person may see, as data: a record is in scope when every condition of at least one clause holds.
 * An empty scope sees nothing. Two interpreters read it, {@link inScope} here and the SQL one beside the database;
 * a database test proves that both choose the same records.
 */
export type Scope<Field extends string> = readonly (readonly Condition<Field>[])[];

/** The fields of an entry that scopes may compare. */
export type EntryField = 'programId' | 'fellowId' | 'supervisorId' | 'state' | 'shownNumber';

/** An entry as scopes see it; a field that is null is in no list, so `in` and `isSet` fail and `notIn` holds. */
export type ScopedEntry = Readonly<Record<Exclude<EntryField, 'shownNumber'>, string | null>> & {
  /** Number of the version that others see; null while none was sent. */
  readonly shownNumber: number | null;
};

/** Tells whether a record is in scope. */
export function inScope<Field extends string>(
  scope: Scope<Field>,
  record: Readonly<Record<Field, string | number | null>>,
): boolean {
  return scope.some((clause) => clause.every((condition) => conditionHolds(condition, record)));
}

function conditionHolds<Field extends string>(
  condition: Condition<Field>,
  record: Readonly<Record<Field, string | number | null>>,
): boolean {
  const value = record[condition.field];
  if ('isSet' in condition) return value !== null;
  if ('in' in condition) return value !== null && condition.in.includes(String(value));
  return value === null || !condition.notIn.includes(String(value));
}

/** What was never sent belongs to the fellow alone, and a draft does again once it was taken back. */
const sent: readonly Condition<EntryField>[] = [
  { field: 'shownNumber', isSet: true },
  { field: 'state', notIn: ['draft'] },
];

/** The clause that a reach adds to a scope of entries; a reach that is no single record adds none. */
function clauseOf(reach: Reach, actor: Actor, programId: string): readonly Condition<EntryField>[] | null {
  const program: Condition<EntryField> = { field: 'programId', in: [programId] };
  if (reach === 'own') return [program, { field: 'fellowId', in: [actor.personId] }];
  if (reach === 'named')
    return [program, { field: 'supervisorId', in: decidesFor(actor, programId) }, notOwn(actor), ...sent];
  return reach === 'program' ? [program, ...sent] : null;
}

function notOwn(actor: Actor): Condition<EntryField> {
  return { field: 'fellowId', notIn: [actor.personId] };
}

function entriesFor(action: Action, actor: Actor, programId: string): Scope<EntryField> {
  const held = actor.roles.filter((role) => role.programId === programId);
  return held.flatMap((role) => {
    const reach = reachOf(action, role);
    const clause = reach === undefined ? null : clauseOf(reach, actor, programId);
    return clause === null ? [] : [clause];
  });
}

/**
 * The entries of a program that the actor may read: a fellow's own, those that name the actor as supervisor once they
 * were sent, and for director and coordinator whatever was sent in the program. A draft and what was never sent, void or
 * not, belong to the fellow alone.
 */
export function entriesToRead(actor: Actor, programId: string): Scope<EntryField> {
  return entriesFor('entry.read', actor, programId);
}

/** The entries that wait for the actor's decision: named as supervisor, submitted or amended, never the actor's own. */
export function entriesToReview(actor: Actor, programId: string): Scope<EntryField> {
  const waiting: Condition<EntryField> = { field: 'state', in: ['submitted', 'amended'] };
  return entriesFor('entry.approve', actor, programId).map((clause) => [...clause, waiting]);
}
