import type { EntityManager } from 'typeorm';
import { checkNote, type Checkpoint, type NoteKey } from '@countersign/domain/ledger';
import type { LogTrust } from '../db/check-log';
import { CheckpointRow } from '../db/checkpoint.row';
import { atOrBefore } from '../db/columns';
import { EventRow } from '../db/event.row';
import { sha256 } from '../db/salt';
import { verifyEd25519 } from './ed25519';
import { noteKeyOf, originsIn } from './origins';
import { SigningKeyRow } from './signing-key.row';

/** What a log is held against, and what is only told about it. */
export interface KnownTrust extends LogTrust {
  /** Checkpoints that are kept with the log, signed or not. */
  readonly checkpoints: number;
  /** Kept ones that nobody believed signs: those without a note, and those of a key that is distrusted. */
  readonly unsigned: number;
}

/**
 * Reads the keys and the signed checkpoints of a log. A kept checkpoint that only a distrusted key signed is held against
 * the log by its root, as one without a signature: that it was signed proves nothing, and is no fault of the log.
 */
export async function trustOf(
  manager: EntityManager,
  logId: string,
  heldOutside: readonly string[],
): Promise<KnownTrust> {
  const rows = await manager.find(CheckpointRow, {
    select: { size: true, note: true },
    where: { logId },
    order: { size: 'ASC' },
  });
  const notes = rows.flatMap(({ note }) => note ?? []);
  const origins = originsIn([...notes, ...heldOutside], logId);
  const keys = await keysOf(manager, logId, origins);
  const kept: string[] = [];
  for (const note of notes) {
    const checked = await checkNote(note, keys, { sha256, verify: verifyEd25519 });
    if (checked.ok || checked.code !== 'ledger/key-distrusted') kept.push(note);
  }
  return {
    ...{ keys, origins, kept, heldOutside, verify: verifyEd25519 },
    ...{ checkpoints: rows.length, unsigned: rows.length - kept.length },
  };
}

/** The checkpoints that were held outside, in their order; null for a note that is not to be believed about this log. */
export async function believed(
  trust: Pick<KnownTrust, 'keys' | 'origins' | 'heldOutside'>,
): Promise<readonly (Checkpoint | null)[]> {
  const found: (Checkpoint | null)[] = [];
  for (const note of trust.heldOutside) {
    const checked = await checkNote(note, trust.keys, { sha256, verify: verifyEd25519 });
    found.push(checked.ok ? checked.value.checkpoint : null);
  }
  return found;
}

/** The keys of checkpoints, each in the name of each origin, and how far those are believed that became known to others. */
export async function keysOf(
  manager: EntityManager,
  logId: string,
  origins: readonly string[],
): Promise<readonly NoteKey[]> {
  const rows = await manager.findBy(SigningKeyRow, { purpose: 'checkpoint' });
  const keys: NoteKey[] = [];
  for (const { publicKey, distrustAfter } of rows) {
    const limit =
      distrustAfter === null ? {} : { distrustAfterSize: await sizeAt(manager, logId, distrustAfter) };
    keys.push(...origins.map((origin) => ({ ...noteKeyOf(publicKey, origin), ...limit })));
  }
  return keys;
}

/** How many events a log had at an instant: up to the newest of then, for a clock may have gone back before. */
async function sizeAt(manager: EntityManager, logId: string, instant: number): Promise<number> {
  return (await manager.maximum(EventRow, 'seq', { logId, at: atOrBefore(instant) })) ?? 0;
}
