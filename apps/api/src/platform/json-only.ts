import type { NextFunction, Request, Response } from 'express';
import { problems, type Problem } from '@countersign/contracts/problems';

/** Bodies are JSON or nothing: a form of another site cannot send JSON without a preflight. */
export function jsonOnly(request: Request, response: Response, next: NextFunction): void {
  const hasBody =
    request.headers['content-length'] !== undefined && request.headers['content-length'] !== '0';
  if (!hasBody || request.is('application/json')) {
    next();
    return;
  }
  const code = 'request/not-json';
  const body: Problem = { type: `/problems/${code}`, code, ...problems[code] };
  response.status(body.status).type('application/problem+json').json(body);
}
