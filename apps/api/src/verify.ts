import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Receipt } from '@countersign/contracts/ledger/receipt';
import { canonicalJson } from '@countersign/domain/ledger';
import { Catalogues } from './catalogue/catalogues';
import type { Call } from './commands';
import { Reading } from './db/context';
import { Db } from './db/db';
import { leftOutOfLogs } from './db/logged';
import { openToRead } from './db/open-database';
import { valueDigest } from './db/row-differences';
import { inTransaction } from './db/transaction';
import { Recount } from './entries/recount';
import { receiptIn } from './ledger/receipt-file';
import { verification, type CompareDerived, type Verification, type Verified } from './ledger/verification';
import { linesOf } from './ledger/verification-lines';
import { Clock, Ids } from './platform/clock';
import { SettingsError } from './platform/settings';
import { rows } from './rows';

/** Ends the names of files in a folder of held checkpoints. */
const NOTE = '.note';

/**
 * The command: verifies every log against its hashes, its checkpoints, those that were held outside, and the tables. The
 * database is only read, in one state of it, beside whoever works on it.
 * @returns 0 where all is as it was written; else what is wrong, see `docs/operate.md`
 */
export async function verify({ settings, given, values, print }: Call): Promise<number> {
  const heldOutside = heldIn(values.get('--against'));
  const receipts = receiptsIn(values.get('--receipt'));
  const database = await openToRead(settings, rows);
  try {
    const only = values.get('--log') === 'all' ? undefined : values.get('--log');
    const found = await verifyAll(database.source, { only, heldOutside, receipts });
    if (only !== undefined && found.logs.length === 0)
      throw new SettingsError(`There is no log ${only}. Without --log all are verified, and named.`);
    const leftOut = leftOutOfLogs(database.source.entityMetadatas);
    if (given.has('--json')) print(JSON.stringify(asJson(found, leftOut)));
    else for (const line of linesOf(found, leftOut)) print(line);
    return found.code;
  } finally {
    await database.close();
  }
}

/** Verifies an open database in one state of it, against nothing that was held outside unless it is given. */
export function verifyAll(
  source: DataSource,
  against: Omit<Verified, 'derived'> = { only: undefined, heldOutside: [], receipts: [] },
): Promise<Verification> {
  return inTransaction(source, 'read', (manager) =>
    verification(manager, { ...against, derived: derivedFacts(source) }),
  );
}

/** Facts in columns that follow from the contents; where the catalogue cannot be read, that is what is told. */
function derivedFacts(source: DataSource): CompareDerived {
  const catalogues = new Catalogues(new Db(source, new Clock(), new Ids()));
  const recount = new Recount(catalogues);
  let isHeld = false;
  return async (view: Reading, programId) => {
    try {
      if (!isHeld) await catalogues.hold(view);
      isHeld = true;
      return (await recount.compare(view, programId)).differences;
    } catch (error) {
      const found = valueDigest(error instanceof Error ? error.message : String(error));
      return [
        {
          ...{ table: 'entry_procedure', key: canonicalJson({ programId }), column: 'every fact' },
          ...{ expected: null, found },
        },
      ];
    }
  };
}

/** Checkpoints in a file, or in the files of a folder. */
function heldIn(path: string | undefined): readonly string[] {
  if (path === undefined) return [];
  try {
    const files = statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => name.endsWith(NOTE))
          .map((name) => join(path, name))
      : [path];
    return files.map((file) => readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsError(`The checkpoints of --against cannot be read (${reason}).`);
  }
}

/** The receipt in a file. */
function receiptsIn(path: string | undefined): readonly Receipt[] {
  if (path === undefined) return [];
  const receipt = receiptIn(textIn(path));
  if (receipt) return [receipt];
  throw new SettingsError(`${path} is no receipt. One is downloaded from the steps of an entry.`);
}

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new SettingsError(
      `The receipt cannot be read (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
}

function asJson({ logs, ofNoLog, ofOtherLogs, code }: Verification, leftOut: readonly string[]): object {
  return {
    code,
    logs: logs.map(({ logId, report, differences, impossible, signatures, trust, ms, ...held }) => ({
      ...{ log: logId, size: report.size, root: report.root, chain: report.chain },
      ...{ findings: report.findings, findingCount: report.findingCount, redacted: report.redacted },
      ...{ differences, impossible, signatures, ms: Math.round(ms) },
      ...{ clockBack: held.clockBack, grownFrom: held.grownFrom, receipts: held.receipts },
      checkpoints: {
        kept: trust.checkpoints,
        unsigned: trust.unsigned,
        heldOutside: trust.heldOutside.length,
      },
    })),
    ...{ rowsOfNoLog: ofNoLog, heldOfNoLog: ofOtherLogs, notHeldAgainstTheLogs: leftOut },
    cannotBeFound: 'a log written anew, or cut, by who can sign, after the newest checkpoint held outside',
  };
}
