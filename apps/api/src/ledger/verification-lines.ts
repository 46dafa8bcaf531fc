import type { LogFinding } from '@countersign/domain/ledger';
import type { RowDifference } from '../db/row-differences';
import type { ReceiptedEvent, ReceiptFault } from './check-receipt';
import type { Growth } from './tree-proofs';
import type { Verification, VerifiedLog } from './verification';

/** So many lines are printed of what is wrong with one log. */
const MAX_LINES = 50;

/** What no verification can find, said whenever one is printed. */
const limits = [
  'Cannot be found: a log that somebody who can sign wrote anew, or cut, after the newest checkpoint that is held outside',
  'of this system. Hold checkpoints elsewhere, and give them with --against.',
];

/** A verification for a person at the command line. */
export function linesOf(found: Verification, leftOut: readonly string[]): readonly string[] {
  const others = [
    ...found.ofNoLog.map((one) => `  ${differenceLine(one)}`),
    ...found.ofOtherLogs.map((note) => `  a held checkpoint of no log here: ${note.split('\n')[0] ?? ''}`),
  ];
  return [
    ...found.logs.flatMap((log) => logLines(log)),
    ...(others.length > 0 ? ['Beside the logs:', ...others] : []),
    ...found.logs.flatMap((log) => clockLines(log)),
    ...limits,
    `Not held against the logs: ${leftOut.join('; ')}.`,
  ];
}

/** A clock that was put back is noted: times in the log are the server's word, their order is not. */
function clockLines({ logId, clockBack }: VerifiedLog): readonly string[] {
  const [first] = clockBack;
  if (first === undefined) return [];
  const times = clockBack.length === 1 ? '' : `, and ${clockBack.length - 1} times after it`;
  return [
    `Noted: in log ${logId} the clock stood earlier at event ${first} than at the one before it${times}.`,
  ];
}

function logLines(log: VerifiedLog): readonly string[] {
  const lines = [
    ...log.report.findings.map((finding) => findingLine(finding)),
    ...log.impossible,
    ...[...log.signatures, ...log.differences].map((one) => differenceLine(one)),
  ];
  const more = lines.length - MAX_LINES;
  return [
    `Log ${log.logId}: ${summaryOf(log)}`,
    ...lines.slice(0, MAX_LINES).map((line) => `  ${line}`),
    ...(more > 0 ? [`  … and ${more} more.`] : []),
    ...log.receipts.map((one) => `  ${receiptLine(one)}`),
    ...log.grownFrom.flatMap((one) => growthLines(one)),
  ];
}

function summaryOf(log: VerifiedLog): string {
  const { report, differences, impossible, signatures, receipts, trust, ms } = log;
  const { size, chain, findingCount, redacted } = report;
  const notHeld = receipts.filter(({ fault }) => fault !== null).length;
  const wrong = findingCount + differences.length + impossible.length + signatures.length + notHeld;
  const removed = redacted.length === 0 ? '' : `, ${redacted.length} of them redacted`;
  const signed = `${trust.checkpoints - trust.unsigned} of ${trust.checkpoints} checkpoints signed`;
  const held =
    trust.heldOutside.length === 0 ? 'none held outside' : `${trust.heldOutside.length} held outside`;
  const verdict = wrong === 0 ? 'as it was written' : `${wrong} findings`;
  return `${size} events${removed}, ends with ${chain.slice(0, 16)}…; ${signed}, ${held}; ${verdict} (${Math.round(ms)} ms).`;
}

/** A difference in one line. @param held against what the rows were held, and how it says something */
export function differenceLine(
  { table, key, column, expected, found }: RowDifference,
  held: { readonly place: string; readonly says: string } = { place: 'the log', says: 'the log says' },
): string {
  if (column === null && (expected === null || found === null))
    return `${table} ${key}: ${found === null ? 'is not there' : `is not in ${held.place}`}`;
  return `${table} ${key}: ${column ?? 'number of rows'} is ${found ?? 'nothing'}, ${held.says} ${expected}`;
}

const receiptFaults: Readonly<Record<ReceiptFault, string>> = {
  'checkpoint-not-believed': 'its checkpoint is not to be believed',
  'not-in-checkpoint': 'it is not in its checkpoint',
  'not-in-log': 'it is not in this log',
  differs: 'this log has another event in its place',
};

function receiptLine({ seq, at, action, object, size, fault }: ReceiptedEvent): string {
  const event = `receipt for event ${seq} (${action} of ${object}, ${new Date(at).toISOString()})`;
  if (fault !== null) return `${event}: ${receiptFaults[fault]}`;
  return `${event}: in the checkpoint of ${size} events, and in this log as it was`;
}

/** The proof is for whoever has the two roots and nothing else. */
function growthLines({ held, heldRoot, size, root, proof }: Growth): readonly string[] {
  return [
    `  grew from the held checkpoint of ${held} events (root ${heldRoot}) to ${size} (root ${root});`,
    `  consistency proof (RFC 6962), ${proof.length} hashes${proof.length === 0 ? '' : ':'}`,
    ...proof.map((hash) => `    ${hash}`),
  ];
}

/** A finding in one line. */
export function findingLine(finding: LogFinding): string {
  switch (finding.code) {
    case 'ledger/seq-gap':
      return `event ${finding.seq}: missing or out of place (${finding.code})`;
    case 'ledger/leaf-differs':
      return `event ${finding.seq}: not what was hashed: stored ${finding.stored}, recomputed ${finding.recomputed ?? 'nothing'} (${finding.code})`;
    case 'ledger/chain-breaks':
      return `event ${finding.seq}: does not follow the one before it (${finding.code})`;
    case 'ledger/out-of-epoch':
      return `event ${finding.seq}: of a version that has no place here (${finding.code})`;
    case 'ledger/body-missing':
      return `event ${finding.seq}: has no text, and no redaction says why (${finding.code})`;
    case 'ledger/root-differs':
      return `checkpoint of ${finding.size} events: not the tree of this log (${finding.code})`;
    case 'ledger/not-consistent':
      return `held checkpoint of ${finding.size} events: this log did not grow from it (${finding.code})`;
    case 'ledger/other-log':
    case 'ledger/note-malformed':
    case 'ledger/key-unknown':
    case 'ledger/key-distrusted':
    case 'ledger/signature-bad':
      return `${finding.checkpoint.list === 'kept' ? 'kept' : 'held'} checkpoint no. ${finding.checkpoint.index + 1}: ${faults[finding.code]} (${finding.code})`;
  }
}

const faults = {
  'ledger/other-log': 'about another log',
  'ledger/note-malformed': 'no signed note',
  'ledger/key-unknown': 'signed by no key of this installation',
  'ledger/key-distrusted': 'signed by a key that is distrusted since',
  'ledger/signature-bad': 'its signature does not fit',
} as const;
