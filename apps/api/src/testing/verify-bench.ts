import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import {
  chainHash,
  eventBytes,
  firstChainHash,
  leafHash,
  verifyLog,
  type EventV2,
} from '@countersign/domain/ledger';
import { checkLog, eventsOf } from '../db/check-log';
import { SQLITE_FILE } from '../db/data-source';
import { LogHeadRow } from '../db/event.row';
import { openDatabase, openToRead } from '../db/open-database';
import { sha256 } from '../db/salt';
import { inTransaction } from '../db/transaction';
import { rows } from '../rows';

const LOG = 'log-one';
/** Live memory is looked at after each so many events. */
const LOOK_EVERY = 50_000;
const MB = 1_048_576;

/** As long as an ordinary event of the demo year. */
const WORDS = 'The entry point was planned on the scout image and reached at the first pass. '.repeat(4);

/** The statements of better-sqlite3 that the making of a long log needs. */
interface Driver {
  prepare(sql: string): { run(...values: unknown[]): unknown };
  exec(sql: string): unknown;
}

/** Writes a log of so many events straight into the file, each hashed as the product does. */
async function makeLog(source: DataSource, events: number): Promise<void> {
  const driver = (source.driver as unknown as { databaseConnection: Driver }).databaseConnection;
  driver.exec('PRAGMA synchronous = OFF');
  driver.exec('BEGIN');
  const insert = driver.prepare(
    'INSERT INTO event (logId, seq, at, actorId, action, object, body, leaf, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  let chain = firstChainHash(LOG, sha256);
  for (let seq = 1; seq <= events; seq += 1) {
    const event = eventAt(seq);
    const leaf = leafHash(event, sha256);
    chain = chainHash(chain, leaf, sha256);
    const { at, actor, action, object } = event;
    const stored = at.replace('T', ' ').replace('Z', '');
    insert.run(LOG, seq, stored, actor, action, object, textOf(event), hex(leaf), hex(chain));
  }
  driver.exec('COMMIT');
  await source.manager.insert(LogHeadRow, { logId: LOG, seq: events, chain: hex(chain), epochSeq: 1 });
}

function eventAt(seq: number): EventV2 {
  const at = new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString();
  const common = { v: 2, seq, at, actor: '0192f0a0-0000-7000-8000-00000000000a' } as const;
  if (seq === 1)
    return { ...common, action: 'epoch.began', object: `log:${LOG}`, data: { after: 0, rows: 0 }, rows: [] };
  // One row that changes again and again: the replay holds what stands today, and that is one row.
  const set = { number: seq, text: WORDS, state: seq % 2 === 0 ? 'submitted' : 'approved' };
  const act = seq === 2 ? 'insert' : 'change';
  return {
    ...{ ...common, action: 'entry.edited', object: 'entry:0192f0a0-0000-7000-8000-00000000000b', data: {} },
    rows: [['bench', act, { id: 'one' }, set]],
  };
}

/** What a walk over the log took. */
interface Walk {
  readonly ms: number;
  /** Live memory before, and how much more there was at most. */
  readonly heap: { readonly before: number; readonly growth: number };
}

/** Walks chain and tree, and looks at live memory on the way. */
async function walk(manager: EntityManager, events: number): Promise<Walk> {
  const live = (): number => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const before = live();
  let most = before;
  let looking = 0;
  const started = performance.now();
  const read = ({ seq }: { seq: number }): void => {
    if (seq % LOOK_EVERY !== 0) return;
    const at = performance.now();
    most = Math.max(most, live());
    looking += performance.now() - at;
  };
  const head = (await manager.findOneBy(LogHeadRow, { logId: LOG })) ?? undefined;
  const log = { logId: LOG, events: eventsOf(manager, LOG, read), keys: [], ...(head ? { head } : {}) };
  const report = await verifyLog(log, { sha256, verify: () => false });
  const ms = performance.now() - started - looking;
  if (report.size !== events || report.findingCount > 0) throw new Error(JSON.stringify(report.findings[0]));
  return { ms, heap: { before, growth: most - before } };
}

/** Milliseconds of the hashes alone: leaf, chain and one node of the tree for each event, over texts already in memory. */
function bareHashes(events: number): number {
  const texts = Array.from({ length: 1000 }, (_, nth) => eventBytes(eventAt(nth + 2)));
  const digest = (...parts: readonly Uint8Array[]): Buffer => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest();
  };
  let chain: Uint8Array = new Uint8Array(32);
  const started = performance.now();
  for (let nth = 0; nth < events; nth += 1) {
    const leaf = digest(Uint8Array.of(0), texts[nth % texts.length] ?? chain);
    chain = digest(Uint8Array.of(2), chain, leaf);
    digest(Uint8Array.of(1), leaf, chain);
  }
  return performance.now() - started;
}

const textOf = (event: EventV2): string => new TextDecoder().decode(eventBytes(event));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const rate = (events: number, ms: number): string => `${(events / ms).toFixed(1)} events a ms`;

/** Makes a log in a scratch file, verifies it, and prints what that cost beside the hashes alone. */
async function benchVerify(events: number): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const settings = { dataDir, databaseUrl: undefined, production: false };
  try {
    const made = await openDatabase(settings, rows);
    await makeLog(made.source, events);
    await made.close();
    const opened = await openToRead(settings, rows);
    const size = statSync(join(dataDir, SQLITE_FILE)).size;
    say(`${events} events in a file of ${Math.round(size / MB)} MB`);
    const bare = bareHashes(events);
    say(`hashes alone: ${(bare / 1000).toFixed(1)} s, ${rate(events, bare)}`);
    const { ms, heap } = await inTransaction(opened.source, 'read', (manager) => walk(manager, events));
    say(
      `chain and tree: ${(ms / 1000).toFixed(1)} s, ${rate(events, ms)}, ${(ms / bare).toFixed(1)} × the hashes`,
    );
    say(
      `live memory: ${(heap.before / MB).toFixed(1)} MB before, at most ${(heap.growth / MB).toFixed(1)} MB more`,
    );
    const started = performance.now();
    const { report } = await inTransaction(opened.source, 'read', (manager) => checkLog(manager, LOG));
    const whole = performance.now() - started;
    say(
      `with replay and tables: ${(whole / 1000).toFixed(1)} s, ${(whole / bare).toFixed(1)} × the hashes, ${report.findingCount} findings`,
    );
    await opened.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

void benchVerify(Number(process.argv[2] ?? 1_000_000));
