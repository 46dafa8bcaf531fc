/** A role is held in a program from one civil date to another; a person may hold several. */
export type Role = 'fellow' | 'supervisor' | 'director' | 'coordinator';

/** Every role, in the order in which a person's start page is chosen. */
export const roles: readonly Role[] = ['fellow', 'supervisor', 'director', 'coordinator'];

/** One role in force today. */
export interface HeldRole {
  readonly programId: string;
  readonly role: Role;
}

/** The person who acts, with the roles in force at that moment. */
export interface Actor {
  readonly personId: string;
  readonly roles: readonly HeldRole[];
}

/** Tells whether the actor holds one of the roles in the program today. */
export function holds(actor: Actor, programId: string, wanted: readonly Role[]): boolean {
  return actor.roles.some((held) => held.programId === programId && wanted.includes(held.role));
}
