import { holds, type Actor, type Role } from './roles';

/** `anyone` needs no session; `signed-in` needs a session but no role; else one of the roles, held in the program. */
export type Audience = 'anyone' | 'signed-in' | readonly Role[];

const everyRole: readonly Role[] = ['fellow', 'supervisor', 'director', 'coordinator'];

/**
 * The action table: who may attempt what. The gate reads it before a request reaches a use case; what depends on the
 * record itself is then decided by the `may…` rules and by scopes. An action that is not listed is denied.
 */
export const actions = {
  'session.open': 'anyone',
  'session.read': 'signed-in',
  'session.close': 'signed-in',
  'demo.read': 'anyone',
  'demo.sign-in': 'anyone',
  'health.read': 'anyone',
  'api.describe': 'anyone',
  'catalogue.read': everyRole,
  'entry.log': ['fellow'],
  'entry.edit': ['fellow'],
  'entry.withdraw': ['fellow'],
  'entry.amend': ['fellow'],
  'entry.void': ['fellow', 'director'],
  'entry.read': everyRole,
  'entry.approve': ['supervisor'],
  'entry.return': ['supervisor'],
  'entry.undo-decision': ['supervisor'],
  'queue.read': ['supervisor'],
  'progress.read': ['fellow', 'director', 'coordinator'],
  'dashboard.read': ['director', 'coordinator'],
} as const satisfies Record<string, Audience>;

/** The name of an action, `noun.verb`. */
export type Action = keyof typeof actions;

/** Who may attempt the action. */
export function audienceOf(action: Action): Audience {
  return actions[action];
}

/**
 * Tells whether the actor may attempt the action in the program.
 * `programId` is absent for actions outside any program; an action for a role is then denied.
 */
export function mayAttempt(action: Action, actor: Actor | null, programId: string | null): boolean {
  const audience = audienceOf(action);
  if (audience === 'anyone') return true;
  if (actor === null) return false;
  if (audience === 'signed-in') return true;
  return programId !== null && holds(actor, programId, audience);
}
