import { Matches } from 'class-validator';
import { Name, Optional, Password } from '../fields';

/** 32 random bytes in base64url. */
const SECRET = /^[\w-]{43}$/;

/** The secret of a link, which stands behind the `#` of its address and never in a path. */
export class LinkSecretBody {
  @Matches(SECRET) secret!: string;
}

/** Chooses a password with a link. */
export class UseLinkBody {
  @Matches(SECRET) secret!: string;
  @Password(1) password!: string;
  /** With an invitation: the person’s name, corrected where it was typed wrong. */
  @Optional() @Name(120) name?: string;
}

/** Another password in the place of the present one. */
export class ChangePasswordBody {
  @Password(1) current!: string;
  @Password(1) password!: string;
}
