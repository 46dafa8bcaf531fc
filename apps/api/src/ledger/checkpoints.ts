import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { frontierRoot, signCheckpoint, withLeaf, type Frontier } from '@countersign/domain/ledger';
import { CheckpointRow } from '../db/checkpoint.row';
import { nameless, type Tx } from '../db/context';
import { Db } from '../db/db';
import { LogHeadRow } from '../db/event.row';
import { sha256 } from '../db/salt';
import { Timers } from '../followers/timers';
import type { Settings } from '../platform/settings';
import { SETTINGS } from '../platform/settings-token';
import { writeNote } from './note-files';
import { noteKeyOf, originOf } from './origins';
import { SigningKeys, type SigningKey } from './signing-keys';
import { hex, leavesOf } from './tree-proofs';

/** Every hour, as `docs/operate.md` says. */
const HOURLY = { pattern: '0 * * * *', timeZone: 'UTC' };

const KEEPER = nameless('system');

/**
 * Keeps the signed head of the tree over each log as it grows: at the start, every hour and at the shutdown. The note
 * stands in the database and goes as a file into a folder, from where it can leave the system: only what is held outside
 * shows that a log was written anew by who can sign.
 */
@Injectable()
export class Checkpoints implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('Checkpoints');
  private isServing = false;

  constructor(
    @Inject(Timers) private readonly timers: Timers,
    @Inject(Db) private readonly db: Db,
    @Inject(SigningKeys) private readonly keys: SigningKeys,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'checkpointsDir'>,
  ) {}

  onModuleInit(): void {
    this.timers.every('checkpoints', HOURLY, { outside: () => this.signAll() });
  }

  /** Signs the heads as they are, and those at the shutdown. */
  async start(): Promise<void> {
    await this.signAll();
    this.isServing = true;
  }

  /** A shutdown goes on without what it could not sign: the next start does. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.isServing) return;
    this.isServing = false;
    try {
      await this.signAll();
    } catch (error) {
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }

  /** Signs the head of every log that grew since it was last signed, and sees to it that the newest note is a file. */
  async signAll(): Promise<void> {
    await this.keys.refresh();
    const heads = await this.db.glance(KEEPER, ({ manager }) => manager.find(LogHeadRow));
    for (const { logId } of heads) {
      const newest = await this.db.write(KEEPER, (tx) => this.sign(tx, logId));
      if (newest) writeNote(this.settings.checkpointsDir, newest);
    }
  }

  /** The newest checkpoint of a log, which is made now where the log grew; null for a log that is empty. */
  private async sign(tx: Tx, logId: string): Promise<CheckpointRow | null> {
    const { manager } = tx;
    const head = await manager.findOneBy(LogHeadRow, { logId });
    const before = await manager.findOne(CheckpointRow, { where: { logId }, order: { size: 'DESC' } });
    if (!head || head.seq === 0) return null;
    const signers = await this.keys.signersSince(manager, before?.at ?? 0);
    if (before && before.size >= head.seq) {
      if (before.note !== null) return before;
      const note = await noteOf(before, signers);
      await tx.update(CheckpointRow, { logId, size: before.size }, { note });
      return { ...before, note };
    }
    const row = await this.grown(tx, head, before);
    const made = { ...row, note: await noteOf(row, signers) };
    await tx.insert(CheckpointRow, made);
    return made;
  }

  /** The checkpoint of the head, from the one before and the leaves since. */
  private async grown(
    { manager, now }: Tx,
    { logId, seq: size, chain }: LogHeadRow,
    before: CheckpointRow | null,
  ): Promise<CheckpointRow> {
    let frontier: Frontier = (before?.frontier ?? []).map(([size, hash]) => ({
      size,
      hash: Buffer.from(hash, 'hex'),
    }));
    for (const leaf of await leavesOf(manager, logId, size, before?.size ?? 0))
      frontier = await withLeaf(frontier, leaf, sha256);
    return {
      ...{ logId, size, root: hex(await frontierRoot(frontier, sha256)), chain, at: now, note: null },
      frontier: frontier.map(({ size, hash }) => [size, hex(hash)] as const),
    };
  }
}

function noteOf({ logId, size, root }: CheckpointRow, signers: readonly SigningKey[]): Promise<string> {
  const origin = originOf(signers[0]?.name ?? '', logId);
  return signCheckpoint(
    { origin, size, root: Buffer.from(root, 'hex') },
    signers.map(({ multikey, sign }) => ({ key: noteKeyOf(multikey, origin), sign })),
    sha256,
  );
}
