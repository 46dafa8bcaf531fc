import { Inject, Injectable } from '@nestjs/common';
import { keyPurposes, type IssuerKeyView, type KeyPurpose } from '@countersign/contracts/ledger/views';
import { multikeyOf } from '@countersign/domain/ledger';
import { nameless, type Tx } from '../db/context';
import { Db } from '../db/db';
import { lockHead } from '../db/event-log';
import { INSTALLATION } from '../db/row-changes';
import type { Settings } from '../platform/settings';
import { SETTINGS } from '../platform/settings-token';
import { issuerKeyView } from './issuer';
import { dropKeyFile, makeKeyFile, readKeyFile, type KeyPair } from './key-files';
import { SigningKeyRow } from './signing-key.row';

/** A key that signs today. */
export interface SigningKey extends KeyPair {
  readonly purpose: KeyPurpose;
  /** Host in whose name it signs: that of the public address when it was made. */
  readonly name: string;
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
    @Inject(SETTINGS) private readonly settings: Settings,
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
    if (row.kid === pair.kid) return { ...pair, purpose, name: row.name };
    dropKeyFile(this.settings.keysDir, { kid: pair.kid, purpose });
    return this.read(row);
  }

  private read(row: SigningKeyRow): SigningKey {
    return { ...readKeyFile(this.settings.keysDir, row), purpose: row.purpose, name: row.name };
  }

  private rowOf(pair: KeyPair, purpose: KeyPurpose, now: number): SigningKeyRow {
    return {
      ...{ kid: pair.kid, purpose, name: new URL(this.settings.publicUrl).host },
      ...{ publicKey: multikeyOf(pair.publicKey), createdAt: now, live: 1 },
      ...{ retiredAt: null, reason: null, distrustAfter: null },
    };
  }
}

async function insertKey(tx: Tx, row: SigningKeyRow): Promise<SigningKeyRow> {
  await tx.insert(SigningKeyRow, row);
  tx.record('key.made', { id: row.kid }, {});
  return row;
}
