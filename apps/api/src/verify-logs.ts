import type { INestApplication } from '@nestjs/common';
import type { LogFinding } from '@countersign/domain/ledger';
import { checkLog, type LogCheck } from './db/check-log';
import { nameless } from './db/context';
import { Db } from './db/db';
import { LogHeadRow } from './db/event.row';

/** Something is wrong with a log, as opposed to a command that could not run. */
const FOUND = 3;

/** So many lines are printed of what is wrong with one log. */
const MAX_LINES = 50;

/**
 * Verifies every log of the database, replays it, and compares what comes of it with the tables; prints what is wrong.
 * @returns 0 where all logs are as they were written, 3 otherwise
 */
export async function verifyLogs(app: INestApplication, print: (line: string) => void): Promise<number> {
  const db = app.get(Db);
  const reader = nameless('system');
  const heads = await db.read(reader, ({ manager }) => manager.find(LogHeadRow, { order: { logId: 'ASC' } }));
  let isWhole = true;
  for (const { logId } of heads) {
    const check = await db.read(reader, ({ manager }) => checkLog(manager, logId));
    const lines = [...check.report.findings.map(lineOf), ...check.differences];
    print(`Log ${logId}: ${summaryOf(check)}`);
    for (const line of lines.slice(0, MAX_LINES)) print(`  ${line}`);
    if (lines.length > MAX_LINES) print(`  … and ${lines.length - MAX_LINES} more.`);
    isWhole &&= lines.length === 0;
  }
  return isWhole ? 0 : FOUND;
}

function summaryOf({ report, differences }: LogCheck): string {
  const { size, chain, findingCount, redacted } = report;
  const wrong = findingCount + differences.length;
  const removed = redacted.length === 0 ? '' : `, ${redacted.length} of them redacted`;
  return `${size} events${removed}, ends with ${chain.slice(0, 16)}…; ${wrong === 0 ? 'as it was written' : `${wrong} findings`}.`;
}

/** A finding in one line. Without checkpoints every finding is about an event. */
function lineOf(finding: LogFinding): string {
  if (!('seq' in finding)) return finding.code;
  const { code, seq } = finding;
  switch (code) {
    case 'ledger/seq-gap':
      return `event ${seq}: missing or out of place (${code})`;
    case 'ledger/leaf-differs':
      return `event ${seq}: not what was hashed (${code})`;
    case 'ledger/chain-breaks':
      return `event ${seq}: does not follow the one before it (${code})`;
    case 'ledger/out-of-epoch':
      return `event ${seq}: of a version that has no place here (${code})`;
    case 'ledger/body-missing':
      return `event ${seq}: has no text, and no redaction says why (${code})`;
  }
}
