import { Email, Id, Key, Optional, Password } from '../fields';

/** Opens a session with e-mail and password. */
export class SignInBody {
  @Email() email!: string;
  @Password(1) password!: string;
  /** Of the authenticator app, or a recovery code; asked for where the account has a second factor. */
  @Optional() @Key() code?: string;
}

/** Opens a session as one of the people of the demo program; loopback only. */
export class DemoSignInBody {
  @Id() personId!: string;
}
