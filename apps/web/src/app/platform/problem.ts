import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@countersign/contracts/problems';

/** A request that did not succeed; `problem` says what happened in words that a person can read. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

const offline: Problem = {
  type: 'about:blank',
  code: 'network/offline',
  status: 0,
  title: 'The server did not answer.',
};

/** The answer came from something between the app and the API, or is no answer of the API at all. */
const unreadable: Omit<Problem, 'status'> = {
  type: 'about:blank',
  code: 'network/unreadable',
  title: 'The server gave an answer that this page cannot read.',
};

const unexpected: Problem = {
  type: 'about:blank',
  code: 'app/unexpected',
  status: 0,
  title: 'Something went wrong on this page.',
};

/** Reads the problem out of whatever a call or a resource was rejected with; never throws. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof HttpErrorResponse) {
    if (error.status === 0) return offline;
    return isProblem(error.error) ? error.error : { ...unreadable, status: error.status };
  }
  // A resource wraps the error that it met.
  if (error instanceof Error && error.cause !== undefined) return problemOf(error.cause);
  return unexpected;
}

/** The problem of one field, by its JSON pointer into the request body, such as `/procedures/0/levels`. */
export function fieldProblem(problem: Problem | null | undefined, pointer: string): string | undefined {
  return problem?.errors?.find((field) => field.pointer === pointer)?.title;
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  return 'code' in body && 'title' in body && typeof body.code === 'string' && typeof body.title === 'string';
}
