export { checkProse } from './check-prose';
export { groupOf } from './finding';
export type { Finding, IdentifierKind } from './finding';
export { guardText } from './guard-text';
