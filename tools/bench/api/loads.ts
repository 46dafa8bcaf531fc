import {
  bareApprove,
  bareBatch,
  bareDashboard,
  bareEvidence,
  bareLog,
  bareLogContext,
  bareMyLog,
  bareProgress,
  bareQueue,
  bareSign,
  type BareWork,
  type Desk,
} from './bare-work';
import { BATCH, DIRECTOR, LOGGER, SUPERVISOR } from './demo';
import { askedFor, loggedFor, type Refill } from './refills';
import { approveBatch, approveOne, logOne, signOne, type Sent } from './requests';
import type { Visitor } from './visitor';

/** One kind of request, and the least work that its answer or its effect needs. */
export interface Load {
  readonly name: string;
  /** Whose request it is. */
  readonly person: string;
  /** What is aimed at, for the table. */
  readonly aim: string;
  readonly request: (visitor: Visitor, desk: Desk) => Sent;
  readonly bare: BareWork;
  /** Makes what so many requests of it use up. */
  readonly refill?: Refill;
  /** Connections at once where it is heavier than others; {@link CONNECTIONS} otherwise. */
  readonly connections?: number;
  /** No release before this one can do it. */
  readonly isNew?: true;
  /** Each leaves events, which are followed beside it. */
  readonly leavesEvents?: true;
}

/** Whose record is read. */
const READER = 'Sasha Marwood';

const get = (path: string) => (): Sent => ({ method: 'GET', path });

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
    person: DIRECTOR,
    aim: '≤ 40 ms',
    request: get('/dashboard'),
    bare: bareDashboard,
  },
];

/** What changes the log; an approval takes an entry that was logged before. */
export const writes: readonly Load[] = [
  {
    name: 'log an entry, 2 procedures',
    person: LOGGER,
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
    refill: loggedFor(1),
    leavesEvents: true,
  },
  {
    name: `approve a batch of ${BATCH}, with the password`,
    person: SUPERVISOR.name,
    aim: '–',
    request: approveBatch,
    bare: bareBatch,
    refill: loggedFor(BATCH),
    connections: 4,
    isNew: true,
    leavesEvents: true,
  },
  {
    name: 'sign a competency, with the password',
    person: SUPERVISOR.name,
    aim: '–',
    request: signOne,
    bare: bareSign,
    refill: askedFor,
    connections: 4,
    isNew: true,
    leavesEvents: true,
  },
];
