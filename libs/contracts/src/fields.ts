import { applyDecorators } from './decorate';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
  Min,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';

/** A UUID in lower case, made by the application or by the client. */
export const Id = (): PropertyDecorator =>
  applyDecorators(IsUUID(), JSONSchema({ type: 'string', format: 'uuid' }));

/** A civil date, `YYYY-MM-DD`; whether it exists in the calendar is a rule of the domain. */
export const CivilDate = (): PropertyDecorator =>
  applyDecorators(
    Matches(/^\d{4}-\d{2}-\d{2}$/),
    JSONSchema({ type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  );

/** A UTC instant in milliseconds since 1970. */
export const Instant = (): PropertyDecorator =>
  applyDecorators(
    IsInt(),
    Min(0),
    JSONSchema({ type: 'integer', minimum: 0, description: 'UTC instant, ms since 1970' }),
  );

/** One of a fixed list of words. */
export const OneOf = (values: readonly string[]): PropertyDecorator => IsIn([...values]);

/** Free text that a person typed, 1 to `max` characters of well-formed Unicode: other text could not be recorded. */
export const Text = (max: number): PropertyDecorator =>
  applyDecorators(IsString(), MinLength(1), MaxLength(max), Matches(/^\P{Surrogate}*$/u));

/** A key of the catalogue or of another list: lower-case words joined by hyphens, and level names such as `L5 DR`. */
export const Key = (options: { each: boolean } = { each: false }): PropertyDecorator =>
  applyDecorators(IsString(options), MinLength(1, options), MaxLength(64, options));

/** May be left out; `null` is not accepted in its place. */
export const Optional = IsOptional;
