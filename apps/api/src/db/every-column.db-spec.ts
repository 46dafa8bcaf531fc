import { DataSource, type EntityManager, type EntityMetadata, type ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { canonicalJson, Replay, SALT_BYTES, type LedgerEvent, type Tables } from '@countersign/domain/ledger';
import { signatureJson } from '@countersign/domain/signing';
import type { EntryView } from '@countersign/contracts/entries/views';
import { EntryProcedureRow, EntryVersionRow } from '../entries/entry.row';
import { Recount } from '../entries/recount';
import { Reading, nameless } from './context';
import { signatureDifferences } from '../ledger/signature-differences';
import { SignatureRow, SigningDocumentRow } from '../signatures/signature.row';
import { programUnderTest } from '../testing/program-under-test';
import { dialect } from '../testing/test-database';
import { entryBody, tfesi } from '../testing/test-program';
import { eventsOf } from './check-log';
import { appendEvents } from './event-log';
import { leftOutOfLogs, loggedTable, ruleOf } from './logged';
import { tablesOfLog } from './logged-tables';
import { insertOf, INSTALLATION } from './row-changes';
import { rowDifferences, type RowDifference } from './row-differences';
import { digestOf } from './salt';

/** Columns that no log holds, because they may be lost. Whoever adds one says so here. */
const volatile = [
  'board_link.lastSeenAt',
  'credential.failures',
  'credential.untold',
  'credential.usedStep',
  'passkey.challengeAt',
  'passkey.counter',
  'passkey.lastUsedAt',
  'session.seenAt',
];

type Raw = Record<string, unknown>;

/** One column of one row, to be changed past the product. */
interface Place {
  readonly metadata: EntityMetadata;
  readonly column: ColumnMetadata;
  readonly logId: string;
}

describe('Every column of every table', () => {
  const here = programUnderTest('columns', 'fellow', 'supervisor', 'director');

  beforeAll(async () => {
    const path = `/programs/${here.program.id}/entries`;
    const aborted = tfesi({ outcome: 'aborted', abortedReason: 'No access.' });
    const body = entryBody(here.program, { reflection: 'Next time slower.', procedures: [aborted] });
    await here.fellow.post<EntryView>(path, { body });
    await here.supervisor.post(`${path}/${body.id}/approval`, {
      revision: 1,
      body: { help: 2, nextTime: 3, keepDoing: 'Calm.', nextTimeText: 'Plan the entry point.' },
    });
    await here.director.post(`${path}/${body.id}/redactions`, {
      body: { number: 1, pointer: '/content/reflection', reason: 'Not wanted.' },
    });
  });

  it('is held against the log when it is changed in SQL, and the change is named', async () => {
    const source = here.server.app.get(DataSource);
    const missed: string[] = [];
    const seen = { columns: 0, volatile: new Set<string>() };
    await pastTheProduct(source, async (manager) => {
      const logs = [INSTALLATION, here.program.id];
      await fill(manager, here.program.id);
      const expected = new Map<string, Tables>();
      for (const logId of logs) {
        expected.set(logId, await replayed(manager, logId));
        expect(await rowDifferences(manager, logId, expected.get(logId) ?? new Map())).toEqual([]);
        expect(await signatureDifferences(manager, logId)).toEqual([]);
      }
      for (const { metadata, column, logId } of placesIn(manager, logs)) {
        const name = `${metadata.tableName}.${column.databaseName}`;
        const found = await whileChanged(manager, { metadata, column, logId }, async () => [
          ...(await rowDifferences(manager, logId, expected.get(logId) ?? new Map(), metadata.tableName)),
          ...(await signatureDifferences(manager, logId)),
        ]);
        seen.columns += 1;
        const how = ruleOf(metadata)?.[column.propertyName];
        if (how === 'volatile') {
          seen.volatile.add(name);
          expect(found).toEqual([]);
        } else if (how !== 'derived' && !isNamed(found, metadata, column)) missed.push(name);
      }
    });
    expect(missed).toEqual([]);
    expect([...seen.volatile].sort()).toEqual(volatile);
    expect(seen.columns).toBeGreaterThan(120);
  }, 300_000);

  it('that follows from a content is held against the content', async () => {
    const source = here.server.app.get(DataSource);
    const logId = here.program.id;
    const missed: string[] = [];
    await pastTheProduct(source, async (manager) => {
      const view = new Reading(manager, nameless('test'), 0);
      const derived = [EntryProcedureRow, EntryVersionRow].map((row) => manager.connection.getMetadata(row));
      for (const metadata of derived)
        for (const column of metadata.columns) {
          const isDerived =
            metadata.target === EntryProcedureRow || ruleOf(metadata)?.[column.propertyName] === 'derived';
          if (!isDerived) continue;
          const found = await whileChanged(manager, { metadata, column, logId }, () =>
            here.server.app
              .get(Recount)
              .compare(view, logId)
              .then(({ differences }) => differences),
          );
          // A row that is another program's now is missed in this one.
          const isThere = column.isPrimary ? found.length > 0 : isNamed(found, metadata, column);
          if (!isThere) missed.push(`${metadata.tableName}.${column.databaseName}`);
        }
    });
    expect(missed).toEqual([]);
  }, 120_000);

  it('that is left out is named by the command', () => {
    const left = leftOutOfLogs(here.server.app.get(DataSource).entityMetadatas);
    for (const name of volatile) expect(left).toContain(`${name} (volatile)`);
    expect(left.filter((line) => line.endsWith('(volatile)'))).toHaveLength(volatile.length);
  });
});

/** Whether one of these tells of a change of a column: by its name, by its row for a key, by its commitment for words. */
function isNamed(found: readonly RowDifference[], metadata: EntityMetadata, column: ColumnMetadata): boolean {
  const rules = ruleOf(metadata) ?? {};
  const sealed = Object.keys(rules).filter((property) => rules[property] === 'sealed');
  return found.some(({ table, column: named }) => {
    if (table !== metadata.tableName) return false;
    if (column.isPrimary) return named === null || named === 'body, salt';
    if (rules[column.propertyName] !== 'apart') return named === column.databaseName;
    return (
      named === 'body, salt' || named === column.databaseName || (named !== null && sealed.includes(named))
    );
  });
}

/** One row of each table of these logs, column by column. */
function placesIn(manager: EntityManager, logs: readonly string[]): readonly Place[] {
  return logs.flatMap((logId) =>
    tablesOfLog(manager, logId).flatMap(({ metadata }) =>
      metadata.columns.map((column) => ({ metadata, column, logId })),
    ),
  );
}

/** Does harm in a transaction that is taken back, with no foreign key in the way, as a program of an administrator has. */
async function pastTheProduct(
  source: DataSource,
  work: (manager: EntityManager) => Promise<void>,
): Promise<void> {
  const isSqlite = dialect === 'sqlite';
  if (isSqlite) await source.query('PRAGMA foreign_keys = OFF');
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  await runner.query(isSqlite ? 'PRAGMA ignore_check_constraints = ON' : 'SET FOREIGN_KEY_CHECKS = 0');
  try {
    await work(runner.manager);
  } finally {
    await runner.rollbackTransaction();
    await runner.query(isSqlite ? 'PRAGMA ignore_check_constraints = OFF' : 'SET FOREIGN_KEY_CHECKS = 1');
    if (isSqlite) await runner.query('PRAGMA foreign_keys = ON');
    await runner.release();
  }
}

/** Puts a row into every table that has none yet, with its event, so that no column is left out. */
async function fill(manager: EntityManager, programId: string): Promise<void> {
  for (const logId of [INSTALLATION, programId])
    for (const { metadata, table, where } of tablesOfLog(manager, logId)) {
      if ((await manager.countBy(metadata.target, where)) > 0) continue;
      const row: ObjectLiteral = Object.fromEntries(
        metadata.columns.map((column) => [column.propertyName, someValue(column)]),
      );
      Object.assign(row, where);
      Object.assign(row, digestsOf(metadata, row));
      await manager.insert(metadata.target, row);
      const stored = await manager.findOneOrFail<ObjectLiteral>(metadata.target, { where });
      const { change } = insertOf(table, stored);
      const event = { action: 'test.filled', object: `test:${table.name}`, data: {}, rows: [change] };
      await appendEvents(manager, logId, { writing: { actorId: 'test', at: 0 }, events: [event] });
    }
}

/** What a signed thing is bound by follows from it, so that only what is changed later differs. */
function digestsOf(metadata: EntityMetadata, row: ObjectLiteral): ObjectLiteral {
  const { target } = metadata;
  if (target === SigningDocumentRow) return { digest: digestOf(String(row['bytes'])) };
  if (target !== SignatureRow)
    return Object.fromEntries(
      (loggedTable(metadata)?.digested ?? []).map(({ property }) => [
        `${property}Digest` in row ? `${property}Digest` : 'digest',
        digestOf(String(row[property])),
      ]),
    );
  const documentDigest = digestOf('bytes');
  const record = { ...(row as SignatureRow), documentDigest };
  return { documentDigest, digest: digestOf(canonicalJson(signatureJson(record))) };
}

/** A value of a column, unlike those of the others: some must differ. */
function someValue({ type, length, transformer, propertyName }: ColumnMetadata): unknown {
  if (type === 'integer') return 1;
  if (type === 'boolean') return true;
  if (type === 'datetime') return 1_780_000_000_000;
  if (type === 'text' && transformer) return {};
  if (propertyName === 'salt') return '00'.repeat(SALT_BYTES);
  return propertyName.slice(0, Number(length || 6));
}

async function replayed(manager: EntityManager, logId: string): Promise<Tables> {
  const replay = new Replay();
  for await (const { body } of eventsOf(manager, logId)) replay.apply(JSON.parse(body ?? '') as LedgerEvent);
  return replay.tables;
}

/** Changes one column of the first row, looks, and changes it back. */
async function whileChanged<T>(
  manager: EntityManager,
  { metadata, column, logId }: Place,
  look: () => Promise<T>,
): Promise<T> {
  const { driver } = manager.connection;
  const escaped = (name: string) => driver.escape(name);
  const [table, name] = [escaped(metadata.tableName), escaped(column.databaseName)];
  const logged = loggedTable(metadata);
  const owner = logged ? logged.owner : 'programId';
  const condition = owner === undefined ? '' : ` WHERE ${escaped(owner)} = ?`;
  const [row] = await manager.query<Raw[]>(
    `SELECT * FROM ${table}${condition} LIMIT 1`,
    owner === undefined ? [] : [logId],
  );
  if (!row) throw new Error(`${metadata.tableName} has no row`);
  const changed = { ...row, [column.databaseName]: otherValue(column, row[column.databaseName]) };
  const keys = metadata.primaryColumns.map(({ databaseName }) => databaseName);
  const where = keys.map((key) => `${escaped(key)} = ?`).join(' AND ');
  const set = (value: unknown, at: Raw) =>
    manager.query(`UPDATE ${table} SET ${name} = ? WHERE ${where}`, [value, ...keys.map((key) => at[key])]);
  await set(changed[column.databaseName], row);
  try {
    return await look();
  } finally {
    await set(row[column.databaseName], changed);
  }
}

/** Another value that the column's constraints take. */
function otherValue({ type, length }: ColumnMetadata, value: unknown): unknown {
  if (type === 'integer') return value === 1 ? 2 : 1;
  if (type === 'boolean') return Number(value) === 1 ? 0 : 1;
  if (type === 'datetime') return '2020-01-01 00:00:00.000';
  if (type === 'text') return '{"changed":1}';
  if (typeof value !== 'string' || value === '') return 'x';
  return value.length < Number(length)
    ? `${value}x`
    : `${value.slice(0, -1)}${value.endsWith('x') ? 'y' : 'x'}`;
}
