import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { ProblemException, type FieldProblemSeed } from './problem';

const options = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true } as const;

/**
 * Checks a value against its class: types, bounds, and no field that the class does not name.
 * @throws ProblemException `request/invalid` with a JSON pointer per field.
 */
export function readShape<T extends object>(shape: new () => T, value: unknown): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ProblemException('request/malformed');
  const instance = plainToInstance(shape, value);
  const errors = validateSync(instance, options).flatMap((error) => fieldProblems(error, ''));
  if (errors.length > 0) throw new ProblemException('request/invalid', errors);
  return instance;
}

/** Tells what is wrong with a reply; empty when it is exactly its view. Used in test runs as a guard against leaks. */
export function replyProblems(shape: new () => object, reply: object): readonly FieldProblemSeed[] {
  const instance = plainToInstance(shape, JSON.parse(JSON.stringify(reply)) as object);
  return validateSync(instance, options).flatMap((error) => fieldProblems(error, ''));
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

function codeOf(constraint: string): string {
  return constraint === 'whitelistValidation' ? 'request/unknown-field' : 'request/wrong-type';
}
