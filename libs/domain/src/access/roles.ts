import type { Ended } from './tenure';

/**
 * A role that a person holds in a program; a person may hold several. `institution` is the graduate medical education
 * office, which holds its role in each program of the institution; `staff` is a nurse or technician who looks one thing
 * up on the supervision board.
 */
export type Role = 'fellow' | 'supervisor' | 'director' | 'coordinator' | 'institution' | 'staff';

/** Every role, in the order in which a person's start page is chosen. */
export const roles: readonly Role[] = [
  'fellow',
  'supervisor',
  'director',
  'coordinator',
  'institution',
  'staff',
];

/** One role of a person, held in a program from one civil date to another. */
export interface HeldRole {
  readonly programId: string;
  readonly role: Role;
  /** Absent while the role is in force; afterwards it leaves little, see `reachOf`. */
  readonly ended?: Ended;
}

/** The person who acts, with what is in force at that moment. */
export interface Actor {
  readonly personId: string;
  readonly roles: readonly HeldRole[];
  /**
   * Supervisors for whom the actor may decide today: those who delegated to the actor, who accepted. The actor must be a
   * supervisor too, and every act shows both.
   */
  readonly standsInFor?: readonly { readonly programId: string; readonly supervisorId: string }[];
  /**
   * Programs whose fallback the actor is: entries that were sent at this instant or before, UTC ms, and still wait, fall
   * to the actor besides whoever they wait for.
   */
  readonly fallbackFor?: readonly { readonly programId: string; readonly sentUntil: number }[];
}

/** Tells whether the actor holds one of the roles in the program today. */
export function holds(actor: Actor, programId: string, wanted: readonly Role[]): boolean {
  return actor.roles.some(
    (held) => held.programId === programId && held.ended === undefined && wanted.includes(held.role),
  );
}

/** Until when an entry must have been sent to fall to the actor as the program's fallback, UTC ms; undefined for others. */
export function fallbackUntil(actor: Actor, programId: string): number | undefined {
  return actor.fallbackFor?.find((one) => one.programId === programId)?.sentUntil;
}

/** The supervisors in whose name the actor may decide in the program: the actor, and those the actor stands in for. */
export function decidesFor(actor: Actor, programId: string): readonly string[] {
  const others = (actor.standsInFor ?? []).filter((other) => other.programId === programId);
  return [actor.personId, ...others.map(({ supervisorId }) => supervisorId)];
}
