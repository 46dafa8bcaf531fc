import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { Doorkeeper } from '../platform/gate';
import { SessionDoorkeeper } from './doorkeeper';
import { Passwords } from './password';
import { OwnPassword } from './own-password';
import { Passkeys } from './passkeys';
import { PasskeySessionsController } from './passkey-sessions.controller';
import { PasswordRules } from './password-rules';
import { PasswordStrategy } from './password-strategy';
import { Pauses } from './pauses';
import { Seals } from './seals';
import { SecondFactor } from './second-factor';
import { SessionCookies } from './session-cookies';
import { ExpiredSessions } from './expired-sessions';
import { SessionsController } from './sessions.controller';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { SigningQuestions } from './signing-questions';
import { SigningQuestionsController } from './signing-questions.controller';
import { TellTries } from './tell-tries';
import { Throttle } from './throttle';

/** Global, because the gate before every route asks who is at the door. */
@Global()
@Module({
  imports: [PassportModule],
  controllers: [PasskeySessionsController, SessionsController, SigningQuestionsController],
  providers: [
    Passwords,
    PasswordStrategy,
    SessionCookies,
    Sessions,
    SignIn,
    ExpiredSessions,
    OwnPassword,
    PasswordRules,
    Passkeys,
    Pauses,
    Seals,
    SecondFactor,
    SigningQuestions,
    TellTries,
    Throttle,
    { provide: Doorkeeper, useClass: SessionDoorkeeper },
  ],
  exports: [
    Doorkeeper,
    OwnPassword,
    Passkeys,
    PasswordRules,
    Passwords,
    Pauses,
    Seals,
    SecondFactor,
    SessionCookies,
    Sessions,
    SignIn,
    SigningQuestions,
    Throttle,
  ],
})
export class SessionsModule {}
