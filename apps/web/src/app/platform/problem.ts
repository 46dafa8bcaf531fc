import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@countersign/contracts/problems';
import { appProblemWords, problemInWords } from '@countersign/contracts/words/problem';

/** A request that did not succeed; `problem` says what happened in words that a person can read. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** What no answer of the API says; `status` is what came instead of one, 0 for nothing at all. */
export function appProblem(code: keyof typeof appProblemWords, status = 0): Problem {
  return { type: 'about:blank', code, status, title: appProblemWords[code] };
}

/** Reads the problem out of whatever a call or a resource was rejected with; never throws. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof HttpErrorResponse) {
    if (error.status === 0) return appProblem('network/offline');
    // What is no problem of the API came from something between the app and the API.
    const body = bodyOf(error);
    return isProblem(body) ? body : appProblem('network/unreadable', error.status);
  }
  // A resource wraps the error that it met.
  if (error instanceof Error && error.cause !== undefined) return problemOf(error.cause);
  return appProblem('app/unexpected');
}

/** What came: where a file was asked for, its bytes may be those of a problem. */
function bodyOf({ error }: HttpErrorResponse): unknown {
  if (!(error instanceof ArrayBuffer)) return error;
  try {
    return JSON.parse(new TextDecoder().decode(error)) as unknown;
  } catch {
    return null;
  }
}

/** What tells nothing of whether the request was done. */
const silent: readonly string[] = [
  ...['network/offline', 'network/unanswered', 'network/unreadable', 'server/outcome-unknown'],
];

/** Whether a problem leaves open what became of the request. */
export function isUnanswered({ code }: Problem): boolean {
  return silent.includes(code);
}

/** The problem of something that was to be saved: where no answer came while there was a network, it may have been. */
export function unanswered(found: Problem): Problem {
  const isLost = found.code === 'network/offline' && navigator.onLine;
  return isLost ? appProblem('network/unanswered') : found;
}

/** The problem of one field, by its JSON pointer into the request body, such as `/procedures/0/levels`. */
export function fieldProblem(problem: Problem | null | undefined, pointer: string): string | undefined {
  const field = problem?.errors?.find((one) => one.pointer === pointer);
  return field && problemInWords(field);
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  return 'code' in body && 'title' in body && typeof body.code === 'string' && typeof body.title === 'string';
}
