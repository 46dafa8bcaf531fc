import { reachOf, type Action, type Reach } from './actions';
import { decidesFor, fallbackUntil, type Actor } from './roles';

/** A comparison of one field of a record with fixed values, whether it has any value, or an instant with the latest one. */
export type Condition<Field extends string> =
  | { readonly field: Field; readonly in: readonly string[] }
  | { readonly field: Field; readonly notIn: readonly string[] }
  | { readonly field: Field; readonly isSet: boolean }
  | { readonly field: Field; readonly notAfter: number };

/**
 * Which records a person may see, as data: a record is in scope when every condition of at least one clause holds.
 * An empty scope sees nothing. Two interpreters read it, {@link inScope} here and the SQL one beside the database;
 * a database test proves that both choose the same records.
 */
export type Scope<Field extends string> = readonly (readonly Condition<Field>[])[];

/** The fields of an entry that scopes may compare. */
export type EntryField =
  'programId' | 'fellowId' | 'supervisorId' | 'assignedId' | 'state' | 'shownNumber' | 'submittedAt';

/** An entry as scopes see it; a field that is null is in no list and at no time, so only `notIn` and not being set hold. */
export type ScopedEntry = Readonly<
  Record<Exclude<EntryField, 'shownNumber' | 'submittedAt'>, string | null>
> & {
  /** When the version that waits was sent, UTC ms. */
  readonly submittedAt: number | null;
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
  if ('isSet' in condition) return (value !== null) === condition.isSet;
  if ('notAfter' in condition) return value !== null && Number(value) <= condition.notAfter;
  if ('in' in condition) return value !== null && condition.in.includes(String(value));
  return value === null || !condition.notIn.includes(String(value));
}

/** What was never sent belongs to the fellow alone, and a draft does again once it was taken back. */
const sent: readonly Condition<EntryField>[] = [
  { field: 'shownNumber', isSet: true },
  { field: 'state', notIn: ['draft'] },
];

const waiting: Condition<EntryField> = { field: 'state', in: ['submitted', 'amended'] };

/** The clauses that a reach adds to a scope of entries; a reach that is no single record adds none. */
function clausesOf(reach: Reach, actor: Actor, programId: string): Scope<EntryField> {
  const program: Condition<EntryField> = { field: 'programId', in: [programId] };
  if (reach === 'own') return [[program, { field: 'fellowId', in: [actor.personId] }]];
  if (reach === 'program') return [[program, ...sent]];
  if (reach !== 'named') return [];
  const names = decidesFor(actor, programId);
  const until = fallbackUntil(actor, programId);
  const others = [program, notOwn(actor), ...sent];
  return [
    [...others, { field: 'supervisorId', in: names }],
    [...others, { field: 'assignedId', in: names }],
    ...(until === undefined
      ? []
      : [
          [
            ...others,
            waiting,
            { field: 'supervisorId', isSet: true },
            { field: 'submittedAt', notAfter: until },
          ],
        ]),
  ] as Scope<EntryField>;
}

/** Of what names the actor, without what was handed over to somebody else. */
function notHandedOver(clause: readonly Condition<EntryField>[]): readonly Condition<EntryField>[] {
  const isByName = clause.some((one) => one.field === 'supervisorId' && 'in' in one);
  return isByName ? [...clause, { field: 'assignedId', isSet: false }] : clause;
}

function notOwn(actor: Actor): Condition<EntryField> {
  return { field: 'fellowId', notIn: [actor.personId] };
}

function entriesFor(action: Action, actor: Actor, programId: string): Scope<EntryField> {
  const held = actor.roles.filter((role) => role.programId === programId);
  return held.flatMap((role) => {
    const reach = reachOf(action, role);
    return reach === undefined ? [] : clausesOf(reach, actor, programId);
  });
}

/**
 * The entries of a program that the actor may read: a fellow's own, those that name the actor as supervisor or were handed
 * over to the actor once they were sent, those that fall to the actor as the fallback while they wait, and for director and coordinator whatever was sent in the program. A draft and what was never sent, void or
 * not, belong to the fellow alone.
 */
export function entriesToRead(actor: Actor, programId: string): Scope<EntryField> {
  return entriesFor('entry.read', actor, programId);
}

/**
 * The entries of a program whose corrections concern the actor: a fellow's own, and for the director, who decides on a
 * contest, those of everybody. Whether an entry was corrected is no matter of scope.
 */
export function correctionsToRead(actor: Actor, programId: string): Scope<EntryField> {
  return entriesFor('correction.read', actor, programId);
}

/**
 * The entries that wait for the actor's decision, never the actor's own: handed over to the actor, or naming the actor and
 * not handed over, or waiting for so long that they fall to the actor as the program's fallback.
 */
export function entriesToReview(actor: Actor, programId: string): Scope<EntryField> {
  return entriesFor('entry.approve', actor, programId).map((clause) => [...notHandedOver(clause), waiting]);
}
