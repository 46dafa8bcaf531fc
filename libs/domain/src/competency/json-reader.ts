import { DomainError } from '../refusal';

/** Throws `worked-case/unreadable`; `field` is the place in the file, such as `rq-01.spec.need`. */
export function unreadable(field: string, expected: string): never {
  throw new DomainError('worked-case/unreadable', `${field}: expected ${expected}`, field);
}

/** A JSON object being read, with its place in the file. Every method but `has` throws `worked-case/unreadable`. */
export class JsonReader {
  readonly values: Readonly<Record<string, unknown>>;

  constructor(
    value: unknown,
    readonly at: string,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) unreadable(at, 'an object');
    this.values = value as Record<string, unknown>;
  }

  /** Whether there is a value; null is none. */
  has(key: string): boolean {
    return (this.values[key] ?? null) !== null;
  }

  text(key: string): string {
    const value = this.values[key];
    return typeof value === 'string' ? value : unreadable(`${this.at}.${key}`, 'a text');
  }

  number(key: string): number {
    const value = this.values[key];
    return typeof value === 'number' ? value : unreadable(`${this.at}.${key}`, 'a number');
  }

  flag(key: string): boolean {
    const value = this.values[key];
    return typeof value === 'boolean' ? value : unreadable(`${this.at}.${key}`, 'true or false');
  }

  choice<T extends string>(key: string, choices: readonly T[]): T {
    return this.oneOf(this.values[key], key, choices);
  }

  list(key: string): readonly unknown[] {
    const value = this.values[key];
    return Array.isArray(value) ? value : unreadable(`${this.at}.${key}`, 'a list');
  }

  /** A list of texts, or one text that stands for a list of one. */
  texts(key: string): readonly string[] {
    return this.oneOrMore(key).map((value) =>
      typeof value === 'string' ? value : unreadable(`${this.at}.${key}`, 'texts'),
    );
  }

  /** A list of choices, or one choice that stands for a list of one. */
  choices<T extends string>(key: string, choices: readonly T[]): readonly T[] {
    return this.oneOrMore(key).map((value) => this.oneOf(value, key, choices));
  }

  object(key: string): JsonReader {
    return new JsonReader(this.values[key], `${this.at}.${key}`);
  }

  private oneOrMore(key: string): readonly unknown[] {
    const value = this.values[key];
    return Array.isArray(value) ? value : [value];
  }

  private oneOf<T extends string>(value: unknown, key: string, choices: readonly T[]): T {
    return (
      choices.find((choice) => choice === value) ?? unreadable(`${this.at}.${key}`, choices.join(' or '))
    );
  }
}
