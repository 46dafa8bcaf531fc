import { Inject, Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { keyPurposes, type IssuerKeyView, type KeyPurpose } from '@countersign/contracts/ledger/views';
import { multikeyOf } from '@countersign/domain/ledger';
import { atOrAfter } from '../db/columns';
import { nameless, type Tx } from '../db/context';
import { Db } from '../db/db';
import { lockHead } from '../db/event-log';
import { LogHeadRow } from '../db/event.row';
import { INSTALLATION } from '../db/row-changes';
import type { Settings } from '../platform/settings';
import { SETTINGS } from '../platform/settings-token';
import { issuerKeyView } from './issuer';
import { dropKeyFile, KeyError, makeKeyFile, readKeyFile, type KeyPair } from './key-files';
import { SigningKeyRow } from './signing-key.row';

/** A key that signs today. */
export interface SigningKey extends KeyPair {
  readonly purpose: KeyPurpose;
  /** Host in whose name it signs: that of the public address when it was made. */
  readonly name: string;
  /** Multikey text of the public key. */
  readonly multikey: string;
}

const KEEPER = nameless('system');

/**
 * The keys with which the installation signs, one for each purpose. They are made at the first start; from then on the
 * row in the database and the file in the folder of keys belong together, and a start without the file is refused.
 */
@Injectable()
export class SigningKeys {
  private readonly keys = new Map<KeyPurpose, SigningKey>();

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'keysDir' | 'publicUrl'>,
  ) {}

  /**
   * Makes the keys that there are not yet and reads those that there are.
   * @throws KeyError in plain words where a key's file is missing, readable by others or not its own.
   */
  async start(): Promise<void> {
    for (const purpose of keyPurposes) this.keys.set(purpose, await this.ensured(purpose));
  }

  /** The key of a purpose. @throws Error before {@link start} */
  of(purpose: KeyPurpose): SigningKey {
    const key = this.keys.get(purpose);
    if (!key) throw new Error('the keys are not read yet');
    return key;
  }

  /** Reads the keys again: another process may have rotated one. @throws KeyError as {@link start} does */
  async refresh(): Promise<void> {
    const live = await this.db.glance(KEEPER, ({ manager }) => manager.findBy(SigningKeyRow, { live: 1 }));
    for (const row of live)
      if (this.keys.get(row.purpose)?.kid !== row.kid) this.keys.set(row.purpose, this.read(row));
  }

  /**
   * Who signs a checkpoint of a log whose last one was made at `since`, UTC ms: the key of today first, and those that
   * were retired since then, so that each vouches for its successor. One whose file is gone cannot.
   */
  async signersSince(manager: EntityManager, since: number): Promise<readonly SigningKey[]> {
    const retired = await manager.findBy(SigningKeyRow, {
      purpose: 'checkpoint',
      retiredAt: atOrAfter(since),
    });
    return [this.of('checkpoint'), ...retired.flatMap((row) => this.readIfThere(row))];
  }

  /**
   * Lets a new key take the place of a purpose's key, which signs no more and stays published.
   * @param why reason, and since when it is not to be believed, where it became known to others
   * @returns the id of the new key
   */
  async rotate(
    purpose: KeyPurpose,
    why: { readonly reason: string; readonly distrustAfter: number | null },
  ): Promise<string> {
    const pair = makeKeyFile(this.settings.keysDir, purpose);
    await this.db.write(KEEPER, async (tx) => {
      await lockHead(tx.manager, INSTALLATION);
      const before = await tx.manager.findOneBy(SigningKeyRow, { purpose, live: 1 });
      if (!before) throw new KeyError(`There is no ${purpose} key yet. Start the server once; it makes one.`);
      await tx.update(SigningKeyRow, { kid: before.kid }, { live: null, retiredAt: tx.now, ...why });
      const row = this.rowOf(pair, purpose, tx.now);
      await tx.insert(SigningKeyRow, row);
      tx.record('key.rotated', { id: row.kid }, { before: before.kid });
      if (purpose === 'checkpoint') await tellLogs(tx, row, before.kid);
    });
    await this.refresh();
    return pair.kid;
  }

  /** Says since when a retired key is not to be believed. @throws KeyError for one that is not there or signs still */
  async distrust(
    kid: string,
    why: { readonly reason: string; readonly distrustAfter: number },
  ): Promise<void> {
    await this.db.write(KEEPER, async (tx) => {
      const key = await tx.manager.findOneBy(SigningKeyRow, { kid });
      if (!key) throw new KeyError(`There is no key ${kid}. GET /api/issuer-keys lists them.`);
      if (key.live !== null)
        throw new KeyError(
          `The key ${kid} signs today. Let another take its place: rotate-key ${key.purpose} --distrust-after …`,
        );
      await tx.update(SigningKeyRow, { kid }, why);
      tx.record('key.distrusted', { id: kid }, {});
    });
  }

  /** Every key that ever was, the oldest first. */
  async published(): Promise<IssuerKeyView[]> {
    const rows = await this.db.glance(KEEPER, ({ manager }) =>
      manager.find(SigningKeyRow, { order: { createdAt: 'ASC', kid: 'ASC' } }),
    );
    return rows.map((row) => issuerKeyView(row));
  }

  private async ensured(purpose: KeyPurpose): Promise<SigningKey> {
    const known = await this.db.glance(KEEPER, ({ manager }) =>
      manager.findOneBy(SigningKeyRow, { purpose, live: 1 }),
    );
    return known ? this.read(known) : this.first(purpose);
  }

  /** Servers that start together for the first time make one key: the log's lock lets one look and make after another. */
  private async first(purpose: KeyPurpose): Promise<SigningKey> {
    const pair = makeKeyFile(this.settings.keysDir, purpose);
    // After an error nobody knows whether the row is there, so that the file stays; one that no row names does no harm.
    const row = await this.db.write(KEEPER, async (tx) => {
      await lockHead(tx.manager, INSTALLATION);
      const other = await tx.manager.findOneBy(SigningKeyRow, { purpose, live: 1 });
      return other ?? insertKey(tx, this.rowOf(pair, purpose, tx.now));
    });
    if (row.kid === pair.kid) return signingKey(pair, row);
    dropKeyFile(this.settings.keysDir, { kid: pair.kid, purpose });
    return this.read(row);
  }

  private read(row: SigningKeyRow): SigningKey {
    return signingKey(readKeyFile(this.settings.keysDir, row), row);
  }

  private readIfThere(row: SigningKeyRow): readonly SigningKey[] {
    try {
      return [this.read(row)];
    } catch (error) {
      if (error instanceof KeyError) return [];
      throw error;
    }
  }

  private rowOf(pair: KeyPair, purpose: KeyPurpose, now: number): SigningKeyRow {
    return {
      ...{ kid: pair.kid, purpose, name: new URL(this.settings.publicUrl).host },
      ...{ publicKey: multikeyOf(pair.publicKey), createdAt: now, live: 1 },
      ...{ retiredAt: null, reason: null, distrustAfter: null },
    };
  }
}

function signingKey(pair: KeyPair, { purpose, name, publicKey }: SigningKeyRow): SigningKey {
  return { ...pair, purpose, name, multikey: publicKey };
}

/** The log of each program tells the key that signs its heads from now on. */
async function tellLogs(tx: Tx, { kid, publicKey }: SigningKeyRow, before: string): Promise<void> {
  const logs = await tx.manager.find(LogHeadRow, { where: { logId: Not(INSTALLATION) } });
  for (const { logId: programId } of logs)
    tx.record('log.key-rotated', { programId, id: kid }, { publicKey, before });
}

async function insertKey(tx: Tx, row: SigningKeyRow): Promise<SigningKeyRow> {
  await tx.insert(SigningKeyRow, row);
  tx.record('key.made', { id: row.kid }, {});
  return row;
}
