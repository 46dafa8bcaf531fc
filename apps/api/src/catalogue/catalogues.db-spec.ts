import { EventRow } from '../db/event.row';
import { TestServer } from '../testing/test-server';
import { CatalogueEditionRow, CatalogueTermRow } from './catalogue.row';
import { CatalogueError, Catalogues } from './catalogues';
import { currentEdition, editions, type EditionFiles } from './editions/editions';

function filesOf(wanted: string): EditionFiles {
  const files = editions.find(({ edition }) => edition === wanted);
  if (!files) throw new Error(`no edition ${wanted}`);
  return files;
}

describe('An edition of the catalogue', () => {
  let server: TestServer;
  let catalogues: Catalogues;
  const shipped = filesOf(currentEdition);

  beforeAll(async () => {
    server = await TestServer.start();
    catalogues = server.app.get(Catalogues);
  });
  afterAll(() => server.stop());

  const events = () =>
    server.read((manager) =>
      manager.find(EventRow, {
        where: { logId: 'installation', object: `catalogue:${currentEdition}` },
        order: { seq: 'ASC' },
      }),
    );

  it('is loaded once, with its checksum in the log', async () => {
    await catalogues.start();
    const [loaded, ...more] = await events();
    expect([loaded?.action, more.length]).toEqual(['catalogue.loaded', 0]);
    const { data, rows } = JSON.parse(loaded?.body ?? '{}') as { data: { terms: number }; rows: unknown[][] };
    const key = { edition: currentEdition };
    const checksum = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
    expect(rows[0]).toEqual(['catalogue_edition', 'insert', key, expect.objectContaining({ checksum })]);
    expect(rows).toHaveLength(1 + data.terms);
  });

  it('is refused when its files were changed in place, in one line', async () => {
    const [first, ...rest] = shipped.items as { name: string }[];
    const changed = { ...shipped, items: [{ ...first, name: 'Something else' }, ...rest] };
    const start = catalogues.start([changed]);
    await expect(start).rejects.toThrow(CatalogueError);
    await expect(start).rejects.toThrow(/^Catalogue edition \S+ is not the one .*new edition\.$/);
  });

  it('is the same however its JSON is laid out', async () => {
    const reversed = (thing: unknown) =>
      Object.fromEntries(Object.entries(thing as object).reverse()) as unknown;
    await catalogues.start([{ ...shipped, items: shipped.items.map(reversed) }]);
    expect(await events()).toHaveLength(1);
  });

  it('that was loaded before there were checksums gets its own at the next start', async () => {
    await server.write('installation', async ({ manager }) => {
      await manager.update(CatalogueEditionRow, { edition: currentEdition }, { checksum: null });
    });
    await catalogues.start();
    expect((await events()).map((event) => event.action)).toEqual(['catalogue.loaded', 'catalogue.sealed']);
  });

  it('from before items said how people call them takes that from a later one, and stays as it was published', async () => {
    const { item } = catalogues.index('2026.1');
    const { calls } = catalogues.index(currentEdition).item('esi-tf-cervical') ?? {};
    expect(item('esi-tf-cervical')).toMatchObject({ calls, highRisk: true });
    expect(item('scs-paddle')).toMatchObject({ usualRoles: ['observed', 'assisted'] });
    const row = await server.read((manager) =>
      manager.findOneByOrFail(CatalogueTermRow, { edition: '2026.1', kind: 'item', id: 'scs-paddle' }),
    );
    expect(row.body).toEqual(
      filesOf('2026.1').items.find((each) => (each as { id: string }).id === 'scs-paddle'),
    );
  });

  it('that is not valid is refused in one line', async () => {
    const broken = { ...shipped, edition: '2099.1', items: [{ id: 'nothing-else' }] };
    await expect(catalogues.start([broken])).rejects.toThrow(
      /^Catalogue edition 2099\.1 is not valid: .+\.$/,
    );
  });
});
