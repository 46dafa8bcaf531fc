import { v7 as uuidv7 } from 'uuid';
import type { Desk } from './bare-work';
import { BATCH, SITE, SUPERVISOR } from './demo';
import type { Visitor } from './visitor';

/** One request of a load. */
export interface Sent {
  readonly method: 'GET' | 'POST';
  /** Below the program. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** The entry that waits once this was answered. */
  readonly logs?: string;
}

/** A new entry with two procedures, sent to its supervisor. */
export function logOne(): Sent {
  const id = uuidv7();
  const means = { guidance: 'fluoroscopy', techniques: [], role: 'performed', supervision: 'direct' };
  const procedure = { ...means, outcome: 'success', complications: ['none'] };
  const body = {
    ...{ id, performedOn: '2026-11-20', siteId: SITE, supervisorId: SUPERVISOR.id, setting: 'asc' },
    ...{ painCategory: 'chronic-non-cancer', diagnosisGroup: 'radicular', simulation: false },
    procedures: [
      { ...procedure, itemId: 'esi-tf-lumbar', levels: [{ level: 'L4', side: 'left' }] },
      { ...procedure, itemId: 'si-joint', side: 'left', levels: [] },
    ],
    then: 'submit',
  };
  return { method: 'POST', path: '/entries', body, logs: id };
}

/** Approves one of what waits. */
export function approveOne(_visitor: Visitor, desk: Desk): Sent {
  return {
    method: 'POST',
    path: `/entries/${desk.waiting.pop()}/approval`,
    headers: { 'if-match': '"1"' },
    body: { help: 4, nextTime: 4 },
  };
}

/** One signed act on 25 entries that are alike. */
export function approveBatch({ password }: Visitor, desk: Desk): Sent {
  const entries = desk.waiting.splice(-BATCH).map((id) => ({ id, revision: 1 }));
  const body = { id: uuidv7(), entries, help: 4, nextTime: 4, password };
  return { method: 'POST', path: '/review-batches', body };
}

/** The first signature under a competency, on the sheet that was opened for it. */
export function signOne({ password }: Visitor, desk: Desk): Sent {
  const { signOffId, digest, meaning } = desk.sheets.pop() ?? { signOffId: 'none' };
  const body = { id: uuidv7(), digest, meaning, password, statementVersion: 1 };
  return { method: 'POST', path: `/sign-offs/${signOffId}/signatures`, body };
}
