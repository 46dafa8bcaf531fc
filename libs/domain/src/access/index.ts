export { actions, audienceOf, mayAttempt } from './actions';
export type { Action, Audience } from './actions';
export { can } from './can';
export type { EntryFacts } from './can';
export { holds, roles } from './roles';
export type { Actor, HeldRole, Role } from './roles';
export { entriesToRead, entriesToReview, inScope } from './scopes';
export type { Condition, EntryField, Scope, ScopedEntry } from './scopes';
