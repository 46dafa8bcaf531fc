import type { Action } from '@countersign/domain/access';
import type { ProblemCode } from './problems';

/** Header with the secret of a display link: an address would stand in logs and histories. */
export const DISPLAY_HEADER = 'X-Display';

/**
 * Header with the key of an act, on everything that writes: the same act again with the same key is answered as the first
 * time and never done twice; another act with that key is refused.
 */
export const ACT_HEADER = 'Idempotency-Key';
/** The form of such a key: what nobody makes twice, such as a UUID. */
export const ACT_KEY = '^[\\w-]{16,64}$';

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

/** Largest body of an endpoint that does not say otherwise, in kB of 1,024 bytes. */
export const BODY_KB = 16;

/** What every kind of endpoint says of itself. `W` is type-only; handler and caller that differ from it do not compile. */
interface Described<W extends Wire, Path extends string> {
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
  /**
   * Signs something: the body carries the actor's password or the answer of an own passkey, which the gate checks before anything else is done. A session
   * alone never signs.
   */
  readonly signs?: true;
  /**
   * Decides on what somebody else did: refused for a day to whom somebody else let in anew, as a signature is. Routes that sign
   * ask for it themselves, under a lock.
   */
  readonly decides?: true;
  /**
   * Takes or answers a secret: a password, a code, a link. It has no key, so that neither the answer nor a digest of what was
   * asked is kept; asked again it is done again.
   */
  readonly secret?: true;
  /** Largest body, in kB of 1,024 bytes; {@link BODY_KB} unless told. A larger one is answered 413. */
  readonly bodyKb?: number;
  /** What happens to the two cookies of a session: both are set, or both cleared. */
  readonly cookies?: 'set' | 'cleared';
  /** `tag`: the reply carries an ETag; asked again with `If-None-Match`, an unchanged one costs 304 without a body. */
  readonly cached?: 'tag';
  /** Asked by a page again and again while it is open: it is no use of the session, which ends as if nobody had asked. */
  readonly background?: true;
  /** What opens it in the place of a session: the secret of a display link, in the header {@link DISPLAY_HEADER}. */
  readonly opener?: 'display-link';
  /** Answers without the database, also while that is down. */
  readonly withoutDatabase?: true;
  /** Problems a caller must expect besides those that any route can give. */
  readonly problems: readonly ProblemCode[];
  /** Never set: carries the types. */
  readonly wire?: W;
}

/** Answers its view as JSON, or nothing where it has none. */
export interface JsonEndpoint<W extends Wire = Wire, Path extends string = string> extends Described<
  W,
  Path
> {
  readonly kind: 'json';
}

/** A file as it travels: what its bytes are, and what a browser does with them. */
export interface FileForm {
  readonly mediaType: string;
  /** What it is called where it is kept; ASCII without quotes. */
  readonly name: string;
  /** `inline`: a browser shows it; `attachment`: keeps it. */
  readonly disposition: 'inline' | 'attachment';
}

/** Answers a file, whose form somebody else defines: its bytes go as they are, without a view. */
export interface FileEndpoint<
  W extends Omit<Wire, 'view'> = Omit<Wire, 'view'>,
  Path extends string = string,
> extends Described<W, Path> {
  readonly kind: 'file';
  readonly file: FileForm;
}

/**
 * One route, described once: the API binds a handler to it, the web app calls it, the API document is written from it.
 * A further kind, such as a stream of events, joins here; the handler, the document and the caller then ask for it.
 */
export type Endpoint<W extends Wire = Wire, Path extends string = string> =
  JsonEndpoint<W, Path> | FileEndpoint<W, Path>;

type Declared<E extends Endpoint> = Omit<E, 'kind' | 'wire'>;

/** Declares an endpoint: `endpoint<{ body: EntryBody; view: EntryView }>()({ method: 'POST', … })`. */
export function endpoint<W extends Wire>() {
  return <const Path extends string>(route: Declared<JsonEndpoint<W, Path>>): JsonEndpoint<W, Path> => ({
    kind: 'json',
    ...route,
  });
}

/** Declares an endpoint that answers a file: `fileEndpoint()({ method: 'GET', …, file: { … } })`. */
export function fileEndpoint<W extends Omit<Wire, 'view'>>() {
  return <const Path extends string>(route: Declared<FileEndpoint<W, Path>>): FileEndpoint<W, Path> => ({
    kind: 'file',
    ...route,
  });
}

/** The body class of an endpoint. */
export type BodyOf<E extends Endpoint> = E extends Described<infer W, string> ? W['body'] : never;
/** The query class of an endpoint. */
export type QueryOf<E extends Endpoint> = E extends Described<infer W, string> ? W['query'] : never;
/** The view class of an endpoint. */
export type ViewOf<E extends Endpoint> = E extends Described<infer W, string> ? W['view'] : never;
/** The path parameters of an endpoint. */
export type ParamsOf<E extends Endpoint> =
  E extends Described<Wire, infer Path> ? Readonly<Record<PathParam<Path>, string>> : never;
