import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { lifeOf, type EntryLife } from '@countersign/domain/entry';
import { Catalogues } from '../catalogue/catalogues';
import type { Reading, Tx } from '../db/context';
import { difference, unlike, type FactKey } from '../db/derived-differences';
import type { RowDifference } from '../db/row-differences';
import { grouped } from '../platform/grouped';
import { DecisionRow, EntryProcedureRow, EntryRow, EntryVersionRow } from './entry.row';
import { procedureFacts, versionFacts } from './procedure-facts';
import { standingOf } from './standing';

/** A version by its key. */
export type VersionKey = Pick<EntryVersionRow, 'programId' | 'entryId' | 'number'>;

/** What a recount found. */
export interface Recounted {
  /** Versions that were looked at. */
  readonly versions: number;
  /** Those whose facts in columns were not the ones that their contents give. */
  readonly wrong: readonly VersionKey[];
  /** What is not as the contents give it, column by column. */
  readonly differences: readonly RowDifference[];
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
    let [versions, rows] = [0, 0];
    const wrong: VersionKey[] = [];
    const differences: RowDifference[] = [];
    for (let start = 0; start < entries.length; start += CHUNK) {
      const fellowOf = new Map(
        entries.slice(start, start + CHUNK).map(({ id, fellowId }) => [id, fellowId] as const),
      );
      const found = await this.compareSome(view, programId, fellowOf);
      versions += found.versions;
      rows += found.rows;
      wrong.push(...found.wrong);
      differences.push(...found.differences);
    }
    // Facts of a version that there is not belong to nobody; no constraint holds whoever writes past the product.
    const all = await view.manager.countBy(EntryProcedureRow, { programId });
    if (all !== rows)
      differences.push(
        difference('entry_procedure', { programId }, { column: null, expected: rows, found: all }),
      );
    return { versions, wrong, differences };
  }

  /** Where the columns that say where an entry stands are not what its versions and decisions give. */
  async compareStandings(view: Reading, programId: string): Promise<readonly RowDifference[]> {
    const entries = await view.manager.find(EntryRow, { where: { programId }, order: { id: 'ASC' } });
    const differences: RowDifference[] = [];
    for (let start = 0; start < entries.length; start += CHUNK) {
      const some = entries.slice(start, start + CHUNK);
      const where = { programId, entryId: In(some.map(({ id }) => id)) };
      const versions = grouped(await view.manager.findBy(EntryVersionRow, where), (one) => one.entryId);
      const approvals = grouped(
        await view.manager.findBy(DecisionRow, { ...where, live: 1, kind: 'approved' }),
        (one) => one.entryId,
      );
      for (const row of some) {
        const approved = (approvals.get(row.id) ?? []).map(({ number }) => number);
        const counted = approved.length === 0 ? null : Math.max(...approved);
        const own = versions.get(row.id) ?? [];
        const expected = standingAgain({ ...lifeOf(row, []), approvedNumber: counted }, own);
        differences.push(...unlike('entry', { programId, entryId: row.id }, row, expected));
      }
    }
    return differences;
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
  ): Promise<Recounted & { readonly rows: number }> {
    const where = { programId, entryId: In([...fellowOf.keys()]) };
    const versions = await view.manager.findBy(EntryVersionRow, where);
    const rows = await view.manager.find(EntryProcedureRow, { where, order: { position: 'ASC' } });
    const ofVersion = grouped(rows, ({ entryId, number }) => `${entryId} ${number}`);
    const wrong: VersionKey[] = [];
    const differences: RowDifference[] = [];
    let known = 0;
    for (const version of versions) {
      const { entryId, number } = version;
      const key = { programId, entryId, number };
      const catalogue = this.catalogues.index(version.edition);
      const own = ofVersion.get(`${entryId} ${number}`) ?? [];
      known += own.length;
      const facts = procedureFacts({ ...version, fellowId: fellowOf.get(entryId) ?? '' }, catalogue);
      const found = [
        ...unlike('entry_version', key, version, versionFacts(version.content, catalogue)),
        ...own.slice(facts.length).flatMap((row) => unlike('entry_procedure', keyOf(row), row, undefined)),
        ...facts.flatMap((fact, nth) => unlike('entry_procedure', keyOf(fact), own[nth], fact)),
      ];
      if (found.length > 0) wrong.push(key);
      differences.push(...found);
    }
    return { versions: versions.length, rows: known, wrong, differences };
  }
}

/** A void entry counts no more and stands where it stood before, of which only the version that others see is left. */
function standingAgain(life: EntryLife, versions: readonly EntryVersionRow[]): Partial<EntryRow> {
  const { approvedNumber, state } = life;
  const standing = standingOf(life, versions);
  return state === 'void'
    ? { approvedNumber: null, shownNumber: standing.shownNumber }
    : { approvedNumber, ...standing };
}

function keyOf({ programId, entryId, number, position }: EntryProcedureRow): FactKey {
  return { programId, entryId, number, position };
}
