import { Global, Module } from '@nestjs/common';
import { DeadLetters } from './dead-letters';
import { Followers } from './followers';
import { OldActs } from './old-acts';
import { Rhythm } from './rhythm';
import { Timers } from './timers';
import { WorkReport } from './work-report';

/** A node that is gone is missed after half a minute; what nobody told of is found after five seconds. */
const rhythm = new Rhythm(30_000, 5_000);

/** Work that follows the logs or the clock. It begins when the server has started, not with the app. */
@Global()
@Module({
  providers: [{ provide: Rhythm, useValue: rhythm }, Followers, Timers, DeadLetters, OldActs, WorkReport],
  exports: [Followers, Timers, DeadLetters, Rhythm, WorkReport],
})
export class FollowersModule {}
