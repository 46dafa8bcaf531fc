import type { FieldProblem, ProblemCode } from '@countersign/contracts/problems';
import type { Refused, Result } from '@countersign/domain/refusal';

/** Ends a request with a problem of the registry; the filter writes it as RFC 9457. */
export class ProblemException extends Error {
  override readonly name = 'ProblemException';

  constructor(
    readonly code: ProblemCode,
    readonly errors: readonly FieldProblemSeed[] = [],
    readonly detail: Refused['detail'] = undefined,
  ) {
    super(code);
  }
}

/** A field that needs attention, before its sentence is looked up. */
export interface FieldProblemSeed extends Pick<FieldProblem, 'pointer'> {
  readonly code: ProblemCode;
  readonly detail?: Refused['detail'];
}

/** Unwraps the outcome of a rule; a refusal ends the request with its code and field. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, field, detail } = result;
  throw new ProblemException(code, field === undefined ? [] : [{ pointer: field, code, detail }], detail);
}

/** Ends the request when any rule refused, with every refusal as a field that needs attention. */
export function mustAll(refusals: readonly Refused[]): void {
  if (refusals.length === 0) return;
  throw new ProblemException(
    'request/invalid',
    refusals.map(({ code, field, detail }) => ({ pointer: field ?? '', code, detail })),
  );
}

/** Ends the request with the first refusal, and with every one that belongs to a field. */
export function refuseAll(refusals: readonly Refused[]): void {
  const [first] = refusals;
  if (!first) return;
  const fields = refusals.flatMap(({ code, field, detail }) =>
    field === undefined ? [] : [{ pointer: field, code, detail }],
  );
  throw new ProblemException(first.code, fields, first.detail);
}

/** A problem of the registry, typed, for code that raises one itself. */
export function problem(code: ProblemCode): ProblemException {
  return new ProblemException(code);
}

/** That somebody decides and signs nothing until this instant, because somebody else let them in anew. */
export function afterReset(until: number): ProblemException {
  return new ProblemException('signature/after-reset', [], { until: new Date(until).toISOString() });
}
