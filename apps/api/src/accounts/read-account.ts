import { Inject, Injectable } from '@nestjs/common';
import { PASSWORD_ALONE } from '@countersign/domain/password';
import type { AccountView } from '@countersign/contracts/account/views';
import type { Reading } from '../db/context';
import { SecondFactor } from '../sessions/second-factor';
import { Passkeys } from '../sessions/passkeys';
import { Sessions } from '../sessions/sessions';
import { SignIn } from '../sessions/sign-in';

/** The own account as its page shows it. */
@Injectable()
export class ReadAccount {
  constructor(
    @Inject(SecondFactor) private readonly factor: SecondFactor,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignIn) private readonly signIn: SignIn,
  ) {}

  /** Password, second factor and sessions of whoever asks. */
  async run(view: Reading, sessionId: string): Promise<AccountView> {
    const { personId } = view.actor;
    const password = await this.signIn.passwordOf(view, personId);
    const { chosenAt, signsFrom } = password ?? { chosenAt: null, signsFrom: null };
    const since = (await this.factor.of(view, personId))?.chosenAt ?? null;
    const neededFrom = await this.sessions.factorNeeded(view, sessionId);
    const sessions = await this.sessions.own(view);
    const passkeys = await this.passkeys.of(view, personId);
    return {
      least: PASSWORD_ALONE,
      ...(chosenAt === null ? {} : { chosenAt }),
      ...(signsFrom === null || signsFrom <= view.now ? {} : { signsFrom }),
      factor: {
        codesLeft: await this.factor.codesLeft(view, personId),
        ...(since === null ? {} : { since }),
        ...(neededFrom === null ? {} : { neededFrom }),
      },
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
        ...{ id, name, createdAt },
        ...(lastUsedAt === null ? {} : { lastUsedAt }),
      })),
      sessions: sessions.map(({ id, device, openedAt, seenAt }) => ({
        ...{ id, openedAt, seenAt, isThis: id === sessionId },
        ...(device === null ? {} : { device }),
      })),
    };
  }
}
