import {
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '@countersign/domain/access';
import type {
  BodyOf,
  Endpoint,
  FileEndpoint,
  ParamsOf,
  QueryOf,
  ViewOf,
} from '@countersign/contracts/endpoint';
import { actOf } from './act';
import { FileReply } from './file-reply';
import { passGuard, type Proof, type Writer } from './privacy';
import type { ProblemCode } from '@countersign/contracts/problems';
import { problem } from './problem';
import { readShape } from './shapes';

/** A class of `contracts`. */
export type Shape<T> = new () => T;

/** The classes of an endpoint's parts; a part that the endpoint has must be named, one that it lacks must not. */
export type ShapesOf<E extends Endpoint> = (BodyOf<E> extends object
  ? { body: Shape<BodyOf<E>> }
  : { body?: never }) &
  (QueryOf<E> extends object ? { query: Shape<QueryOf<E>> } : { query?: never }) &
  (ViewOf<E> extends object ? { view: Shape<ViewOf<E>> } : { view?: never });

/** What a handler receives: session, gate, validation and privacy guard have already been passed. */
export interface Handled<E extends Endpoint> {
  /** Who acts, and what they said of their texts; on endpoints for anyone it is nobody. */
  readonly actor: Writer;
  readonly params: ParamsOf<E>;
  readonly body: BodyOf<E>;
  readonly query: QueryOf<E>;
  /** The revision the caller saw; 0 on endpoints without precondition. */
  readonly revision: number;
  readonly request: SignedRequest;
  readonly response: Response;
}

/** The request once the gate has looked at it. */
export interface SignedRequest extends Request {
  actor?: Actor;
  /** Hash that names the session's row. */
  sessionId?: string;
  /** Set on endpoints that sign. */
  proof?: Proof;
  /** Key of the act, on everything that writes. */
  actKey?: string;
  /** Code of the problem with which it was answered, for the log. */
  problemCode?: ProblemCode;
}

/** What the gate, the reply check and the API document read from a handler. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly body?: Shape<object>;
  readonly query?: Shape<object>;
  readonly view?: Shape<object>;
}

/** Metadata key under which a handler carries its {@link Route}. */
export const ROUTE = 'countersign:route';

/** The bytes of a file, else the view where there is one. */
type AnswerOf<E extends Endpoint> = E extends FileEndpoint
  ? Uint8Array
  : ViewOf<E> extends object
    ? ViewOf<E>
    : void;

type Handler<E extends Endpoint> = (handled: Handled<E>) => Promise<AnswerOf<E>>;

const methods = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  DELETE: RequestMethod.DELETE,
};

/**
 * Binds a controller method to an endpoint of the contracts. The method takes one {@link Handled} and returns the view,
 * or the bytes of the file: a handler that differs from the endpoint does not compile.
 */
export function Handle<E extends Endpoint>(endpoint: E, shapes: ShapesOf<E>) {
  const route: Route = { endpoint, ...shapes };
  return <H extends Handler<E>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    RequestMapping({ path: endpoint.path, method: methods[endpoint.method] })(target, key, descriptor);
    HttpCode(endpoint.status)(target, key, descriptor);
    SetMetadata(ROUTE, route)(target, key, descriptor);
    if (endpoint.kind === 'file') UseInterceptors(new FileReply(endpoint.file))(target, key, descriptor);
    readHandled(route)(target, key, 0);
  };
}

const readHandled = createParamDecorator((route: Route, context: ExecutionContext): Handled<Endpoint> => {
  const http = context.switchToHttp();
  const request = http.getRequest<SignedRequest>();
  const body = route.body && readShape(route.body, request.body);
  const declared = body && passGuard(body);
  return {
    actor: {
      ...(request.actor ?? { personId: '', roles: [] }),
      ...(declared && { declared }),
      ...(request.proof && { proof: request.proof }),
      ...(request.actKey !== undefined && { act: actOf(request, request.actKey, body) }),
    },
    params: request.params as Handled<Endpoint>['params'],
    body: body as Handled<Endpoint>['body'],
    query: (route.query
      ? readShape(route.query, { ...request.query })
      : undefined) as Handled<Endpoint>['query'],
    revision: route.endpoint.precondition === 'revision' ? readIfMatch(request) : 0,
    request,
    response: http.getResponse<Response>(),
  };
});

function readIfMatch(request: Request): number {
  const match = /^"(\d{1,9})"$/.exec(request.header('if-match') ?? '');
  if (!match) throw problem('request/missing-version');
  return Number(match[1]);
}
