export { documentChanges } from './document-changes';
export type { DocumentChange } from './document-changes';
export { meanings, meaningsOf } from './meanings';
export type { Meaning } from './meanings';
export { capacities, signatureJson, signingMethods } from './signature-record';
export type { Capacity, SignatureRecord, SignatureSubject, SigningMethod } from './signature-record';
export { signedActJson, signingChallengeJson } from './signed-act';
export type { SignedAct } from './signed-act';
export { readSignOffDocument, signOffJson } from './sign-off-document';
export type {
  EarlierSignature,
  Printed,
  SignedChart,
  SignedEvidence,
  SignedRule,
  SignOffDocument,
} from './sign-off-document';
export { STATEMENT_VERSION, statementFor } from './statement';
