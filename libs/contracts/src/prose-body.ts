import { ArrayMaxSize, IsArray, IsString, MaxLength, MinLength } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { applyDecorators } from './decorate';
import { Optional, TEXT_KIND } from './fields';

const withProse = new Set<object>();

/**
 * The words, exactly as they stand in the prose of the body, that the guard warned of and that the writer says are no
 * patient. They are compared and forgotten; what is kept with the text is that this was said, and what the guard had taken
 * the words for.
 */
export const NoPatient = (): PropertyDecorator =>
  applyDecorators(
    (target: object) => void withProse.add(target),
    Optional(),
    IsArray(),
    ArrayMaxSize(100),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(400, { each: true }),
    JSONSchema({ [TEXT_KIND]: 'name' }),
  );

/** A body with prose: its writer may have to say that what the guard warned of is no patient. */
export class ProseBody {
  @NoPatient() noPatient?: string[];
}

/** Whether bodies of a class have prose. */
export function hasProse(shape: new () => object): boolean {
  for (let at: unknown = shape.prototype; at; at = Object.getPrototypeOf(at))
    if (withProse.has(at)) return true;
  return false;
}
