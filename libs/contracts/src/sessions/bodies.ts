import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';
import { Id } from '../fields';

/** Opens a session with e-mail and password. */
export class SignInBody {
  @IsEmail() @MaxLength(254) email!: string;
  @IsString() @MinLength(1) @MaxLength(256) password!: string;
}

/** Opens a session as one of the people of the demo program; loopback only. */
export class DemoSignInBody {
  @Id() personId!: string;
}
