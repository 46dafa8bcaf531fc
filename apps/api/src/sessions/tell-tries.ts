import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Timers } from '../followers/timers';
import { SignIn } from './sign-in';
import { Throttle } from './throttle';

/** Accounts of which one hour tells; the rest waits for the next. */
const MOST = 200;

/** Tells once an hour how many wrong passwords there were, so that guessing does not fill the log. */
@Injectable()
export class TellTries implements OnModuleInit {
  constructor(
    @Inject(Timers) private readonly timers: Timers,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Throttle) private readonly throttle: Throttle,
  ) {}

  onModuleInit(): void {
    const schedule = { pattern: '0 * * * *', timeZone: 'UTC' };
    this.timers.every('tell-tries', schedule, {
      inside: async (tx) => {
        await this.signIn.tellTries(tx, MOST);
        const tries = this.throttle.takeUnknown();
        if (tries > 0) tx.record('sign-in.tried', { id: 'unknown', by: 'anonymous' }, { tries });
      },
    });
  }
}
