import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { retry, throwError, timer } from 'rxjs';
import { problemOf } from './problem';

/** How often a read comes again by itself before its page says what is wrong. */
const TIMES = 2;
/** The longest wait that a page takes upon itself, s. */
const LONGEST_S = 5;

/**
 * A read that a busy server put off comes again when the server said, and a little later than the others that it put off at
 * the same moment. What writes never does so by itself, and a server without a database is told of at once.
 */
export const comeAgain: HttpInterceptorFn = (request, next) =>
  request.method === 'GET'
    ? next(request).pipe(
        retry({
          count: TIMES,
          delay: (error: unknown) => {
            const seconds = waitOf(error);
            return seconds === undefined
              ? throwError(() => error)
              : timer(seconds * 1_000 * (1 + Math.random() / 2));
          },
        }),
      )
    : next(request);

/** After how many s the server asked to come again; undefined where it did not, or not soon. */
function waitOf(error: unknown): number | undefined {
  if (!(error instanceof HttpErrorResponse) || problemOf(error).code !== 'server/busy') return undefined;
  const seconds = Number(error.headers.get('Retry-After') ?? NaN);
  return seconds > 0 && seconds <= LONGEST_S ? seconds : undefined;
}
