import { Validator } from '@seriousme/openapi-schema-validator';
import { TestServer } from '../testing/test-server';
import { Routes } from '../platform/routes';

describe('The API document', () => {
  let server: TestServer;
  let document: {
    openapi: string;
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
  };

  beforeAll(async () => {
    server = await TestServer.start();
    document = (await server.client().get<typeof document>('/openapi.json')).body;
  });
  afterAll(() => server.stop());

  it('is a valid OpenAPI 3.1 document', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result).toMatchObject({ valid: true });
    expect(document.openapi).toBe('3.1.0');
  });

  it('describes every route with its success, its problems and nothing else', () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = server.app
      .get(Routes)
      .list()
      .flatMap(({ route }) =>
        route ? [`${route.endpoint.method} /api${route.endpoint.path.replace(/:(\w+)/g, '{$1}')}`] : [],
      );
    expect(described.sort()).toEqual(routes.sort());
    for (const operations of Object.values(document.paths)) {
      for (const operation of Object.values(operations))
        expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['500', '503']));
    }
  });

  it('refers only to schemas that it holds', () => {
    const text = JSON.stringify(document);
    const referred = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    const held = Object.keys((document as unknown as { components: { schemas: object } }).components.schemas);
    expect([...new Set(referred)].filter((name) => !held.includes(name ?? ''))).toEqual([]);
  });
});
