import type { EntityManager, ObjectLiteral } from 'typeorm';
import { MoreThan } from 'typeorm';
import {
  canonicalJson,
  Replay,
  verifyLog,
  type JsonObject,
  type LedgerEvent,
  type LogReport,
  type StoredEvent,
} from '@countersign/domain/ledger';
import { DomainError } from '@countersign/domain/refusal';
import { CheckpointRow } from './checkpoint.row';
import { EventRow, LogHeadRow } from './event.row';
import { tablesOfLog } from './logged-tables';
import { insertOf } from './row-changes';
import { idOfText, sha256 } from './salt';
import { TextRow } from './text.row';

/** Events read at a time. */
const PAGE = 1000;

/** What a log was found to be. */
export interface LogCheck {
  readonly report: LogReport;
  /** Rows that are not as the log says, one line each: somebody changed them past the log. */
  readonly differences: readonly string[];
}

/**
 * Verifies one log as `verifyLog` does, against the checkpoints that are kept with it, replays it, and compares what comes of it with every row of its tables. Volatile
 * columns and derived tables are left out, as each table declares.
 */
export async function checkLog(manager: EntityManager, logId: string): Promise<LogCheck> {
  const replay = new Replay();
  const differences: string[] = [];
  async function* events(): AsyncGenerator<StoredEvent> {
    for (let seq = 0; ;) {
      const page = await manager.find(EventRow, {
        where: { logId, seq: MoreThan(seq) },
        order: { seq: 'ASC' },
        take: PAGE,
      });
      for (const row of page) {
        apply(row);
        yield row;
      }
      seq = page.at(-1)?.seq ?? seq;
      if (page.length < PAGE) return;
    }
  }
  const apply = ({ body }: EventRow): void => {
    try {
      if (body !== null) replay.apply(JSON.parse(body) as LedgerEvent);
    } catch (error) {
      differences.push(error instanceof DomainError ? error.message : 'an event cannot be read');
    }
  };
  const head = await manager.findOneBy(LogHeadRow, { logId });
  const kept = await manager.find(CheckpointRow, { where: { logId }, order: { size: 'ASC' } });
  const keptHeads = kept.map(({ size, root }) => ({ size, root: Buffer.from(root, 'hex') }));
  const log = { logId, events: events(), keptHeads, keys: [], ...(head ? { head } : {}) };
  const report = await verifyLog(log, { sha256, verify: () => false });
  // Before its second epoch a log does not tell what is in the tables.
  if (head?.epochSeq) differences.push(...(await rowDifferences(manager, logId, replay)));
  return { report, differences };
}

async function rowDifferences(manager: EntityManager, logId: string, replay: Replay): Promise<string[]> {
  const wrong: string[] = [];
  for (const { metadata, table, where } of tablesOfLog(manager, logId)) {
    const expected = new Map(replay.tables.get(table.name));
    for (const row of await manager.findBy<ObjectLiteral>(metadata.target, where)) {
      const [, , key, set] = insertOf(table, row).change;
      const place = canonicalJson(key);
      const told = expected.get(place);
      expected.delete(place);
      wrong.push(...differing(`${table.name} ${place}`, told, { ...key, ...set }));
      if (metadata.target === TextRow && !isOfItsId(row as TextRow))
        wrong.push(`${table.name} ${place}: words`);
    }
    for (const place of expected.keys()) wrong.push(`${table.name} ${place}: is not there`);
  }
  return wrong;
}

function differing(place: string, told: JsonObject | undefined, found: JsonObject): string[] {
  if (!told) return [`${place}: is not in the log`];
  const names = new Set([...Object.keys(told), ...Object.keys(found)]);
  return [...names]
    .filter((name) => canonicalJson(told[name] ?? null) !== canonicalJson(found[name] ?? null))
    .map((name) => `${place}: ${name}`);
}

function isOfItsId({ id, salt, body }: TextRow): boolean {
  return body === null ? salt === null : salt !== null && idOfText(body, salt) === id;
}
