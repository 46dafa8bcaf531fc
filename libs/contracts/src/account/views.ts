import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { Id, Instant, OneOf, Optional } from '../fields';

/** What a link is for. */
export const linkPurposes = ['invitation', 'reset'] as const;

/** A link that was made just now; its secret is told this once. */
export class NewLinkView {
  @Id() personId!: string;
  @OneOf(linkPurposes) purpose!: 'invitation' | 'reset';
  @IsString() secret!: string;
  @Instant() expiresAt!: number;
}

/** To whom a link belongs, for whoever opened it. */
export class OpenLinkView {
  @OneOf(linkPurposes) purpose!: 'invitation' | 'reset';
  @IsString() name!: string;
  @IsString() email!: string;
  @IsString() programName!: string;
  /** Fewest characters of a password. */
  @IsInt() @Min(1) least!: number;
  @Instant() expiresAt!: number;
}

/** A browser in which the person is signed in. */
export class OwnSessionView {
  /** Names it; opens nothing. */
  @IsString() id!: string;
  /** Browser and system, as far as the browser says. */
  @Optional() @IsString() device?: string;
  @Instant() openedAt!: number;
  @Instant() seenAt!: number;
  /** It is the one that asks. */
  @IsBoolean() isThis!: boolean;
}

/** What an authenticator app has to know; told this once. */
export class NewFactorView {
  /** In base32, to be typed where no picture can be scanned. */
  @IsString() secret!: string;
  /** The same as an `otpauth:` address, for the picture. */
  @IsString() uri!: string;
}

/** Codes that stand in for the second factor, each once; told this once. */
export class RecoveryCodesView {
  @IsString({ each: true }) codes!: string[];
}

/** The second factor of an account. */
export class FactorView {
  /** Since when there is one; absent without one. */
  @Optional() @Instant() since?: number;
  /** Recovery codes that are left. */
  @IsInt() @Min(0) codesLeft!: number;
  /** From when on a program asks for one that is not set up yet. */
  @Optional() @Instant() neededFrom?: number;
}

/** What a browser is asked where a passkey is wanted. */
export class PasskeyQuestionView {
  /** Options of WebAuthn as JSON. */
  @IsString() options!: string;
  /** To be sent back with the answer, within five minutes. */
  @IsString() state!: string;
}

/** A passkey of an account. */
export class PasskeyView {
  @Id() id!: string;
  @IsString() name!: string;
  @Instant() createdAt!: number;
  @Optional() @Instant() lastUsedAt?: number;
}

/** One’s own account. */
export class AccountView {
  /** Fewest characters of a password. */
  @IsInt() @Min(1) least!: number;
  /** When the password was chosen; absent for one that somebody else made. */
  @Optional() @Instant() chosenAt?: number;
  /** After a reset by somebody else: from when on the person signs again. */
  @Optional() @Instant() signsFrom?: number;
  @ValidateNested() @Type(() => FactorView) factor!: FactorView;
  /** The newest first. */
  @ValidateNested({ each: true }) @Type(() => PasskeyView) passkeys!: PasskeyView[];
  /** The newest first. */
  @ValidateNested({ each: true }) @Type(() => OwnSessionView) sessions!: OwnSessionView[];
}
