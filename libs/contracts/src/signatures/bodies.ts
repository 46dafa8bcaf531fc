import { Password } from '../fields';
import { ProseBody } from '../prose-body';

/** A body with which somebody signs: the password that the gate has checked. It is never logged and never kept. */
export class SigningBody {
  @Password(1) password!: string;
}

/** A body with which somebody signs, with prose. */
export class SigningProseBody extends ProseBody {
  @Password(1) password!: string;
}
