import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { Digest, GivenBack, Id, Optional, Password } from '../fields';
import { ProseBody } from '../prose-body';

/** Asks for the question that a passkey answers in the place of the password. */
export class AskSigningBody {
  /** Hex SHA-256 of the act that will be sent, in its canonical form without what proves the signer. */
  @Digest() actDigest!: string;
}

/** What a passkey answered, for the very act that it is sent with. */
export class PasskeyProofBody {
  /** Of the question, which is used up with the signature. */
  @Id() questionId!: string;
  /** The response of WebAuthn as JSON. */
  @GivenBack(8000) response!: string;
}

/**
 * A body with which somebody signs: either the password or what a passkey answered, which the gate has checked. The password
 * is never logged and never kept.
 */
export class SigningBody {
  @Optional() @Password(1) password?: string;
  @Optional() @ValidateNested() @Type(() => PasskeyProofBody) passkey?: PasskeyProofBody;
}

/** A body with which somebody signs, with prose. */
export class SigningProseBody extends ProseBody {
  @Optional() @Password(1) password?: string;
  @Optional() @ValidateNested() @Type(() => PasskeyProofBody) passkey?: PasskeyProofBody;
}
