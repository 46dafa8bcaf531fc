import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { ProblemException, type FieldProblemSeed } from './problem';

const options = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true } as const;

/**
 * Checks a value against its class: types, bounds, no field that the class does not name, and no null anywhere: what is
 * not there is left out. (class-validator takes null for absent.)
 * @throws ProblemException `request/invalid` with a JSON pointer per field.
 */
export function readShape<T extends object>(shape: new () => T, value: unknown): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ProblemException('request/malformed');
  const instance = plainToInstance(shape, value);
  const wrong = validateSync(instance, options).flatMap((error) => fieldProblems(error, ''));
  const named = new Set(wrong.map(({ pointer }) => pointer));
  const errors = [...wrong, ...nullsIn(value, '').filter(({ pointer }) => !named.has(pointer))];
  if (errors.length > 0) throw new ProblemException('request/invalid', errors);
  return instance;
}

/** Tells what is wrong with a reply; empty when it is exactly its view. Used in test runs as a guard against leaks. */
export function replyProblems(shape: new () => object, reply: object): readonly FieldProblemSeed[] {
  const instance = plainToInstance(shape, JSON.parse(JSON.stringify(reply)) as object);
  return validateSync(instance, options).flatMap((error) => fieldProblems(error, ''));
}

function nullsIn(value: unknown, pointer: string): FieldProblemSeed[] {
  if (value === null) return [{ pointer, code: 'request/wrong-type' }];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    nullsIn(inner, `${pointer}/${escapePointer(name)}`),
  );
}

function fieldProblems(error: ValidationError, parent: string): FieldProblemSeed[] {
  const pointer = `${parent}/${escapePointer(error.property)}`;
  const own = Object.keys(error.constraints ?? {})
    .slice(0, 1)
    .map((name) => ({ pointer, code: codeOf(name) }));
  const nested = (error.children ?? []).flatMap((child) => fieldProblems(child, pointer));
  return [...own, ...nested];
}

/** RFC 6901: `~` and `/` are escaped within a pointer. */
function escapePointer(property: string): string {
  return property.replaceAll('~', '~0').replaceAll('/', '~1');
}

function codeOf(constraint: string): FieldProblemSeed['code'] {
  return constraint === 'whitelistValidation' ? 'request/unknown-field' : 'request/wrong-type';
}
