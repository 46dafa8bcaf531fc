import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Between } from 'typeorm';
import { frontierRoot, withLeaf, type Frontier } from '@countersign/domain/ledger';
import { CheckpointRow } from '../db/checkpoint.row';
import type { Tx } from '../db/context';
import { EventRow } from '../db/event.row';
import { sha256 } from '../db/salt';
import type { FollowedEvent } from '../followers/follower';
import { Followers } from '../followers/followers';

/** A log that grows has a checkpoint at least so often, in ms, and at least one for the events of each turn. */
const REST_MS = 3_600_000;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Keeps the head of the tree over each log as it grows. */
@Injectable()
export class Checkpoints implements OnModuleInit {
  constructor(@Inject(Followers) private readonly followers: Followers) {}

  onModuleInit(): void {
    this.followers.follow('checkpoints', 'all', {
      inside: (tx, events) => this.keep(tx, events),
      restMs: REST_MS,
    });
  }

  /**
   * Keeps the head after the last of these events. What lies between it and the checkpoint before is read from the log,
   * so that a turn that was left behind leaves no hole.
   */
  private async keep(tx: Tx, events: readonly FollowedEvent[]): Promise<void> {
    const last = events.at(-1);
    if (last === undefined) return;
    const { logId, seq: size } = last;
    const before = await tx.manager.findOne(CheckpointRow, { where: { logId }, order: { size: 'DESC' } });
    if (before && before.size >= size) return;
    const rows = await tx.manager.find(EventRow, {
      select: { seq: true, leaf: true, chain: true },
      where: { logId, seq: Between((before?.size ?? 0) + 1, size) },
      order: { seq: 'ASC' },
    });
    let frontier: Frontier = (before?.frontier ?? []).map(([size, hash]) => ({
      size,
      hash: Buffer.from(hash, 'hex'),
    }));
    for (const { leaf } of rows) frontier = await withLeaf(frontier, Buffer.from(leaf, 'hex'), sha256);
    await tx.insert(CheckpointRow, {
      logId,
      size,
      root: hex(await frontierRoot(frontier, sha256)),
      chain: rows.at(-1)?.chain ?? '',
      frontier: frontier.map(({ size, hash }) => [size, hex(hash)] as const),
      at: tx.now,
    });
  }
}
