import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { tap, type Observable } from 'rxjs';
import { ROUTE, type Route } from './handle';
import { replyProblems } from './shapes';
import type { Settings } from './settings';
import { SETTINGS } from './settings-token';

/** In test runs, checks every reply against its view class: one field too many is a leak, one too few a broken promise. */
@Injectable()
export class ReplyCheck implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const view = this.reflector.get<Route | undefined>(ROUTE, context.getHandler())?.view;
    if (!view || !this.settings.checkReplies) return next.handle();
    return next.handle().pipe(
      tap((reply: object) => {
        const found = replyProblems(view, reply);
        if (found.length > 0) throw new Error(`Reply is not a ${view.name}: ${JSON.stringify(found)}`);
      }),
    );
  }
}
