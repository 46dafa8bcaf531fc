import { Inject, Injectable } from '@nestjs/common';
import {
  indexCatalogue,
  parseCatalogue,
  type Catalogue,
  type CatalogueIndex,
} from '@countersign/domain/catalogue';
import { Db } from '../db/db';
import { Clock } from '../platform/clock';
import { CatalogueEditionRow, CatalogueTermRow } from './catalogue.row';
import { editions, type EditionFiles } from './editions/editions';

type TermKind = CatalogueTermRow['kind'];

/** Editions of the catalogue: loaded once into the database, validated item by item, then read from there. */
@Injectable()
export class Catalogues {
  private readonly indexes = new Map<string, CatalogueIndex>();

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Loads every shipped edition that the database does not hold yet, and keeps all editions in memory: they never change. */
  async start(): Promise<void> {
    for (const files of editions) await this.load(files);
    const held = await this.db.read((manager) => manager.find(CatalogueEditionRow));
    for (const { edition } of held) this.indexes.set(edition, indexCatalogue(await this.read(edition)));
  }

  /** An edition with its look-ups. */
  index(edition: string): CatalogueIndex {
    const index = this.indexes.get(edition);
    if (!index) throw new Error(`the database has no catalogue edition ${edition}`);
    return index;
  }

  private async load(files: EditionFiles): Promise<void> {
    const parsed = parseCatalogue(files);
    if (!parsed.ok) {
      const lines = parsed.errors.map(({ path, message }) => `${path}: ${message}`);
      throw new Error(`Catalogue edition ${files.edition} is not valid:\n${lines.join('\n')}`);
    }
    await this.db.write('installation', async (tx) => {
      if (await tx.manager.existsBy(CatalogueEditionRow, { edition: files.edition })) return;
      await tx.manager.insert(CatalogueEditionRow, { edition: files.edition, loadedAt: this.clock.now() });
      const terms = termsOf(parsed.catalogue);
      for (let start = 0; start < terms.length; start += 100) {
        await tx.manager.insert(CatalogueTermRow, terms.slice(start, start + 100));
      }
      tx.record({
        log: 'installation',
        action: 'catalogue.loaded',
        object: `catalogue:${files.edition}`,
        data: { terms: terms.length },
      });
    });
  }

  private async read(edition: string): Promise<Catalogue> {
    const rows = await this.db.read((manager) =>
      manager.find(CatalogueTermRow, { where: { edition }, order: { kind: 'ASC', position: 'ASC' } }),
    );
    const bodies = (kind: TermKind) => rows.filter((row) => row.kind === kind).map((row) => row.body);
    const parsed = parseCatalogue({
      edition,
      groups: bodies('group'),
      items: bodies('item'),
      complications: bodies('complication'),
      diagnoses: bodies('diagnosis'),
    });
    if (!parsed.ok)
      throw new Error(`Catalogue edition ${edition} in the database is damaged: ${parsed.errors[0]?.path}`);
    return parsed.catalogue;
  }
}

function termsOf(catalogue: Catalogue): CatalogueTermRow[] {
  const rows = (kind: TermKind, things: readonly { readonly id: string }[]): CatalogueTermRow[] =>
    things.map((body, position) => ({ edition: catalogue.edition, kind, id: body.id, position, body }));
  return [
    ...rows('group', catalogue.groups),
    ...rows('item', catalogue.items),
    ...rows('complication', catalogue.complications),
    ...rows('diagnosis', catalogue.diagnoses),
  ];
}
