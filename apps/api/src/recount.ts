import { Catalogues } from './catalogue/catalogues';
import type { Call } from './commands';
import { recountNumbers } from './competencies/recount-numbers';
import { nameless, Reading } from './db/context';
import { Db } from './db/db';
import { openToRead } from './db/open-database';
import type { RowDifference } from './db/row-differences';
import { inTransaction } from './db/transaction';
import { Recount } from './entries/recount';
import { differenceLine } from './ledger/verification-lines';
import { Clock, Ids } from './platform/clock';
import { ProgramRow } from './programs/program.row';
import { rows } from './rows';

/** What the rows are held against here. */
const ENTRIES = { place: 'the entries', says: 'the entries give' };

/**
 * The command: makes whatever is kept for counting again from contents, decisions and ratings, program by program, and
 * names each difference. The database is only read, in one state of it, beside whoever works on it.
 * @returns 0 where all is as it should be, else 1
 */
export async function recount({ settings, print }: Pick<Call, 'settings' | 'print'>): Promise<number> {
  const database = await openToRead(settings, rows);
  try {
    const clock = new Clock();
    const catalogues = new Catalogues(new Db(database.source, clock, new Ids()));
    const differing = await inTransaction(database.source, 'read', async (manager) => {
      const view = new Reading(manager, nameless('installation'), clock.now());
      await catalogues.hold(view);
      let total = 0;
      for (const { id, name } of await manager.find(ProgramRow, { order: { id: 'ASC' } })) {
        const found = await recounted(view, catalogues, id);
        total += found.differences.length;
        print(`${name}: ${found.line}`);
        for (const one of found.differences) print(`  ${differenceLine(one, ENTRIES)}`);
      }
      return total;
    });
    return differing === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

async function recounted(
  view: Reading,
  catalogues: Catalogues,
  programId: string,
): Promise<{ readonly line: string; readonly differences: readonly RowDifference[] }> {
  const columns = new Recount(catalogues);
  const { versions, differences: ofVersions } = await columns.compare(view, programId);
  const ofEntries = await columns.compareStandings(view, programId);
  const numbers = await recountNumbers(view, catalogues, programId);
  const differences = [...ofVersions, ...ofEntries, ...numbers.differences];
  const verdict =
    differences.length === 0 ? 'all is as the entries give it' : `${differences.length} differences`;
  return {
    line: `${versions} versions, ${numbers.facts} facts of ${numbers.fellows} fellows; ${verdict}.`,
    differences,
  };
}
