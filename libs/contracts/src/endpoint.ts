import type { Action } from '@countersign/domain/access';
import type { ProblemCode } from './problems';

/** The classes that travel on one endpoint; each part is absent when there is none. */
export interface Wire {
  readonly body?: object;
  readonly query?: object;
  readonly view?: object;
}

/** Names of the `:params` in a path. */
export type PathParam<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | PathParam<Tail>
    : Rest
  : never;

/**
 * One route, described once: the API binds a handler to it, the web app calls it, the API document is written from it.
 * `W` is type-only; handler and caller that differ from it do not compile.
 */
export interface Endpoint<W extends Wire = Wire, Path extends string = string> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path under `/api`, with `:name` parameters. */
  readonly path: Path;
  /** Row of the action table that the gate asks. */
  readonly action: Action;
  /** One sentence for the API document. */
  readonly summary: string;
  /** Status of success. */
  readonly status: 200 | 201 | 204;
  /** `revision`: the request must carry `If-Match: "<revision>"` (missing 428, stale 412). */
  readonly precondition?: 'revision';
  /** What happens to the two cookies of a session: both are set, or both cleared. */
  readonly cookies?: 'set' | 'cleared';
  /** `tag`: the reply carries an ETag; asked again with `If-None-Match`, an unchanged one costs 304 without a body. */
  readonly cached?: 'tag';
  /** Answers without the database, also while that is down. */
  readonly withoutDatabase?: true;
  /** Problems a caller must expect besides those that any route can give. */
  readonly problems: readonly ProblemCode[];
  /** Never set: carries the types. */
  readonly wire?: W;
}

/** Declares an endpoint: `endpoint<{ body: EntryBody; view: EntryView }>()({ method: 'POST', … })`. */
export function endpoint<W extends Wire>() {
  return <const Path extends string>(route: Omit<Endpoint<W, Path>, 'wire'>): Endpoint<W, Path> => route;
}

/** The body class of an endpoint. */
export type BodyOf<E extends Endpoint> = E extends Endpoint<infer W, string> ? W['body'] : never;
/** The query class of an endpoint. */
export type QueryOf<E extends Endpoint> = E extends Endpoint<infer W, string> ? W['query'] : never;
/** The view class of an endpoint. */
export type ViewOf<E extends Endpoint> = E extends Endpoint<infer W, string> ? W['view'] : never;
/** The path parameters of an endpoint. */
export type ParamsOf<E extends Endpoint> =
  E extends Endpoint<Wire, infer Path> ? Readonly<Record<PathParam<Path>, string>> : never;
