import { setTimeout as sleep } from 'node:timers/promises';
import { NamedFaults } from '../db/faults';

const faults = new NamedFaults();

/** Whether it is answered as "busy": by the door to the database itself, or by the database behind it. */
const isBusy = (error: unknown): boolean =>
  (faults.codeOf(error) ?? (error as { code?: string }).code) === 'server/busy';

/**
 * As a page does: what was too busy to be done is done again, until it is done or the test is out of time. A build
 * machine may stand still for longer than a command waits for a lock.
 */
export async function patiently<T>(
  act: () => Promise<T>,
  saysBusy: (outcome: T) => boolean = () => false,
): Promise<T> {
  try {
    const outcome = await act();
    if (!saysBusy(outcome)) return outcome;
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
  await sleep(100 + Math.random() * 400);
  return patiently(act, saysBusy);
}
