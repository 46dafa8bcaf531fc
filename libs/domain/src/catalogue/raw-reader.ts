/** Notes one thing wrong at a JSON pointer. */
export type Report = (path: string, message: string) => void;

/** A raw object under examination. Wrong values are reported and stand in with an empty value. */
export interface RawObject {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly report: Report;
}

/** Names that stay for ever: lower-case words joined by hyphens. */
export const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Opens a raw value as an object; a field beyond `known` is reported, it is mostly a misspelt one. */
export function readObject(
  raw: unknown,
  place: Omit<RawObject, 'fields'>,
  known: readonly string[] | 'any',
): RawObject {
  if (!isRecord(raw)) {
    place.report(place.path, 'must be an object');
    return { ...place, fields: {} };
  }
  for (const key of Object.keys(raw)) {
    if (known !== 'any' && !known.includes(key))
      place.report(`${place.path}/${key}`, 'is not a field of this object');
  }
  return { ...place, fields: raw };
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** Reads a text; the empty text is accepted only where `allowed` says so. */
export function readText({ fields, path, report }: RawObject, key: string, allowed?: RegExp): string {
  const value = fields[key];
  if (typeof value === 'string' && (allowed ?? /\S/).test(value)) return value;
  report(`${path}/${key}`, allowed === undefined ? 'must be a text' : `must match ${allowed.source}`);
  return '';
}

/** Reads a yes or no. */
export function readFlag({ fields, path, report }: RawObject, key: string): boolean {
  const value = fields[key];
  if (typeof value !== 'boolean') report(`${path}/${key}`, 'must be true or false');
  return value === true;
}

/** Reads one of a closed list of values. */
export function readOneOf<T extends string | number>(
  { fields, path, report }: RawObject,
  key: string,
  values: readonly [T, ...T[]],
): T {
  const found = values.find((value) => value === fields[key]);
  if (found === undefined) report(`${path}/${key}`, `must be one of ${values.join(', ')}`);
  return found ?? values[0];
}

/** Reads a list whatever its members are. */
export function readList({ fields, path, report }: RawObject, key: string): readonly unknown[] {
  const value = fields[key];
  if (Array.isArray(value)) return value;
  report(`${path}/${key}`, 'must be a list');
  return [];
}

/** Reads a list of different texts, each of which must pass `accept`; `must` says in words what that is. */
export function readTexts(
  raw: RawObject,
  key: string,
  rule: { accept: (text: string) => boolean; must: string },
): string[] {
  const seen = new Set<string>();
  readList(raw, key).forEach((value, position) => {
    const path = `${raw.path}/${key}/${position}`;
    if (typeof value !== 'string' || !rule.accept(value)) raw.report(path, rule.must);
    else if (seen.has(value)) raw.report(path, 'is in the list twice');
    else seen.add(value);
  });
  return [...seen];
}

/** Reads a list of different members of a closed list. */
export function readManyOf<T extends string>(raw: RawObject, key: string, values: readonly T[]): T[] {
  const texts = readTexts(raw, key, {
    accept: (text) => values.some((value) => value === text),
    must: `must be one of ${values.join(', ')}`,
  });
  return values.filter((value) => texts.includes(value)).sort((a, b) => texts.indexOf(a) - texts.indexOf(b));
}

/** Reads the words that people type, in lower case and without spaces around them. */
export function readTyped(raw: RawObject, key: string): string[] {
  return readTexts(raw, key, {
    accept: (text) => text !== '' && text === text.toLowerCase().trim(),
    must: 'must be a text in lower case without spaces around it',
  });
}

/** Reads a finite number. */
export function readNumber({ fields, path, report }: RawObject, key: string): number {
  const value = fields[key];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  report(`${path}/${key}`, 'must be a number');
  return 0;
}

/** Reads what may be absent: then it is `otherwise`. */
export function readOptional<T>(raw: RawObject, key: string, read: () => T, otherwise: T): T {
  return raw.fields[key] === undefined ? otherwise : read();
}
