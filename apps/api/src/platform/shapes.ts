import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, ValidationTypes, type ValidationError } from 'class-validator';
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
  const misplaced = misplacedLists(instance, '');
  const fields = validateSync(instance, options).flatMap((error) => fieldProblems(error, ''));
  const wrong = [
    ...fields,
    ...misplaced.filter((one) => !fields.some(({ pointer }) => pointer === one.pointer)),
  ];
  if (wrong.length > 0) throw new ProblemException('request/invalid', wrong.slice(0, MOST_PROBLEMS));
  return instance;
}

/**
 * Lists where one object belongs, and the other way round: class-validator asks each item of whatever it finds, so that an
 * empty list would be as good as any object.
 */
function misplacedLists(value: object, pointer: string): FieldProblemSeed[] {
  return getMetadataStorage()
    .getTargetValidationMetadatas(value.constructor, '', false, false)
    .filter(({ type }) => type === ValidationTypes.NESTED_VALIDATION)
    .flatMap(({ propertyName, each }) => {
      const inner = (value as Record<string, unknown>)[propertyName];
      const at = below(pointer, propertyName);
      if (inner === undefined) return [];
      if (Array.isArray(inner) ? !each : each) return [{ pointer: at, code: 'request/wrong-type' as const }];
      return [inner]
        .flat()
        .flatMap((one: unknown, nth) =>
          typeof one === 'object' && one !== null
            ? misplacedLists(one, each ? below(at, String(nth)) : at)
            : [],
        );
    });
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
