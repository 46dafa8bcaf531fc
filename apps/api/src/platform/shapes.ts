import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { below, foreignIn, MOST_PROBLEMS } from './plain-json';
import { ProblemException, type FieldProblemSeed } from './problem';

const options = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true } as const;

/**
 * Checks a value against its class: types, bounds, no field that the class does not name, and nothing that no body may
 * hold, such as null: what is not there is left out. (class-validator takes null for absent.)
 * @throws ProblemException `request/invalid` with a JSON pointer per field, for the first few that are wrong.
 */
export function readShape<T extends object>(shape: new () => T, value: unknown): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ProblemException('request/malformed');
  const foreign = foreignIn(value);
  if (foreign.length > 0) throw new ProblemException('request/invalid', foreign);
  const instance = plainToInstance(shape, value);
  const wrong = validateSync(instance, options).flatMap((error) => fieldProblems(error, ''));
  if (wrong.length > 0) throw new ProblemException('request/invalid', wrong.slice(0, MOST_PROBLEMS));
  return instance;
}

/** Tells what is wrong with a reply; empty when it is exactly its view. Used in test runs as a guard against leaks. */
export function replyProblems(shape: new () => object, reply: object): readonly FieldProblemSeed[] {
  const instance = plainToInstance(shape, JSON.parse(JSON.stringify(reply)) as object);
  return validateSync(instance, options).flatMap((error) => fieldProblems(error, ''));
}

function fieldProblems(error: ValidationError, parent: string): FieldProblemSeed[] {
  const pointer = below(parent, error.property);
  const own = Object.keys(error.constraints ?? {})
    .slice(0, 1)
    .map((name) => ({ pointer, code: codeOf(name) }));
  const nested = (error.children ?? []).flatMap((child) => fieldProblems(child, pointer));
  return [...own, ...nested];
}

function codeOf(constraint: string): FieldProblemSeed['code'] {
  return constraint === 'whitelistValidation' ? 'request/unknown-field' : 'request/wrong-type';
}
