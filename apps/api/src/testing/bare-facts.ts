import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { SQLITE_FILE } from '../db/data-source';
import type { Settings } from '../platform/settings';

/** The rows that a director's page counts, asked of the driver and of nothing else. */
export interface BareFacts {
  readonly query: () => Promise<number>;
  close(): Promise<void>;
}

const line = [
  ...['entryId', 'number', 'position', 'fellowId', 'performedOn', 'simulation', 'supervisorId', 'siteId'],
  ...['setting', 'painCategory', 'itemId', 'groupId', 'kind', 'role', 'supervision', 'outcome', 'levels'],
  ...['techniques', 'choices', 'diagnosisGroup', 'diagnosisId', 'ageBand', 'region', 'guidance'],
].map((column) => `line.${column}`);

const ofShown = (part: string) =>
  `${part}.programId = entry.programId AND ${part}.entryId = entry.id AND ${part}.number = entry.shownNumber`;

/** Every fact of a program, with what was said about its version. */
const FACTS = [
  `SELECT ${line.join(', ')}, entry.state, entry.assignedId, sent.selfRated, sent.submittedAt,`,
  'approval.byId, approval.at, approval.corrections, rating.help, rating.scope FROM entry',
  `JOIN entry_procedure line ON ${ofShown('line')} JOIN entry_version sent ON ${ofShown('sent')}`,
  `LEFT JOIN decision approval ON ${ofShown('approval')} AND approval.slot = 'decision' AND approval.live = 1 AND approval.kind = 'approved'`,
  'LEFT JOIN rating ON rating.programId = approval.programId AND rating.decisionId = approval.id',
  'AND rating.position = line.position',
  "WHERE entry.programId = ? AND entry.state IN ('submitted', 'returned', 'approved', 'amended')",
].join(' ');

/** Opens the driver that the server uses. */
export async function bareFacts(
  { databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  programId: string,
): Promise<BareFacts> {
  if (databaseUrl === undefined) {
    const file = new Sqlite(join(dataDir, SQLITE_FILE));
    const statement = file.prepare(FACTS);
    return {
      query: () => Promise.resolve(statement.all(programId).length),
      close: () => Promise.resolve(void file.close()),
    };
  }
  const connection = await createConnection({ uri: databaseUrl, timezone: 'Z' });
  return {
    query: async () => ((await connection.execute(FACTS, [programId]))[0] as unknown[]).length,
    close: () => connection.end(),
  };
}
