import { inject, Injectable, signal } from '@angular/core';
import type { HttpInterceptorFn } from '@angular/common/http';
import { tap } from 'rxjs';
import { problemOf } from './problem';

/** Whether the server said that nobody is signed in any more; the next sign-in takes it back. */
@Injectable({ providedIn: 'root' })
export class SessionEnd {
  readonly reached = signal(false);
}

/** Notes on every reply whether the session has ended. A wrong password is also a 401, so the code decides. */
export const watchSessionEnd: HttpInterceptorFn = (request, next) => {
  const end = inject(SessionEnd);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (problemOf(error).code === 'session/required') end.reached.set(true);
      },
    }),
  );
};
