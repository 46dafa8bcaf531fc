import { IsBoolean, Matches } from 'class-validator';
import { GivenBack, Key, Name, Optional, Password } from '../fields';

/** 32 random bytes in base64url. */
const SECRET = /^[\w-]{43}$/;

/** The secret of a link, which stands behind the `#` of its address and never in a path. */
export class LinkSecretBody {
  @GivenBack(43) @Matches(SECRET) secret!: string;
}

/** Chooses a password with a link. */
export class UseLinkBody {
  @GivenBack(43) @Matches(SECRET) secret!: string;
  @Password(1) password!: string;
  /** With an invitation: the person’s name, corrected where it was typed wrong. */
  @Optional() @Name(120) name?: string;
}

/** Another password in the place of the present one. */
export class ChangePasswordBody {
  @Password(1) current!: string;
  @Password(1) password!: string;
}

/** The present password, for what only its person may do. */
export class PasswordBody {
  @Password(1) password!: string;
}

/** A code of the authenticator app. */
export class FactorCodeBody {
  @Key() code!: string;
}

/** Password and code, to take the second factor away. */
export class RemoveFactorBody {
  @Password(1) password!: string;
  @Key() code!: string;
}

/** Whether whoever approves, signs or administers needs a second factor. */
export class RequireFactorsBody {
  @IsBoolean() required!: boolean;
}

/** What a browser answers where it was asked for a passkey. */
export class PasskeyAnswerBody {
  /** As it came with the question. */
  @GivenBack(1000) state!: string;
  /** The response of WebAuthn as JSON. */
  @GivenBack(8000) response!: string;
}

/** A new passkey. */
export class AddPasskeyBody extends PasskeyAnswerBody {
  /** What the person calls the device. */
  @Name(80) name!: string;
}
