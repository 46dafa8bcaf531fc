import { Type } from 'class-transformer';
import { IsArray, IsString, ValidateNested } from 'class-validator';
import { Instant, OneOf, Optional } from '../fields';

/** What a key of the installation signs: heads of its logs, or letters and credentials. */
export const keyPurposes = ['checkpoint', 'credential'] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

/** A public key of the installation; a retired one stays, for what it signed stays good. */
export class IssuerKeyView {
  @IsString() kid!: string;
  @OneOf(keyPurposes) purpose!: KeyPurpose;
  /** Host in whose name it signs. */
  @IsString() name!: string;
  /** `did:web:` of that host: the issuer of what it signs. */
  @IsString() issuer!: string;
  /** Id of the key under its issuer: the `verificationMethod` of a proof. */
  @IsString() method!: string;
  /** Multikey text of the raw Ed25519 public key. */
  @IsString() publicKey!: string;
  @Instant() createdAt!: number;
  @Optional() @Instant() retiredAt?: number;
  /** Nothing that it signed after this instant is believed: it became known to others. */
  @Optional() @Instant() distrustAfter?: number;
}

/** Every key of the installation, the oldest first. */
export class IssuerKeysView {
  @IsArray() @ValidateNested({ each: true }) @Type(() => IssuerKeyView) keys!: IssuerKeyView[];
}
