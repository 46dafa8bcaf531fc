export { canonicalBytes, canonicalJson } from './canonical-json';
export type { JsonObject, JsonValue } from './canonical-json';
export { checkCredential, credentialSteps, MAX_CREDENTIAL_BYTES } from './check-credential';
export type {
  CredentialRefused,
  CredentialStep,
  PinnedKey,
  Trust,
  VerifiedCredential,
} from './check-credential';
export { isConsistent, isIncluded } from './check-tree-proof';
export type { Inclusion, TreeHead } from './check-tree-proof';
export type { Checking, Digest, Sha256, Sign, Verify } from './crypto-functions';
export { coveredPart, isProofOf, proofOf, signDocument } from './data-integrity';
export type { Proof, ProofOptions } from './data-integrity';
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
export { readJson } from './read-json';
export { checkNote, checkpointText, noteKeyId, signCheckpoint } from './signed-note';
export type { CheckedNote, Checkpoint, NoteFault, NoteKey } from './signed-note';
export type { StatusList, StatusLists } from './status-list';
export type { StoredEvent } from './stored-event';
export { verifyLog } from './verify-log';
export type { LogReport, LogToVerify } from './verify-log';
