import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual, Not } from 'typeorm';
import { CheckpointRow } from '../db/checkpoint.row';
import type { Reading } from '../db/context';
import { EventRow } from '../db/event.row';
import { problem } from '../platform/problem';
import type { Receipted } from './receipt-file';
import { leavesOf } from './tree-proofs';

/** Gathers what proves that events of a log are in one of its signed checkpoints. */
@Injectable()
export class Receipts {
  /**
   * What a receipt for these events is made of, under the first signed checkpoint that covers them all, or the newest.
   * Ends with `record/not-signed-yet` where no signed checkpoint covers any.
   */
  async gather({ manager }: Reading, logId: string, seqs: readonly number[]): Promise<Receipted> {
    const signed = { logId, note: Not(IsNull()) };
    const covering = { ...signed, size: MoreThanOrEqual(Math.max(...seqs)) };
    const checkpoint =
      (await manager.findOne(CheckpointRow, { where: covering, order: { size: 'ASC' } })) ??
      (await manager.findOne(CheckpointRow, { where: signed, order: { size: 'DESC' } }));
    const note = checkpoint?.note ?? null;
    if (!checkpoint || note === null || checkpoint.size < Math.min(...seqs))
      throw problem('record/not-signed-yet');
    const { size, root } = checkpoint;
    const events = await manager.find(EventRow, {
      select: { seq: true, at: true, action: true, object: true, leaf: true },
      where: { logId, seq: In([...seqs]) },
      order: { seq: 'ASC' },
    });
    return { events, checkpoint: { size, root, note }, leaves: await leavesOf(manager, logId, size) };
  }
}
