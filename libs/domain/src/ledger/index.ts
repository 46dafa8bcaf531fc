export { canonicalBytes, canonicalJson } from './canonical-json';
export type { JsonValue } from './canonical-json';
export { chainHash, eventBytes, firstChainHash, leafHash } from './event-hash';
export type { LedgerEvent, Sha256 } from './event-hash';
export { consistencyProof, inclusionProof, isConsistent, isIncluded, treeRoot } from './merkle-tree';
export type { Inclusion, TreeHead } from './merkle-tree';
export { checkNote, checkpointText, noteKeyId, signCheckpoint } from './signed-note';
export type { CheckedNote, Checkpoint, NoteFault, NoteKey, Sign, Verify } from './signed-note';
