import { Inject, Injectable } from '@nestjs/common';
import type { LetterContent, LetterIssuer } from '@countersign/domain/credential';
import { multikeyOf } from '@countersign/domain/ledger';
import { issuerOf, methodOf } from '../ledger/issuer';
import { SigningKeys, type SigningKey } from '../ledger/signing-keys';
import type { Settings } from '../platform/settings';
import { SETTINGS } from '../platform/settings-token';

/** With which key, and in whose name, this installation issues. */
export interface Signer {
  readonly key: SigningKey;
  /** Id of the key in proofs. */
  readonly method: string;
  /** Id of the issuer. */
  readonly id: string;
}

/** Who issues letters here, and where people check them. */
@Injectable()
export class Issuer {
  constructor(
    @Inject(SigningKeys) private readonly keys: SigningKeys,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The key that signs today. */
  signer(): Signer {
    const key = this.keys.of('credential');
    return { key, method: methodOf(key), id: issuerOf(key.name) };
  }

  /** The same as the issuer of letters of one program. */
  profile({ name, institution }: Pick<LetterContent['program'], 'name' | 'institution'>): LetterIssuer {
    const { id, key } = this.signer();
    return { id, name, institution, publicKey: multikeyOf(key.publicKey) };
  }

  /** Where the list of letters that were taken back is published. */
  get statusListAddress(): string {
    return `${this.settings.publicUrl}/api/status-list`;
  }

  /** Where letters are checked. */
  get verifyAddress(): string {
    return `${this.settings.publicUrl}/verify`;
  }
}
