import { createHash } from 'node:crypto';
import type { EventRow } from '../db/event.row';

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

/**
 * Checks a log by the formulas alone, apart from the code that wrote it: leaf = SHA-256(0x00 ‖ body),
 * chain = SHA-256(0x02 ‖ chain before ‖ leaf), the first chain = SHA-256("logbook/v1:" + log). Answers what is wrong.
 */
export function verifyChainOf(events: readonly EventRow[]): string[] {
  const wrong: string[] = [];
  let chain: Buffer = sha256(Buffer.from(`logbook/v1:${events[0]?.logId ?? ''}`));
  events.forEach((event, position) => {
    const text = event.body ?? '';
    const leaf = sha256(Uint8Array.of(0), Buffer.from(text));
    chain = sha256(Uint8Array.of(2), chain, leaf);
    if (event.seq !== position + 1) wrong.push(`gap at ${event.seq}`);
    if (event.leaf !== leaf.toString('hex')) wrong.push(`leaf of ${event.seq}`);
    if (event.chain !== chain.toString('hex')) wrong.push(`chain at ${event.seq}`);
    const body = JSON.parse(text) as Record<string, unknown>;
    if (body['seq'] !== event.seq || body['action'] !== event.action || body['object'] !== event.object)
      wrong.push(`body of ${event.seq}`);
  });
  return wrong;
}
