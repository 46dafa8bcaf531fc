import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { Clock, Ids } from './clock';
import type { Logger } from 'pino';
import { Gate } from './gate';
import { loggerModule } from './logging';
import { Pace } from './pace';
import { ProblemFilter } from './problem-filter';
import { ReplyCheck } from './reply-check';
import { Routes } from './routes';
import type { Settings } from './settings';
import { SETTINGS } from './settings-token';

/** What every feature stands on: settings, clock, ids, gate, problem filter. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings, logger: Logger): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, loggerModule(logger)],
      providers: [
        { provide: SETTINGS, useValue: settings },
        Clock,
        Ids,
        Pace,
        Routes,
        { provide: APP_GUARD, useClass: Gate },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: ReplyCheck },
      ],
      exports: [SETTINGS, Clock, Ids, Routes],
    };
  }
}
