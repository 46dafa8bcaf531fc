export { checkProse } from './check-prose';
export type { ProseCheck } from './check-prose';
export { groupOf, IDENTIFIER_KINDS } from './finding';
export type { Finding, GuardTier, IdentifierGroup, IdentifierKind } from './finding';
export { guardText } from './guard-text';
export type { GuardResult } from './guard-text';
