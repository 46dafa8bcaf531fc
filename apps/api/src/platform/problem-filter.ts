import {
  Catch,
  HttpException,
  Inject,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Response } from 'express';
import { problems, type Problem, type ProblemCode } from '@countersign/contracts/problems';
import { problemInWords, type ToSay } from '@countersign/contracts/words/problem';
import { DatabaseFaults } from './database-faults';
import { Pace } from './pace';
import { ProblemException } from './problem';
import type { SignedRequest } from './handle';

/** When a client may come again to a server that is busy or has no database, seconds. */
const RETRY_AFTER_S = 2;

/** Turns whatever went wrong into RFC 9457 problem+json with a code of the registry; details of ours never leave. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(
    @Inject(DatabaseFaults) private readonly faults: DatabaseFaults,
    @Inject(Pace) private readonly pace: Pace,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (response.headersSent) return;
    const request = http.getRequest<SignedRequest>();
    const requestId = request.id;
    const found = this.problemOf(error);
    request.problemCode = found.code;
    const body = {
      ...found,
      ...(requestId === undefined ? {} : { requestId: String(requestId) }),
    };
    if (body.status === 503) response.setHeader('Retry-After', String(RETRY_AFTER_S));
    const answer = () => response.status(body.status).type('application/problem+json').json(body);
    // What failed here is nobody's fault who asks.
    const late = body.status < 500 ? this.pace.lateBy(request.ip) : 0;
    if (late === 0) answer();
    else setTimeout(answer, late);
  }

  private problemOf(error: unknown): Problem & { readonly code: ProblemCode } {
    if (error instanceof ProblemException) return this.raised(error);
    if (error instanceof HttpException) return plain(httpCode(error.getStatus()));
    if (isBodyParserError(error)) return plain(bodyParserCode(error.type));
    const known = this.faults.codeOf(error);
    const code = known ?? 'server/unexpected';
    this.logger.error({ msg: 'A request failed', code, cause: this.faults.causeOf(error) });
    const reason = this.faults.reasonOf(error);
    return { ...plain(code), ...(reason === undefined ? {} : said({ code, values: { reason } })) };
  }

  private raised(error: ProblemException): Problem & { readonly code: ProblemCode } {
    const errors = error.errors.map(({ pointer, code, detail }) => ({
      pointer,
      code,
      ...said({ code, pointer, values: detail }),
    }));
    return {
      ...plain(error.code),
      ...said({ code: error.code, values: error.detail }),
      ...(errors.length > 0 ? { errors } : {}),
    };
  }
}

function plain(code: ProblemCode): Problem & { readonly code: ProblemCode } {
  return { type: `/problems/${code}`, code, status: problems[code].status, title: problemInWords({ code }) };
}

/** The sentence for clients without words of their own, and what completes it for those that have them. */
function said(problem: ToSay): Pick<Problem, 'title' | 'values'> {
  const { values } = problem;
  return { title: problemInWords(problem), ...(values === undefined ? {} : { values }) };
}

function httpCode(status: number): ProblemCode {
  if (status === 404) return 'request/unknown-route';
  if (status === 413) return 'request/too-large';
  return status < 500 ? 'request/malformed' : 'server/unexpected';
}

function isBodyParserError(error: unknown): error is { type: string } {
  return typeof error === 'object' && error !== null && 'type' in error && 'expose' in error;
}

function bodyParserCode(type: string): ProblemCode {
  if (type === 'entity.too.large') return 'request/too-large';
  return type === 'encoding.unsupported' || type === 'charset.unsupported'
    ? 'request/not-json'
    : 'request/malformed';
}
