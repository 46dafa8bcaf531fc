import { audienceOf } from '@countersign/domain/access';
import { problems, type ProblemCode } from '@countersign/contracts/problems';
import { problemInWords } from '@countersign/contracts/words/problem';
import { hasProse } from '@countersign/contracts/prose-body';
import { isAct } from '../platform/act';
import type { Route } from '../platform/handle';

/** A reference to a schema of the document. */
export function reference(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

/** The problem replies of a route: by status, each with exactly the codes that it can carry. */
export function problemResponses(route: Route): Record<string, object> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set([...route.endpoint.problems, ...commonProblems(route)]))
    byStatus.set(problems[code].status, [...(byStatus.get(problems[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus]
      .sort(([one], [other]) => one - other)
      .map(([status, codes]) => [
        String(status),
        {
          description: codes.map((code) => `\`${code}\`: ${problemInWords({ code })}`).join('\n\n'),
          content: { 'application/problem+json': { schema: problemOf(codes) } },
        },
      ]),
  );
}

function problemOf(codes: readonly ProblemCode[]): object {
  return { allOf: [reference('Problem')], properties: { code: { enum: [...codes].sort() } } };
}

/** What follows from the form of a route alone. */
function commonProblems({ endpoint, body, query }: Route): ProblemCode[] {
  const audience = audienceOf(endpoint.action);
  return [
    'server/unexpected',
    ...(endpoint.withoutDatabase ? [] : (['server/busy', 'server/database'] as const)),
    ...(audience === 'anyone' ? [] : (['session/required'] as const)),
    ...(audience === 'anyone' || endpoint.action === 'session.read'
      ? []
      : (['session/other-person'] as const)),
    ...(audience === 'anyone' || endpoint.method === 'GET' ? [] : (['session/person-missing'] as const)),
    ...(audience === 'anyone' || ['account.manage', 'session.read', 'session.close'].includes(endpoint.action)
      ? []
      : (['session/password-change-needed', 'session/second-factor-needed'] as const)),
    ...(Array.isArray(audience) ? (['access/not-allowed', 'access/not-found'] as const) : []),
    // A part of the path that is no text in percent-encoding.
    ...(endpoint.path.includes(':') ? (['request/malformed'] as const) : []),
    // Any body is read before the route is asked whether it wants one.
    ...(endpoint.method === 'GET'
      ? []
      : (['request/cross-site', 'request/malformed', 'request/too-large', 'request/not-json'] as const)),
    ...(isAct(endpoint)
      ? (['request/missing-key', 'request/key-reused', 'server/outcome-unknown'] as const)
      : []),
    ...(body || query ? (['request/invalid'] as const) : []),
    ...(body && hasProse(body) ? (['privacy/identifies', 'privacy/may-identify'] as const) : []),
    ...(endpoint.signs ? signingProblems : []),
    ...(endpoint.decides ? (['signature/after-reset'] as const) : []),
    ...(endpoint.precondition ? (['request/missing-version'] as const) : []),
  ];
}

/** What any route that signs can give. */
const signingProblems = [
  ...(['signature/authentication-required', 'signature/after-reset', 'signature/password-wrong'] as const),
  ...(['signature/passkey-copied', 'signature/passkey-other-act', 'signature/passkey-over'] as const),
  ...(['signature/passkey-refused', 'signature/passkey-unknown', 'signature/passkey-unverified'] as const),
  'signature/passkey-used',
] as const;

/** What completes the sentence of a problem. */
const values = { type: 'object', additionalProperties: { type: ['string', 'number'] } };

/** The form of every problem. */
export const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem details. Branch on `code`, never on text.',
  required: ['type', 'code', 'status', 'title'],
  additionalProperties: false,
  properties: {
    type: { type: 'string' },
    code: { type: 'string', enum: Object.keys(problems) },
    status: { type: 'integer' },
    title: { type: 'string' },
    values,
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'title'],
        additionalProperties: false,
        properties: {
          pointer: { type: 'string' },
          code: { type: 'string' },
          title: { type: 'string' },
          values,
        },
      },
    },
  },
};
