export { checkPassword, knownWords, PASSWORD_ALONE } from './check-password';
export type { ChosenPassword, Weakness } from './check-password';
export { NAMES_A_MINUTE, TRIES_A_MINUTE, waitAfter } from './slow-down';
