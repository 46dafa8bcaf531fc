export { documentChanges } from './document-changes';
export type { DocumentChange } from './document-changes';
export { meanings, meaningsOf } from './meanings';
export type { Meaning } from './meanings';
export { capacities, signatureJson } from './signature-record';
export type { Capacity, SignatureRecord, SignatureSubject } from './signature-record';
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
