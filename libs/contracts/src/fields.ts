import { Transform } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsString,
  Matches,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { applyDecorators } from './decorate';
import { declareProse } from './prose';

/** Key of a field's schema that says which kind of text it takes, so that the API document tells it too. */
export const TEXT_KIND = 'x-text';
/**
 * The two kinds of text that a person types. `prose` may say anything and passes the privacy guard wherever it comes in; a
 * `name` tells which one is meant (a person of the staff, a site, an item, a program, an account) and does not.
 */
export type TextKind = 'prose' | 'name';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A UUID in lower case, made by the application or by the client: keys compare byte by byte on every database. */
export const Id = (options: { each: boolean } = { each: false }): PropertyDecorator =>
  options.each
    ? applyDecorators(
        Matches(UUID, options),
        JSONSchema({ type: 'array', items: { type: 'string', format: 'uuid', pattern: UUID.source } }),
      )
    : applyDecorators(Matches(UUID), JSONSchema({ type: 'string', format: 'uuid', pattern: UUID.source }));

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
export const OneOf = (
  values: readonly string[],
  options: { each: boolean } = { each: false },
): PropertyDecorator => IsIn([...values], options);

/** A character that leaves ink: no space, no control or format character, no filler that shows nothing. */
const VISIBLE = String.raw`[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]`;

/** What every text is: see {@link Prose}. */
const text = (max: number, kind: TextKind): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    Matches(new RegExp(String.raw`^(?=[\s\S]*${VISIBLE})\P{Surrogate}{1,${max}}$`, 'u')),
    JSONSchema({ type: 'string', minLength: 1, maxLength: max, [TEXT_KIND]: kind }),
  );

/**
 * Free text that a person typed; spaces around it are dropped. What is left has 1 to `max` characters (code points, as
 * the columns count them), at least one of them visible, and is well-formed Unicode: other text could not be recorded.
 * It may say anything, so that the privacy guard looks at it; a body with prose is a `ProseBody`.
 */
export const Prose = (max: number): PropertyDecorator => applyDecorators(text(max, 'prose'), declareProse);

/** A text of the same form that says which one is meant, such as the name of a site: the privacy guard lets it pass. */
export const Name = (max: number): PropertyDecorator => text(max, 'name');

/** The e-mail address of an account. */
export const Email = (): PropertyDecorator =>
  applyDecorators(IsEmail(), MaxLength(254), JSONSchema({ [TEXT_KIND]: 'name' }));

/** A password of `min` to 256 characters, kept as it was typed. */
export const Password = (min: number): PropertyDecorator =>
  applyDecorators(IsString(), MinLength(min), MaxLength(256), JSONSchema({ [TEXT_KIND]: 'name' }));

/** A text that comes back as the server or the browser gave it, such as a name that the page showed: nobody typed it. */
export const GivenBack = (max: number): PropertyDecorator =>
  applyDecorators(IsString(), MaxLength(max), JSONSchema({ [TEXT_KIND]: 'name' }));

/** Hex SHA-256. */
const SHA256 = /^[0-9a-f]{64}$/;

/** The hex SHA-256 of bytes. */
export const Digest = (): PropertyDecorator =>
  applyDecorators(
    Matches(SHA256),
    JSONSchema({ type: 'string', pattern: SHA256.source, [TEXT_KIND]: 'name' }),
  );

const KEY = /^\S(?:.{0,62}\S)?$/;

/**
 * A key of the catalogue or of another list: lower-case words joined by hyphens, and level names such as `L5 DR`. It has no
 * space around it: MySQL and MariaDB take `tpi ` for `tpi` where they compare, and SQLite does not.
 */
export const Key = (options: { each: boolean } = { each: false }): PropertyDecorator => {
  const schema = { type: 'string', minLength: 1, maxLength: 64, pattern: KEY.source } as const;
  return applyDecorators(
    Matches(KEY, options),
    JSONSchema({ ...(options.each ? { type: 'array', items: schema } : schema), [TEXT_KIND]: 'name' }),
  );
};

/** May be left out; `null` is not accepted in its place. */
export const Optional = (): PropertyDecorator =>
  ValidateIf((_whole: object, value: unknown) => value !== undefined);
