import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Timers } from '../followers/timers';
import { Sessions } from './sessions';

/** Clears away expired sessions, every five minutes as many as keep up with some hundred sign-ins an hour. */
@Injectable()
export class ExpiredSessions implements OnModuleInit {
  constructor(
    @Inject(Timers) private readonly timers: Timers,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    const schedule = { pattern: '*/5 * * * *', timeZone: 'UTC' };
    this.timers.every('expired-sessions', schedule, { inside: (tx) => this.sessions.sweep(tx) });
  }
}
