import type { Tx } from '../db/context';
import { LogHeadRow } from '../db/event.row';
import { INSTALLATION } from '../db/row-changes';

/**
 * Takes the lock of the installation's log before anything is looked at, so that of two set-ups at once, in the browser or
 * by the command, the second sees the program of the first.
 */
export function oneAtATime(tx: Tx): Promise<void> {
  return tx.hold(LogHeadRow, { logId: INSTALLATION });
}
