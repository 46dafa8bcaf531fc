import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { Doorkeeper } from '../platform/gate';
import { SessionDoorkeeper } from './doorkeeper';
import { Passwords } from './password';
import { PasswordStrategy } from './password-strategy';
import { SessionCookies } from './session-cookies';
import { ExpiredSessions } from './expired-sessions';
import { SessionsController } from './sessions.controller';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';

/** Global, because the gate before every route asks who is at the door. */
@Global()
@Module({
  imports: [PassportModule],
  controllers: [SessionsController],
  providers: [
    Passwords,
    PasswordStrategy,
    SessionCookies,
    Sessions,
    SignIn,
    ExpiredSessions,
    { provide: Doorkeeper, useClass: SessionDoorkeeper },
  ],
  exports: [Doorkeeper, Passwords, SessionCookies, Sessions, SignIn],
})
export class SessionsModule {}
