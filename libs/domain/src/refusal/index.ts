export { DomainError, ok, refused } from './refused';
export type { Ok, Refused, Result } from './refused';
