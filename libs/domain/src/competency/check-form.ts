import { refused } from '../refusal';
import type { Refused } from '../refusal';

/** Tells everything that is not as it must be in a value of unknown form; `at` is its JSON pointer. */
export type Form = (value: unknown, at: string) => readonly Refused[];

/** A form for every key of a type, so that the compiler names a key that was forgotten. */
export type FormsOf<T> = { readonly [K in keyof Required<T>]: Form };

/** Says nothing; for numbers and dates, which are checked by value. */
export const anything: Form = () => [];

/** `requirement/text-missing` for what is no text. */
export const text: Form = (value, at) =>
  typeof value === 'string' ? [] : [refused('requirement/text-missing', at)];

/** `requirement/choice-unknown` for what is none of the choices. */
export function choice(choices: readonly (string | number | boolean)[]): Form {
  const known = new Set<unknown>(choices);
  return (value, at) => (known.has(value) ? [] : [refused('requirement/choice-unknown', at)]);
}

/** What may be absent; a key without a value is absent. */
export function optional(form: Form): Form {
  return (value, at) => (value === undefined ? [] : form(value, at));
}

/** What may be null, which says that there is none. */
export function nullable(form: Form): Form {
  return (value, at) => (value === null ? [] : form(value, at));
}

/** `requirement/not-a-list` for what is no list, and what the form says of its members. */
export function listOf(form: Form): Form {
  return (value, at) => {
    if (!Array.isArray(value)) return [refused('requirement/not-a-list', at)];
    const found: Refused[] = [];
    value.forEach((member, index) => found.push(...form(member, `${at}/${index}`)));
    return found;
  };
}

/** `requirement/not-an-object`, `requirement/key-unknown` for a key without a form, and what the forms say. */
export function object<T>(forms: FormsOf<T>): Form {
  const known = Object.entries<Form>(forms);
  return (value, at) => {
    if (!isObject(value)) return [refused('requirement/not-an-object', at)];
    const found: Refused[] = [];
    for (const key of Object.keys(value))
      if (!Object.hasOwn(forms, key)) found.push(refused('requirement/key-unknown', `${at}/${escaped(key)}`));
    for (const [key, form] of known) found.push(...form(value[key], `${at}/${key}`));
    return found;
  };
}

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key as a JSON pointer writes it (RFC 6901). */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
