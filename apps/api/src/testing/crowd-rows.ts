import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import { nameless } from '../db/context';
import type { Db } from '../db/db';
import { LogHeadRow } from '../db/event.row';
import { ownedTables } from '../db/owned-tables';
import { DecisionRow, EntryProcedureRow, EntryRow, EntryVersionRow, RatingRow } from '../entries/entry.row';
import type { SetUpProgram } from '../programs/set-up-program';
import type { Crowd, CrowdEntry } from './crowd';

/** Entries written by one statement for each table; SQLite takes 32,766 values. */
const CHUNK = 500;

const tables: readonly (readonly [EntityTarget<ObjectLiteral>, (one: CrowdEntry) => readonly object[]])[] = [
  [EntryRow, ({ entry }) => [entry]],
  [EntryVersionRow, ({ version }) => [version]],
  [EntryProcedureRow, ({ procedures }) => procedures],
  [DecisionRow, ({ decisions }) => decisions],
  [RatingRow, ({ ratings }) => ratings],
];

/** What crowds are written with. */
export interface CrowdWriter {
  readonly db: Db;
  readonly setUp: SetUpProgram;
  readonly catalogue: CatalogueIndex;
}

/** Sets a crowd's program up by the product's own command, and writes its entries straight into the tables. */
export async function writeCrowd({ db, setUp, catalogue }: CrowdWriter, crowd: Crowd): Promise<void> {
  await db.write(nameless('installation'), (tx) => setUp.run(tx, crowd.given, catalogue));
  let chunk: CrowdEntry[] = [];
  // The events of these rows are not made, so that nothing is recorded either.
  const flush = async (): Promise<void> => {
    await db.write(nameless('bench'), async ({ manager }) => {
      for (const [target, rowsOf] of tables) await insertMany(manager, target, chunk.flatMap(rowsOf));
    });
    chunk = [];
  };
  for (const one of crowd.entries()) if (chunk.push(one) === CHUNK) await flush();
  if (chunk.length > 0) await flush();
}

/** Writes rows with as few statements as the values allow, converted as TypeORM does. */
async function insertMany(
  manager: EntityManager,
  target: EntityTarget<ObjectLiteral>,
  list: readonly object[],
): Promise<void> {
  const { driver } = manager.connection;
  const { columns, tablePath } = manager.connection.getMetadata(target);
  const most = Math.floor(30_000 / columns.length);
  const names = columns.map(({ databaseName }) => driver.escape(databaseName)).join(', ');
  const marks = `(${columns.map(() => '?').join(', ')})`;
  for (let start = 0; start < list.length; start += most) {
    const some = list.slice(start, start + most);
    const values = some.flatMap((row) =>
      columns.map((one): unknown => driver.preparePersistentValue(one.getEntityValue(row), one)),
    );
    const into = `INSERT INTO ${driver.escape(tablePath)} (${names}) VALUES ${some.map(() => marks).join(', ')}`;
    await manager.query(into, values);
  }
}

/**
 * Copies a program with all that belongs to it, under other ids of programs: the same people are in all of them. One
 * statement for each table and copy, so that a million entries take minutes.
 */
export async function copyProgram(db: Db, programId: string, copies: readonly string[]): Promise<void> {
  await db.write(nameless('bench'), async ({ manager }) => {
    const owned = ownedTables(manager, 'programId').toReversed();
    const filled: EntityMetadata[] = [];
    for (const target of owned)
      if (await manager.existsBy(target, { programId })) filled.push(manager.connection.getMetadata(target));
    const program = manager.connection.getMetadata('ProgramRow');
    const head = manager.connection.getMetadata(LogHeadRow);
    for (const copy of copies) {
      await copyRows(manager, program, 'id', [programId, copy]);
      for (const table of filled) await copyRows(manager, table, 'programId', [programId, copy]);
      await copyRows(manager, head, 'logId', [programId, copy]);
    }
  });
}

async function copyRows(
  manager: EntityManager,
  { columns, tablePath }: EntityMetadata,
  owner: string,
  [from, to]: readonly [from: string, to: string],
): Promise<void> {
  const quoted = (name: string): string => manager.connection.driver.escape(name);
  const names = columns.map(({ databaseName }) => quoted(databaseName));
  const picked = names.map((name) => (name === quoted(owner) ? '?' : name));
  const select = `SELECT ${picked.join(', ')} FROM ${quoted(tablePath)} WHERE ${quoted(owner)} = ?`;
  await manager.query(`INSERT INTO ${quoted(tablePath)} (${names.join(', ')}) ${select}`, [to, from]);
}
