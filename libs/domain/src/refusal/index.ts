export { DomainError, ok, refused } from './refused';
export type { RefusalCode } from './refusal-code';
export type { Ok, Refused, Result } from './refused';
