import { In } from 'typeorm';
import type { Reading } from '../db/context';
import { EntryRow } from '../entries/entry.row';

export const DAY_MS = 86_400_000;
/** What takes longer than these days is called slow. */
export const SLOW_DAYS = 14;

/** An entry that waits, as far as its age and its supervisor go. */
export type Waiting = Pick<EntryRow, 'supervisorId' | 'assignedId' | 'submittedAt' | 'createdAt'>;

/** Everything that waits for a decision. */
export function waitingEntries({ manager }: Reading, programId: string): Promise<Waiting[]> {
  return manager.find(EntryRow, {
    where: { programId, state: In(['submitted', 'amended']) },
    select: { supervisorId: true, assignedId: true, submittedAt: true, createdAt: true },
  });
}

/** How long an entry has waited, in ms. */
export function waitedMs({ submittedAt, createdAt }: Waiting, now: number): number {
  return Math.max(0, now - (submittedAt ?? createdAt));
}
