export { checkLetter } from './check-letter';
export type { IssuerKey, LetterAnswer, LetterTrust, LetterVerdict } from './check-letter';
export { HELP_SCALE, issuerOf, letterDocument, letterKinds, letterOf } from './letter';
export type {
  Letter,
  LetterCompetency,
  LetterContent,
  LetterIssuer,
  LetterKind,
  LetterRequirements,
  PrintedSignature,
} from './letter';
export {
  digestInFours,
  documentDigest,
  isCodeOf,
  letterCode,
  readLetterCode,
  secondsOf,
} from './letter-code';
export type { LetterCode } from './letter-code';
export { STATUS_LIST_BITS, statusListDocument, statusListOf } from './status-list-document';
export type { HeldStatusList } from './status-list-document';
export { letterTotals } from './totals';
export type { ItemTotals, LetterTotals, Totals } from './totals';
