export { canonicalBytes, canonicalJson } from './canonical-json';
export type { JsonObject, JsonValue } from './canonical-json';
export { checkCredential, MAX_CREDENTIAL_BYTES } from './check-credential';
export type { CredentialRefused, CredentialStep, VerifiedCredential } from './check-credential';
export { isConsistent, isIncluded } from './check-tree-proof';
export type { Inclusion, TreeHead } from './check-tree-proof';
export type { Checking, Digest, Sha256, Sign, Verify } from './crypto-functions';
export { signDocument } from './data-integrity';
export type { ProofOptions } from './data-integrity';
export { SALT_BYTES, sealed, textIdOf } from './commitment';
export type { Sealed, TextId } from './commitment';
export { chainHash, eventBytes, firstChainHash, leafHash } from './event-hash';
export type { EventV1, EventV2, LedgerEvent } from './event-hash';
export { dataOf, EPOCH_BEGAN, eventKinds, ROW_SNAPSHOT } from './event-kinds';
export type { EndOfSession, EpochBegan, EventName, PayloadOf, TextRedacted } from './event-kinds';
export type {
  BodyMissing,
  CheckpointFault,
  CheckpointPlace,
  EventDiffers,
  LogFinding,
  OutOfEpoch,
  SeqGap,
  TreeDiffers,
} from './log-finding';
export type { RedactedEvent } from './log-history';
export { frontierRoot, withLeaf } from './merkle-frontier';
export type { Frontier } from './merkle-frontier';
export { consistencyProof, inclusionProof, treeRoot } from './merkle-tree';
export { multikeyOf, publicKeyOf } from './multikey';
export { noteKeyId } from './note-key';
export type { NoteKey } from './note-key';
export { Replay } from './replay';
export type { Tables } from './replay';
export { restated, wordsIn } from './redaction';
export type { RowAct, RowChange } from './row-change';
export { checkNote, signCheckpoint } from './signed-note';
export type { CheckedNote, Checkpoint, NoteFault, NoteResult } from './signed-note';
export type { StatusList, StatusLists } from './status-list';
export type { StoredEvent } from './stored-event';
export type { PinnedKey, Trust } from './trust';
export { verifyLog } from './verify-log';
export type { LogReport, LogToVerify } from './verify-log';
