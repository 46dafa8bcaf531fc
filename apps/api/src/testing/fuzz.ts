import * as fc from 'fast-check';

/** The part of JSON schema that the API document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** What values are made of: the schemas by name, and ids that exist. */
export interface Pool {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly ids: readonly string[];
  readonly keys: readonly string[];
  /** Everybody's. */
  readonly password: string;
}

/** What somebody sends who wants to know what happens. */
const hostile: readonly unknown[] = [
  ...[
    null,
    true,
    '',
    ' ',
    '\0',
    'a\u202eb',
    '\ud800',
    'x'.repeat(3000),
    '🦴'.repeat(40),
    "' OR 1=1 --",
    '%',
    '_',
  ],
  ...[
    '2026-02-30',
    '0000-00-00',
    '9999-99-99',
    '2026-11-20T00:00:00Z',
    '1e3',
    '-0',
    'NaN',
    '{{7*7}}',
    '../../etc',
  ],
  ...[-1, 0, 1.5, 1e308, -1e308, 2 ** 53, 2 ** 31],
  ...[[], {}, [[]], [null], { constructor: 1 }, { length: 1e9 }, [{}], ['a', 'a'], { $ne: null }],
  JSON.parse('['.repeat(200) + ']'.repeat(200)) as unknown,
  JSON.parse('{"__proto__":{"state":"approved"}}') as unknown,
];

/** Values that have the form of a schema, more or less often sensible. */
export function valueOf(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined)
    return valueOf(pool.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, pool);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'object' || schema.properties) {
    const known = Object.entries(schema.properties ?? {});
    const fields = Object.fromEntries(
      known.map(([name, inner]) => [
        name,
        name === 'password' ? fc.constant(pool.password) : valueOf(inner, pool),
      ]),
    );
    return fc.record(fields, { requiredKeys: [...(schema.required ?? [])] });
  }
  if (schema.type === 'array')
    return fc.array(valueOf(schema.items ?? {}, pool), { maxLength: Math.min(schema.maxItems ?? 3, 3) });
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 100, 2 ** 31 - 1) });
  if (schema.type === 'boolean') return fc.boolean();
  return textOf(schema, pool);
}

function textOf({ format, maxLength = 64 }: Schema, { ids, keys }: Pool): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (format === 'date')
    return fc
      .date({ min: new Date('2026-07-01'), max: new Date('2027-07-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
  return fc.oneof(fc.constantFrom(...keys), fc.string({ minLength: 1, maxLength: Math.min(maxLength, 60) }));
}

/** The value with one place of it spoilt: something else there, a field too many, or one too few. */
export function spoilt(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const places = fc.array(fc.nat(1000), { minLength: 1, maxLength: 5 });
  const name = fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'extra',
    'id',
    'revision',
    'programId',
  );
  const what = fc.oneof(
    fc.record({ put: fc.constantFrom(...hostile) }),
    fc.record({ add: name, put: fc.constantFrom(...hostile) }),
    fc.constant({ drop: true }),
  );
  return fc.tuple(value, places, what).map(([whole, path, change]) => changed(whole, path, change));
}

type Change = { put?: unknown; add?: string; drop?: boolean };

function changed(value: unknown, [step, ...path]: readonly number[], change: Change): unknown {
  if (step === undefined || typeof value !== 'object' || value === null)
    return 'put' in change ? change.put : value;
  const names = Object.keys(value);
  const name = names[step % Math.max(names.length, 1)];
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...value };
  const fields = copy as Record<string, unknown>;
  if (path.length === 0 && change.add !== undefined && !Array.isArray(copy))
    Object.defineProperty(fields, change.add, { value: change.put, enumerable: true });
  else if (name === undefined) return change.put;
  else if (path.length === 0 && change.drop === true && !Array.isArray(copy)) delete fields[name];
  else fields[name] = changed(fields[name], path, change);
  return copy;
}

/** Values for a name in an address or query. */
export function wordOf(schema: Schema, pool: Pool): fc.Arbitrary<string> {
  const odd = hostile.filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
  const almost = pool.ids.flatMap((id) => [`${id} `, id.toUpperCase(), `${id}\0`]);
  return fc.oneof(
    { weight: 6, arbitrary: valueOf(schema, pool).map(String) },
    { weight: 1, arbitrary: fc.constantFrom(...odd.filter((one) => !/\p{Surrogate}/u.test(one))) },
    { weight: 1, arbitrary: fc.constantFrom(...almost) },
  );
}
