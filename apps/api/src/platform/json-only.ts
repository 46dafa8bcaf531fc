import type { NextFunction, Request, Response } from 'express';
import { problem } from './problem';

/** Bodies are JSON or nothing: a form of another site cannot send JSON without a preflight. */
export function jsonOnly(request: Request, _response: Response, next: NextFunction): void {
  const length = request.headers['content-length'];
  const hasBody =
    (length !== undefined && length !== '0') || request.headers['transfer-encoding'] !== undefined;
  // The problem filter answers what a middleware passes on.
  next(!hasBody || request.is('application/json') ? undefined : problem('request/not-json'));
}
