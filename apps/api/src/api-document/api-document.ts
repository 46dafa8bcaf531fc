import { audienceOf } from '@countersign/domain/access';
import { ACT_HEADER, ACT_KEY, DISPLAY_HEADER } from '@countersign/contracts/endpoint';
import { PERSON_HEADER } from '@countersign/contracts/sessions/endpoints';
import { isAct } from '../platform/act';
import { dispositionOf } from '../platform/file-reply';
import type { Route } from '../platform/handle';
import { problemResponses, problemSchema, reference } from './problem-responses';
import { knownSchemas, wireSchemas, type Schema } from './schemas';

/** What the document must be told about the running server. */
export interface DocumentOptions {
  /** Name of the session's cookie. */
  readonly cookie: string;
  /** Name of the header with which our pages prove that a writing request is theirs, and of the cookie it comes from. */
  readonly write: { readonly header: string; readonly cookie: string };
}

/** Writes the API as an OpenAPI 3.1 document, from the endpoints and their classes alone. */
export function apiDocument(
  routes: readonly Route[],
  options: DocumentOptions,
): { openapi: string; info: object; paths: object; components: object } {
  const known = knownSchemas();
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = `/api${route.endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    const method = route.endpoint.method.toLowerCase();
    paths[path] = { ...paths[path], [method]: operation(route, known, options) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Countersign',
      version: '1',
      description: 'Procedure logbook and competency system for medical fellowships.',
    },
    paths: Object.fromEntries(Object.entries(paths).sort(([one], [other]) => one.localeCompare(other))),
    components: {
      schemas: { ...wireSchemas(routes, known), Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: options.cookie } },
    },
  };
}

function operation(route: Route, known: Readonly<Record<string, Schema>>, options: DocumentOptions): object {
  const { endpoint, body, query } = route;
  return {
    operationId: operationId(route),
    summary: endpoint.summary,
    'x-action': endpoint.action,
    security: needsSession(route) ? [{ session: [] }] : [],
    parameters: [
      ...pathParameters(endpoint.path),
      ...queryParameters(query ? known[query.name] : undefined),
      ...headers(route, options),
    ],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: reference(body.name) } } } }
      : {}),
    responses: { ...successes(route, options), ...problemResponses(route) },
  };
}

function operationId({ endpoint: { method, path } }: Route): string {
  const words = path.replace(/[/:-]+(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `${method.toLowerCase()}${words}`.replace(/\W/g, '');
}

function needsSession({ endpoint }: Route): boolean {
  return audienceOf(endpoint.action) !== 'anyone';
}

function successes({ endpoint, view }: Route, options: DocumentOptions): Record<string, object> {
  const text = (description: string) => ({ description, schema: { type: 'string' } });
  const tag = endpoint.cached ? { ETag: text('Changes with the content.') } : {};
  const cookies = `\`${options.cookie}\` (HttpOnly) and \`${options.write.cookie}\``;
  const setCookie =
    endpoint.cookies === undefined
      ? {}
      : { 'Set-Cookie': text(`${cookies}, ${endpoint.cookies === 'set' ? 'set' : 'cleared'}.`) };
  const file = endpoint.kind === 'file' ? endpoint.file : undefined;
  const disposition =
    file === undefined ? {} : { 'Content-Disposition': { schema: { const: dispositionOf(file) } } };
  const replyHeaders = { ...tag, ...setCookie, ...disposition };
  const done = {
    description: 'Done.',
    ...(Object.keys(replyHeaders).length > 0 ? { headers: replyHeaders } : {}),
    ...(view ? { content: { 'application/json': { schema: reference(view.name) } } } : {}),
    ...(file ? { content: { [file.mediaType]: {} } } : {}),
  };
  return {
    [endpoint.status]: done,
    ...(endpoint.cached
      ? { 304: { description: 'It is what the caller has, by its `If-None-Match`.', headers: tag } }
      : {}),
  };
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: Schema | undefined): object[] {
  return Object.entries(query?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: query?.required?.includes(name) ?? false,
    schema,
  }));
}

/** Names and descriptions of a request's headers, after what the route is. */
function headers(route: Route, { write }: DocumentOptions): object[] {
  const { precondition, cached, opener, method, action } = route.endpoint;
  const writes = method !== 'GET';
  const text = { type: 'string' };
  const all: readonly AskedHeader[] = [
    [
      precondition !== undefined,
      ...(['If-Match', true, 'The revision that the caller saw, in quotes.'] as const),
      { ...text, pattern: '^"\\d{1,9}"$' },
    ],
    [
      writes && needsSession(route),
      ...([write.header, true] as const),
      `What the cookie \`${write.cookie}\` holds: only the app's own pages can know it.`,
      text,
    ],
    [
      needsSession(route) && action !== 'session.read',
      ...([PERSON_HEADER, writes] as const),
      'Id of the person to whom the page belongs; another one than the session’s is refused.',
      { ...text, format: 'uuid' },
    ],
    [
      isAct(route.endpoint),
      ...([ACT_HEADER, true] as const),
      'Names this act: sent again with the same key it is answered as the first time and never done twice.',
      { ...text, pattern: ACT_KEY },
    ],
    [
      opener !== undefined,
      ...([DISPLAY_HEADER, true] as const),
      'The secret of the display link, as it was told when the link was made.',
      text,
    ],
    [cached !== undefined, ...(['If-None-Match', false, 'The tag of what the caller has.'] as const), text],
  ];
  return all.filter(([asked]) => asked).map(headerParameter);
}

/** A header that a route may ask for: whether it does, its name, whether it must be there, what it says, its form. */
type AskedHeader = readonly [
  asked: boolean,
  name: string,
  required: boolean,
  description: string,
  schema: object,
];

function headerParameter([, name, required, description, schema]: AskedHeader): object {
  return { name, in: 'header', required, description, schema };
}
