import type { EntityManager } from 'typeorm';
import type { Receipt } from '@countersign/contracts/ledger/receipt';
import type { LogFinding } from '@countersign/domain/ledger';
import { checkLog, type LogCheck } from '../db/check-log';
import { CheckpointRow } from '../db/checkpoint.row';
import { nameless, Reading } from '../db/context';
import { EventRow, LogHeadRow } from '../db/event.row';
import { INSTALLATION } from '../db/row-changes';
import { rowsOfNoLog, type RowDifference } from '../db/row-differences';
import { believed, trustOf, type KnownTrust } from './log-trust';
import { checkReceipt, type ReceiptedEvent } from './check-receipt';
import { logIdIn } from './origins';
import { signatureDifferences } from './signature-differences';
import { growthFrom, leavesOf, type Growth } from './tree-proofs';

/** What one log was found to be. */
export interface VerifiedLog extends LogCheck {
  readonly logId: string;
  /** Documents and signatures that do not hash to their digests. */
  readonly signatures: readonly RowDifference[];
  /** From which held checkpoints it grew, with the proofs. */
  readonly grownFrom: readonly Growth[];
  /** The events of receipts about it. */
  readonly receipts: readonly ReceiptedEvent[];
  readonly trust: Pick<KnownTrust, 'checkpoints' | 'unsigned' | 'heldOutside'>;
  /** Milliseconds that it took. */
  readonly ms: number;
}

/** What all logs were found to be. */
export interface Verification {
  readonly logs: readonly VerifiedLog[];
  /** Rows of which no log tells. */
  readonly ofNoLog: readonly RowDifference[];
  /** Held checkpoints of logs that are not there, or of no log of this product: the whole texts. */
  readonly ofOtherLogs: readonly string[];
  /** The exit code, see {@link codeOf}. */
  readonly code: number;
}

/** Compares what is derived from the rows of a program with the rows it is derived from. */
export type CompareDerived = (view: Reading, programId: string) => Promise<readonly RowDifference[]>;

/** What is verified, and against what. */
export interface Verified {
  /** One log alone; undefined for all. */
  readonly only: string | undefined;
  readonly heldOutside: readonly string[];
  readonly receipts: readonly Receipt[];
  readonly derived: CompareDerived;
}

/** Verifies logs in one state of the database. */
export async function verification(
  manager: EntityManager,
  { only, heldOutside, receipts, derived }: Verified,
): Promise<Verification> {
  const all = await logIds(manager);
  const wanted = only === undefined ? all : all.filter((logId) => logId === only);
  const logs: VerifiedLog[] = [];
  for (const logId of wanted) {
    const started = performance.now();
    const own = receipts.filter(({ checkpoint }) => logIdIn(checkpoint) === logId);
    const notes = heldOutside.filter((note) => logIdIn(note) === logId);
    const trust = await trustOf(manager, logId, [...notes, ...own.map(({ checkpoint }) => checkpoint)]);
    const check = await checkLog(manager, logId, trust);
    const view = new Reading(manager, nameless('system'), Date.now());
    const isProgram = logId !== INSTALLATION;
    const facts = isProgram ? await derived(view, logId) : [];
    const signatures = isProgram ? await signatureDifferences(manager, logId) : [];
    const differences = [...check.differences, ...facts];
    const held = await heldAgainst(manager, logId, { trust, receipts: own });
    const ms = performance.now() - started;
    logs.push({ logId, ...check, differences, signatures, ...held, trust, ms });
  }
  const ofNoLog = only === undefined ? await rowsOfNoLog(manager, all) : [];
  const allHeld = [...heldOutside, ...receipts.map(({ checkpoint }) => checkpoint)];
  const ofOtherLogs = allHeld.filter((note) => {
    const logId = logIdIn(note);
    return logId === null || !(only === undefined ? all : [only]).includes(logId) || !all.includes(logId);
  });
  return { logs, ofNoLog, ofOtherLogs, code: codeOf({ logs, ofNoLog, ofOtherLogs }) };
}

/** What the checkpoints that were held outside, and the receipts, prove about a log. The receipts' notes come last. */
async function heldAgainst(
  manager: EntityManager,
  logId: string,
  { trust, receipts }: { trust: KnownTrust; receipts: readonly Receipt[] },
): Promise<Pick<VerifiedLog, 'grownFrom' | 'receipts'>> {
  const checkpoints = await believed(trust);
  const heads = checkpoints.filter((one) => one !== null);
  const size = heads.length === 0 ? 0 : await manager.countBy(EventRow, { logId });
  const grownFrom = await growthFrom(heads, await leavesOf(manager, logId, size));
  const ofReceipts = checkpoints.slice(checkpoints.length - receipts.length);
  const checked: ReceiptedEvent[] = [];
  for (const [nth, receipt] of receipts.entries())
    checked.push(...(await checkReceipt(manager, logId, { receipt, checkpoint: ofReceipts[nth] ?? null })));
  return { grownFrom, receipts: checked };
}

/** Every log of which there is anything: its events, its head, or a checkpoint. */
async function logIds(manager: EntityManager): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const table of [LogHeadRow, EventRow, CheckpointRow]) {
    const rows = await manager
      .createQueryBuilder(table, 'one')
      .select('DISTINCT one.logId', 'logId')
      .getRawMany<{ logId: string }>();
    for (const { logId } of rows) found.add(logId);
  }
  return [...found].sort();
}

/** Exit codes by what was found, as docs/operate.md lists them; 0 is for nothing. */
const codes: Readonly<Record<LogFinding['code'], number>> = {
  'ledger/seq-gap': 2,
  'ledger/leaf-differs': 3,
  'ledger/body-missing': 3,
  'ledger/out-of-epoch': 3,
  'ledger/chain-breaks': 4,
  'ledger/root-differs': 5,
  'ledger/note-malformed': 6,
  'ledger/key-unknown': 6,
  'ledger/key-distrusted': 6,
  'ledger/signature-bad': 6,
  'ledger/other-log': 6,
  'ledger/not-consistent': 7,
};
const NOT_CONSISTENT = 7;
const SIGNED_DIFFERS = 8;
const TABLES_DIFFER = 9;

/** The lowest code of all that was found: what lies deepest comes first, for what lies above may follow from it. */
function codeOf({ logs, ofNoLog, ofOtherLogs }: Omit<Verification, 'code'>): number {
  const found = [
    ...logs.flatMap(({ report }) => report.findings.map(({ code }) => codes[code])),
    ...(ofOtherLogs.length > 0 || logs.some(({ receipts }) => receipts.some(({ fault }) => fault !== null))
      ? [NOT_CONSISTENT]
      : []),
    ...(logs.some(({ signatures }) => signatures.length > 0) ? [SIGNED_DIFFERS] : []),
    ...(ofNoLog.length > 0 || logs.some((log) => log.differences.length + log.impossible.length > 0)
      ? [TABLES_DIFFER]
      : []),
  ];
  return found.length === 0 ? 0 : Math.min(...found);
}
