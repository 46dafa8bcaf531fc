import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Catalogues } from '../catalogue/catalogues';
import type { Reading, Tx } from '../db/context';
import { EntryProcedureRow, EntryRow, EntryVersionRow } from './entry.row';
import { procedureFacts, versionFacts } from './procedure-facts';

/** A version by its key. */
export type VersionKey = Pick<EntryVersionRow, 'programId' | 'entryId' | 'number'>;

/** What a recount found. */
export interface Recounted {
  /** Versions that were looked at. */
  readonly versions: number;
  /** Those whose facts in columns were not the ones that their contents give. */
  readonly wrong: readonly VersionKey[];
}

/** Entries whose versions are looked at in one go. */
const CHUNK = 200;

/** Makes the facts of versions again from their contents: columns that are derived may be wrong, and never for long. */
@Injectable()
export class Recount {
  constructor(@Inject(Catalogues) private readonly catalogues: Catalogues) {}

  /** Compares the facts of every version of a program with its content. */
  async compare(view: Reading, programId: string): Promise<Recounted> {
    const entries = await view.manager.find(EntryRow, {
      select: { id: true, fellowId: true },
      where: { programId },
      order: { id: 'ASC' },
    });
    let versions = 0;
    const wrong: VersionKey[] = [];
    for (let start = 0; start < entries.length; start += CHUNK) {
      const fellowOf = new Map(
        entries.slice(start, start + CHUNK).map(({ id, fellowId }) => [id, fellowId] as const),
      );
      const found = await this.compareSome(view, programId, fellowOf);
      versions += found.versions;
      wrong.push(...found.wrong);
    }
    return { versions, wrong };
  }

  /** Writes the facts of these versions of a program anew; the event tells whoever keeps facts in memory. */
  async mend(tx: Tx, ofProgram: string, keys: readonly VersionKey[]): Promise<void> {
    for (const { programId, entryId, number } of keys) {
      const key = { programId, entryId, number };
      const { fellowId } = await tx.manager.findOneByOrFail(EntryRow, { programId, id: entryId });
      const version = await tx.manager.findOneByOrFail(EntryVersionRow, key);
      const catalogue = this.catalogues.index(version.edition);
      await tx.update(EntryVersionRow, key, versionFacts(version.content, catalogue));
      await tx.remove(EntryProcedureRow, key);
      await tx.insert(EntryProcedureRow, procedureFacts({ ...version, fellowId }, catalogue));
    }
    tx.record('facts.recounted', { id: ofProgram, programId: ofProgram }, { versions: keys.length });
  }

  private async compareSome(
    view: Reading,
    programId: string,
    fellowOf: ReadonlyMap<string, string>,
  ): Promise<Recounted> {
    const where = { programId, entryId: In([...fellowOf.keys()]) };
    const versions = await view.manager.findBy(EntryVersionRow, where);
    const rows = await view.manager.find(EntryProcedureRow, { where, order: { position: 'ASC' } });
    const wrong = versions.filter((version) => {
      const catalogue = this.catalogues.index(version.edition);
      const fellowId = fellowOf.get(version.entryId) ?? '';
      const own = rows.filter((row) => row.entryId === version.entryId && row.number === version.number);
      const facts = procedureFacts({ ...version, fellowId }, catalogue);
      return (
        !says(version, versionFacts(version.content, catalogue)) ||
        own.length !== facts.length ||
        !facts.every((fact, position) => says(own[position], fact))
      );
    });
    return {
      versions: versions.length,
      wrong: wrong.map(({ entryId, number }) => ({ programId, entryId, number })),
    };
  }
}

/** Whether a row says exactly this; its other columns say what they like. */
function says<Row extends object>(row: Row | undefined, facts: Partial<Row>): boolean {
  return Object.entries(facts).every(([column, value]) => row?.[column as keyof Row] === value);
}
