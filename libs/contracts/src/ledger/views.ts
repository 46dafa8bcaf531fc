import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsString, Min, ValidateNested } from 'class-validator';
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

/** The logs whose checkpoints a program reads: its own, and the one of what no program owns. */
export const recordLogs = ['program', 'installation'] as const;
export type RecordLog = (typeof recordLogs)[number];

/** The signed head of a log at some time. */
export class CheckpointView {
  /** Number of events that it covers. */
  @IsInt() @Min(1) size!: number;
  @Instant() at!: number;
  /** Root of the tree over them, hex. */
  @IsString() root!: string;
  /** Ids of the keys that signed its note and are believed, 8 hex digits each (C2SP signed-note); none where nobody did. */
  @IsString({ each: true }) signedBy!: string[];
}

/** Checkpoints of a log, the newest first. */
export class CheckpointsView {
  /** Id of the log, as its notes and the commands name it. */
  @IsString() logId!: string;
  /** Number of its events today. */
  @IsInt() @Min(0) size!: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => CheckpointView) checkpoints!: CheckpointView[];
  /** There are older ones. */
  @IsBoolean() more!: boolean;
}
