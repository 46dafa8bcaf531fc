import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import type { Route } from '../platform/handle';

/** A JSON schema as far as the document looks into it. */
export interface Schema {
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

/** Every class that class-validator knows as a schema: those of the wire, and others that have nothing to do with it. */
export function knownSchemas(): Readonly<Record<string, Schema>> {
  return validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: '#/components/schemas/',
  }) as Record<string, Schema>;
}

/** The schemas that the routes' bodies and views are made of, and no others. */
export function wireSchemas(
  routes: readonly Route[],
  known: Readonly<Record<string, Schema>>,
): Record<string, object> {
  const found: Record<string, object> = {};
  const take = (name: string): void => {
    const schema = known[name];
    if (!schema || name in found) return;
    // Replies and bodies carry exactly the fields that their classes name.
    found[name] = { ...schema, additionalProperties: false };
    for (const [, inner = ''] of JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      take(inner);
  };
  for (const { body, view } of routes) for (const shape of [body, view]) if (shape) take(shape.name);
  return Object.fromEntries(Object.entries(found).sort(([one], [other]) => one.localeCompare(other)));
}
