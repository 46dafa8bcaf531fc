export { canonicalBytes, canonicalJson } from './canonical-json';
export type { JsonObject, JsonValue } from './canonical-json';
export { caseReference } from './case-reference';
export { checkCredential, MAX_CREDENTIAL_BYTES } from './check-credential';
export type { CredentialRefused, CredentialStep, VerifiedCredential } from './check-credential';
export { isConsistent, isIncluded } from './check-tree-proof';
export type { Inclusion, TreeHead } from './check-tree-proof';
export type { Checking, Digest, Hmac, Sha256, Sign, Verify } from './crypto-functions';
export { signDocument } from './data-integrity';
export type { ProofOptions } from './data-integrity';
export { chainHash, eventBytes, firstChainHash, leafHash } from './event-hash';
export type { LedgerEvent } from './event-hash';
export type {
  CheckpointFault,
  CheckpointPlace,
  EventDiffers,
  LogFinding,
  SeqGap,
  TreeDiffers,
} from './log-finding';
export { consistencyProof, inclusionProof, treeRoot } from './merkle-tree';
export { didKeyMethod, multikeyOf, publicKeyOf } from './multikey';
export { noteKeyId } from './note-key';
export type { NoteKey } from './note-key';
export { checkNote, signCheckpoint } from './signed-note';
export type { CheckedNote, Checkpoint, NoteFault, NoteResult } from './signed-note';
export type { StatusList, StatusLists } from './status-list';
export type { StoredEvent } from './stored-event';
export type { PinnedKey, Trust } from './trust';
export { verifyLog } from './verify-log';
export type { LogReport, LogToVerify } from './verify-log';
