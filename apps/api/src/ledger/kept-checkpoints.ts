import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { recordLogs, type CheckpointsView, type RecordLog } from '@countersign/contracts/ledger/views';
import { checkNote, noteKeyId } from '@countersign/domain/ledger';
import { CheckpointRow } from '../db/checkpoint.row';
import type { Reading } from '../db/context';
import { LogHeadRow } from '../db/event.row';
import { INSTALLATION } from '../db/row-changes';
import { sha256 } from '../db/salt';
import { problem } from '../platform/problem';
import { verifyEd25519 } from './ed25519';
import { keysOf } from './log-trust';
import { originsIn } from './origins';
import { hex } from './tree-proofs';

/** Checkpoints of one answer. */
const PAGE = 50;

/** What is told about the record itself: the checkpoints of a program's log and of the installation's. */
@Injectable()
export class KeptCheckpoints {
  /** Checkpoints of a log, the newest first. Ends with `access/not-found` for a log that there is not. */
  async checkpoints(
    { manager }: Reading,
    { programId, log, below }: { programId: string; log: string; below: number | undefined },
  ): Promise<CheckpointsView> {
    const logId = logIdOf(programId, log);
    const head = await manager.findOneBy(LogHeadRow, { logId });
    const rows = await manager.find(CheckpointRow, {
      select: { size: true, at: true, root: true, note: true },
      where: { logId, ...(below === undefined ? {} : { size: LessThan(below) }) },
      order: { size: 'DESC' },
      take: PAGE + 1,
    });
    const notes = rows.flatMap(({ note }) => note ?? []);
    const keys = await keysOf(manager, logId, originsIn(notes, logId));
    const signers = async (note: string | null): Promise<string[]> => {
      const checked = note === null ? null : await checkNote(note, keys, { sha256, verify: verifyEd25519 });
      if (!checked?.ok) return [];
      return Promise.all(checked.value.signers.map(async (key) => hex(await noteKeyId(key, sha256))));
    };
    const checkpoints: CheckpointsView['checkpoints'] = [];
    for (const { size, at, root, note } of rows.slice(0, PAGE))
      checkpoints.push({ size, at, root, signedBy: await signers(note) });
    return { logId, size: head?.seq ?? 0, checkpoints, more: rows.length > PAGE };
  }

  /** The signed note of a checkpoint. Ends with `access/not-found` where there is none of that size. */
  async note(
    { manager }: Reading,
    programId: string,
    { log, size }: { log: string; size: string },
  ): Promise<string> {
    const logId = logIdOf(programId, log);
    if (!/^[1-9]\d{0,8}$/.test(size)) throw problem('access/not-found');
    const row = await manager.findOneBy(CheckpointRow, { logId, size: Number(size) });
    const note = row?.note ?? null;
    if (note === null) throw problem('access/not-found');
    return note;
  }
}

function logIdOf(programId: string, log: string): string {
  const known: RecordLog | undefined = recordLogs.find((one) => one === log);
  if (known === undefined) throw problem('access/not-found');
  return known === 'installation' ? INSTALLATION : programId;
}
