import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { ProblemCode } from '@countersign/contracts/problems';
import { DatabaseFaults, type FaultCause } from '../platform/database-faults';
import { NO_CONNECTION } from './mysql-driver';
import { SERVER_SILENT } from './pulse';

/** Deadlock, lock wait timeout, snapshot conflict, lock table full: another transaction was first, so run again. */
const transientNumbers = [1213, 1205, 1020, 1206];
const LOCK_WAIT_TIMEOUT = 1205;

/**
 * Constraints whose violation a caller can cause, as the drivers name them, with the problem that tells so. MySQL names
 * a unique key, SQLite its columns; both name a check.
 */
const constraints: readonly (readonly [named: string, code: ProblemCode])[] = [
  ['uq_decision_live', 'entry/stale-version'],
  [
    'decision.programId, decision.entryId, decision.number, decision.slot, decision.live',
    'entry/stale-version',
  ],
  ['ck_decision_not_own', 'access/own-entry'],
  ['uq_sign_off_slot', 'sign-off/asked-already'],
  ['sign_off.programId, sign_off.fellowId, sign_off.competencyId, sign_off.slot', 'sign-off/asked-already'],
  ['ck_signature_not_own', 'access/own-sign-off'],
];

/** The connection broke: what was sent on it may have been done. */
const lost = [
  SERVER_SILENT,
  'ECONNRESET',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'EPIPE',
  'ER_SERVER_SHUTDOWN',
];

/** Why a database takes no writes, as drivers say it. */
const reasons: readonly (readonly [reason: Trouble, codes: readonly string[]])[] = [
  ['read-only', ['SQLITE_READONLY', 'ER_OPTION_PREVENTS_STATEMENT', 'ER_READ_ONLY_MODE']],
  ['full', ['SQLITE_FULL', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL', 'ENOSPC']],
  ['held', ['SQLITE_BUSY', 'ER_LOCK_WAIT_TIMEOUT', NO_CONNECTION]],
  ['silent', [SERVER_SILENT]],
  ['gone', [...lost, 'ECONNREFUSED', 'ENOTFOUND', 'SQLITE_CANTOPEN', 'SQLITE_IOERR', 'ER_CON_COUNT_ERROR']],
];

/** Reasons for which nothing can be written, or even asked, until somebody mends them. */
const unreachable: readonly Trouble[] = ['read-only', 'full', 'silent', 'gone'];

/** What ails a database: it takes no writes, has no room, is held by another program, stands still, or is not there. */
export type Trouble = 'read-only' | 'full' | 'held' | 'silent' | 'gone';

/** The connection was lost while a commit was under way: nobody here knows whether it happened. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';

  constructor(override readonly cause: unknown) {
    super('the connection was lost during a commit');
  }
}

/** Lines of a stack that the log keeps. */
const FRAMES = 8;

interface DriverError {
  readonly code?: string;
  readonly errno?: number;
  readonly message: string;
}

function driverErrorOf(error: unknown): DriverError | undefined {
  if (error instanceof QueryFailedError) return error.driverError as DriverError;
  return error instanceof Error && 'code' in error ? (error as DriverError) : undefined;
}

/** Tells whether running the whole transaction again may succeed. */
export function isTransient(error: unknown): boolean {
  const driver = driverErrorOf(error);
  if (!driver) return false;
  return (
    driver.code?.startsWith('SQLITE_BUSY') === true ||
    (driver.errno !== undefined && transientNumbers.includes(driver.errno))
  );
}

/**
 * Tells whether a row with this primary key is there already. MySQL calls every primary key PRIMARY, whatever name the
 * schema gave it, so that the table stays unknown here: the use case that runs again finds out.
 */
export function isKeyTaken(error: unknown): boolean {
  const driver = driverErrorOf(error);
  if (driver?.code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return true;
  return driver?.errno === 1062 && /for key '(?:\w+\.)?PRIMARY'$/.test(driver.message);
}

/** Tells whether the connection broke under a statement, so that nobody here knows whether it was done. */
export function isConnectionLost(error: unknown): boolean {
  const code = driverErrorOf(error)?.code;
  return code !== undefined && lost.includes(code);
}

/** Tells whether the database cannot be reached, or cannot write, at present. */
export function isUnreachable(error: unknown): boolean {
  const trouble = troubleOf(error);
  return trouble !== undefined && unreachable.includes(trouble);
}

/** What ails the database, by what its driver said; undefined for any other error. */
export function troubleOf(error: unknown): Trouble | undefined {
  const code = driverErrorOf(error)?.code;
  if (code === undefined) return undefined;
  return reasons.find(([, codes]) => codes.some((one) => code.startsWith(one)))?.[0];
}

/** Tells whether another program holds the file, so that it is worth to ask again in a moment, and others may meanwhile. */
export function isFileHeld(error: unknown): boolean {
  return driverErrorOf(error)?.code?.startsWith('SQLITE_BUSY') === true;
}

/** Tells whether something stays locked: whoever waits behind it waits in vain. */
export function isHeldUp(error: unknown): boolean {
  return driverErrorOf(error)?.errno === LOCK_WAIT_TIMEOUT;
}

/** Names what the database reported: constraints by their names, a database that is down or full as 503. */
@Injectable()
export class NamedFaults extends DatabaseFaults {
  codeOf(error: unknown): ProblemCode | undefined {
    if (error instanceof OutcomeUnknown) return 'server/outcome-unknown';
    const driver = driverErrorOf(error);
    if (!driver) return undefined;
    if (isTransient(error) || driver.code === NO_CONNECTION) return 'server/busy';
    if (isUnreachable(error)) return 'server/database';
    return constraints.find(([named]) => driver.message.includes(named))?.[1];
  }

  reasonOf(error: unknown): string | undefined {
    return this.codeOf(error) === 'server/database' ? troubleOf(error) : undefined;
  }

  causeOf(error: unknown): FaultCause {
    if (!(error instanceof Error)) return { name: typeof error };
    const driver = driverErrorOf(error);
    const at = (error.stack ?? '').split('\n').flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? []);
    return {
      name: error.name,
      ...(driver?.code === undefined ? {} : { code: driver.code }),
      ...(driver?.errno === undefined ? {} : { errno: driver.errno }),
      // A constraint's message names the values that broke it.
      ...(error instanceof QueryFailedError ? {} : { message: error.message }),
      at: at.slice(0, FRAMES),
    };
  }
}
