import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  indexCatalogue,
  parseCatalogue,
  type Catalogue,
  type CatalogueIndex,
} from '@countersign/domain/catalogue';
import { canonicalBytes, type JsonValue } from '@countersign/domain/ledger';
import { nameless, type Reading, type Tx } from '../db/context';
import { Db } from '../db/db';
import { CatalogueEditionRow, CatalogueTermRow } from './catalogue.row';
import { completedBy, editions, type EditionFiles } from './editions/editions';

type TermKind = CatalogueTermRow['kind'];

const INSTALLATION = nameless('installation');

/** A catalogue cannot be used; the message is one plain line. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
}

/** An edition as the server holds it in memory. */
interface HeldEdition {
  readonly index: CatalogueIndex;
  /** Changes with whatever a reader would see. */
  readonly tag: string;
}

/** Editions of the catalogue: loaded once into the database, validated item by item, then read from there. */
@Injectable()
export class Catalogues {
  private readonly held = new Map<string, HeldEdition>();

  constructor(@Inject(Db) private readonly db: Db) {}

  /**
   * Loads every shipped edition that the database does not hold yet, and keeps all editions in memory: they never change.
   * @throws CatalogueError when a shipped edition is not valid or is not what was once loaded under its name.
   */
  async start(shipped: readonly EditionFiles[] = editions): Promise<void> {
    for (const files of shipped) await this.load(files);
    await this.db.read(INSTALLATION, (view) => this.hold(view));
  }

  /** Keeps every edition in memory that the database has, and loads none. */
  async hold(view: Reading): Promise<void> {
    for (const { edition } of await view.manager.find(CatalogueEditionRow)) {
      const catalogue = await this.read(view, edition);
      this.held.set(edition, { index: indexCatalogue(catalogue), tag: checksumOf(catalogue).slice(0, 32) });
    }
  }

  /** An edition with its look-ups. */
  index(edition: string): CatalogueIndex {
    return this.edition(edition).index;
  }

  /** The entity tag of an edition. */
  tag(edition: string): string {
    return this.edition(edition).tag;
  }

  private edition(edition: string): HeldEdition {
    const held = this.held.get(edition);
    if (!held) throw new Error(`the database has no catalogue edition ${edition}`);
    return held;
  }

  private async load(files: EditionFiles): Promise<void> {
    const { edition } = files;
    const parsed = parseCatalogue(files);
    if (!parsed.ok) {
      const [{ path, message } = { path: '', message: '' }, ...more] = parsed.errors;
      const rest = more.length === 0 ? '' : `, and ${more.length} more`;
      throw new CatalogueError(`Catalogue edition ${edition} is not valid: ${path}: ${message}${rest}.`);
    }
    const checksum = checksumOf(files);
    await this.db.write(INSTALLATION, async (tx) => {
      const before = await tx.manager.findOneBy(CatalogueEditionRow, { edition });
      if (!before) return this.insert(tx, files, checksum);
      if (before.checksum === checksum) return;
      if (before.checksum !== null)
        throw new CatalogueError(
          `Catalogue edition ${edition} is not the one that this database was loaded with. A published edition never changes: bring the files back and publish the change as a new edition.`,
        );
      await tx.update(CatalogueEditionRow, { edition }, { checksum });
      tx.record('catalogue.sealed', { id: edition }, {});
    });
  }

  /** Keeps a valid edition as it was published, so that what it leaves unsaid stays unsaid. */
  private async insert(tx: Tx, files: EditionFiles, checksum: string): Promise<void> {
    const { edition } = files;
    await tx.insert(CatalogueEditionRow, { edition, loadedAt: tx.now, checksum });
    const terms = termsOf(files);
    for (let start = 0; start < terms.length; start += 100)
      await tx.insert(CatalogueTermRow, terms.slice(start, start + 100));
    tx.record('catalogue.loaded', { id: edition }, { terms: terms.length });
  }

  /** An edition, completed by what a later one says of the same items. */
  private async read(view: Reading, edition: string): Promise<Catalogue> {
    const later = completedBy[edition];
    const elsewhere = later === undefined ? undefined : await this.read(view, later);
    const rows = await view.manager.find(CatalogueTermRow, {
      where: { edition },
      order: { kind: 'ASC', position: 'ASC' },
    });
    const bodies = (kind: TermKind) => rows.filter((row) => row.kind === kind).map((row) => row.body);
    const words = bodies('word');
    const stored: EditionFiles = {
      edition,
      groups: bodies('group'),
      items: bodies('item'),
      complications: bodies('complication'),
      diagnoses: bodies('diagnosis'),
      ...(words.length === 0 ? {} : { words }),
    };
    const parsed = parseCatalogue(stored, elsewhere);
    if (!parsed.ok)
      throw new CatalogueError(
        `Catalogue edition ${edition} in the database is damaged at ${parsed.errors[0]?.path}. Restore the newest backup.`,
      );
    return parsed.catalogue;
  }
}

/** SHA-256 of what the files or the catalogue say, however their JSON is laid out. */
function checksumOf(content: EditionFiles | Catalogue): string {
  const plain = JSON.parse(JSON.stringify(content)) as JsonValue;
  return createHash('sha256').update(canonicalBytes(plain)).digest('hex');
}

/** The rows of an edition that has been found valid: each of its things has an id. */
function termsOf(files: EditionFiles): CatalogueTermRow[] {
  const rows = (kind: TermKind, things: readonly unknown[]): CatalogueTermRow[] =>
    (things as readonly { readonly id: string }[]).map((body, position) => ({
      edition: files.edition,
      kind,
      id: body.id,
      position,
      body,
    }));
  return [
    ...rows('group', files.groups),
    ...rows('item', files.items),
    ...rows('complication', files.complications),
    ...rows('diagnosis', files.diagnoses),
    ...rows('word', files.words ?? []),
  ];
}
