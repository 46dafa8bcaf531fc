import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { audienceOf } from '@countersign/domain/access';
import { problems, type ProblemCode } from '@countersign/contracts/problems';
import type { Route } from '../platform/handle';

/** Codes that any route can give, whatever it does. */
const everywhere: readonly ProblemCode[] = ['server/busy', 'server/database', 'server/unexpected'];
const ofBodies: readonly ProblemCode[] = [
  'request/malformed',
  'request/invalid',
  'request/too-large',
  'request/not-json',
];

/** Writes the API as an OpenAPI 3.1 document, from the endpoints and their classes alone. */
export function apiDocument(routes: readonly Route[]): {
  openapi: string;
  info: object;
  paths: object;
  components: object;
} {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = `/api${route.endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.endpoint.method.toLowerCase()]: operation(route) };
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
      schemas: { ...schemas(), Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'sid' } },
    },
  };
}

function schemas(): Record<string, object> {
  const found = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: '#/components/schemas/',
  });
  // Replies and bodies carry exactly the fields that their classes name.
  return Object.fromEntries(
    Object.entries(found).map(([name, schema]) => [name, { ...schema, additionalProperties: false }]),
  );
}

function operation(route: Route): object {
  const { endpoint, body, query, view } = route;
  const codes = [...new Set([...endpoint.problems, ...commonProblems(route)])];
  return {
    operationId:
      `${endpoint.method.toLowerCase()}${endpoint.path.replace(/[/:-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`.replace(
        /\W/g,
        '',
      ),
    summary: endpoint.summary,
    'x-action': endpoint.action,
    ...(audienceOf(endpoint.action) === 'anyone' ? { security: [] } : { security: [{ session: [] }] }),
    parameters: [
      ...pathParameters(endpoint.path),
      ...queryParameters(query),
      ...ifMatch(endpoint.precondition),
    ],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: reference(body.name) } } } }
      : {}),
    responses: {
      [endpoint.status]: view
        ? { description: 'Done.', content: { 'application/json': { schema: reference(view.name) } } }
        : { description: 'Done.' },
      ...problemResponses(codes),
    },
  };
}

function commonProblems({ endpoint, body, query }: Route): ProblemCode[] {
  const audience = audienceOf(endpoint.action);
  return [
    ...everywhere,
    ...(audience === 'anyone' ? [] : (['session/required'] as const)),
    ...(Array.isArray(audience) ? (['access/not-allowed', 'access/not-found'] as const) : []),
    ...(endpoint.method === 'GET' ? [] : (['request/cross-site'] as const)),
    ...(body ? ofBodies : []),
    ...(query ? (['request/invalid'] as const) : []),
    ...(endpoint.precondition ? (['request/missing-version'] as const) : []),
  ];
}

function problemResponses(codes: readonly ProblemCode[]): Record<string, object> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes)
    byStatus.set(problems[code].status, [...(byStatus.get(problems[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus]
      .sort(([one], [other]) => one - other)
      .map(([status, found]) => [
        String(status),
        {
          description: found.map((code) => `\`${code}\`: ${problems[code].title}`).join('\n\n'),
          content: { 'application/problem+json': { schema: reference('Problem') } },
        },
      ]),
  );
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: Route['query']): object[] {
  if (!query) return [];
  const schema = schemas()[query.name] as
    { properties?: Record<string, object>; required?: string[] } | undefined;
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema?.required?.includes(name) ?? false,
    schema: property,
  }));
}

function ifMatch(precondition: 'version' | undefined): object[] {
  if (!precondition) return [];
  const schema = { type: 'string', pattern: '^"\\d{1,9}"$' };
  return [
    {
      name: 'If-Match',
      in: 'header',
      required: true,
      description: 'The version that the caller saw, in quotes.',
      schema,
    },
  ];
}

function reference(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem details. Branch on `code`, never on text.',
  required: ['type', 'code', 'status', 'title'],
  additionalProperties: false,
  properties: {
    type: { type: 'string' },
    code: { type: 'string', enum: Object.keys(problems) },
    status: { type: 'integer' },
    title: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'title'],
        additionalProperties: false,
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, title: { type: 'string' } },
      },
    },
  },
};
