import { v7 as uuidv7 } from 'uuid';
import {
  bareApprove,
  bareDashboard,
  bareEvidence,
  bareLog,
  bareLogContext,
  bareMyLog,
  bareProgress,
  bareQueue,
  type BareWork,
  type Desk,
} from './bare-work';
import { SITE, SUPERVISOR } from './demo';
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

/** One kind of request, and the least work that its answer or its effect needs. */
export interface Load {
  readonly name: string;
  /** Whose request it is. */
  readonly person: string;
  /** What is aimed at, for the table. */
  readonly aim: string;
  readonly request: (visitor: Visitor, desk: Desk) => Sent;
  readonly bare: BareWork;
  /** Uses up what another load left. */
  readonly takesWaiting?: true;
  /** Each leaves events, which are followed beside it. */
  readonly leavesEvents?: true;
}

const READER = 'Sasha Marwood';

const get = (path: string) => (): Sent => ({ method: 'GET', path });

/** A new entry with two procedures, sent to its supervisor. */
function logOne(): Sent {
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

function approveOne(_visitor: Visitor, desk: Desk): Sent {
  return {
    method: 'POST',
    path: `/entries/${desk.waiting.pop()}/approval`,
    headers: { 'if-match': '"1"' },
    body: { help: 4, nextTime: 4 },
  };
}

/** Pages that are read. */
export const reads: readonly Load[] = [
  {
    name: 'my log, 50 rows',
    person: READER,
    aim: '≥ 0.25 × bare',
    request: ({ personId }) => ({ method: 'GET', path: `/entries?fellowId=${personId}` }),
    bare: bareMyLog,
  },
  {
    name: 'queue, 18 entries',
    person: 'Dr. Henry Vance',
    aim: '≥ 0.25 × bare',
    request: get('/review-queue'),
    bare: bareQueue,
  },
  {
    name: 'log context',
    person: READER,
    aim: '≤ 4 statements',
    request: get('/log-context'),
    bare: bareLogContext,
  },
  {
    name: 'progress',
    person: READER,
    aim: '≤ 10 ms',
    request: ({ personId }) => ({ method: 'GET', path: `/fellows/${personId}/progress` }),
    bare: bareProgress,
  },
  {
    name: 'evidence',
    person: READER,
    aim: '≤ 10 ms',
    request: ({ personId }) => ({
      method: 'GET',
      path: `/fellows/${personId}/competencies/lumbar-transforaminal/evidence`,
    }),
    bare: bareEvidence,
  },
  {
    name: 'dashboard, 6 fellows',
    person: 'Dr. Ruth Castellan',
    aim: '≤ 40 ms',
    request: get('/dashboard'),
    bare: bareDashboard,
  },
];

/** What changes the log; an approval takes an entry that was logged before. */
export const writes: readonly Load[] = [
  {
    name: 'log an entry, 2 procedures',
    person: 'Lena Brandvold',
    aim: '≥ 0.4 × bare',
    request: logOne,
    bare: bareLog,
    leavesEvents: true,
  },
  {
    name: 'approve',
    person: SUPERVISOR.name,
    aim: '≥ 0.4 × bare',
    request: approveOne,
    bare: bareApprove,
    takesWaiting: true,
    leavesEvents: true,
  },
];
