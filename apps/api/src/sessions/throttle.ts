import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { NAMES_A_MINUTE, TRIES_A_MINUTE, waitAfter } from '@countersign/domain/password';
import { digestOf } from '../db/salt';
import { Clock } from '../platform/clock';
import { ProblemException } from '../platform/problem';
import { Pauses } from './pauses';

const MINUTE_MS = 60_000;
/** How long the tries for a name are remembered after the last one. */
const REMEMBERED_MS = 15 * MINUTE_MS;
/** Names and addresses that are remembered at most; those that were tried longest ago go first. */
const MOST = 20_000;

/** What came from one address in its minute. */
interface Minute {
  readonly since: number;
  wrong: number;
  readonly names: Set<string>;
}

/** What is tried: from where, and for which name, account or secret. */
export interface Trying {
  /** The request, where the address counts too. */
  readonly request?: Request;
  /** Of whom; only a digest of it is kept, in memory. */
  readonly name: string;
  /** Wrong tries that the database knows of. */
  readonly failures: number;
}

/** A try that has begun: it counts as wrong until it turns out right. */
export interface BegunTry {
  right(): void;
}

/**
 * Slows guessing down. By name: each wrong try makes the next one wait, whether or not there is such an account. By
 * address: so many wrong ones a minute, and those that follow for the same names are told when to come back; another
 * person at the same address still signs in.
 */
@Injectable()
export class Throttle {
  private readonly minutes = new Map<string, Minute>();
  private readonly names = new Map<string, { tries: number; at: number }>();
  /** Tries for names that have no account, since they were last told. */
  private unknownTries = 0;

  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pauses) private readonly pauses: Pauses,
  ) {}

  /**
   * Counts a try before it is looked at, so that many at once are many, and lets it wait.
   * @throws ProblemException `session/too-many-tries` (detail: seconds) where the address has to wait for its next minute
   */
  async begin({ request, name, failures }: Trying): Promise<BegunTry> {
    const key = digestOf(name.toLowerCase());
    const minute = request ? this.minuteOf(request.ip ?? '') : undefined;
    if (minute) {
      const isOver = minute.wrong >= TRIES_A_MINUTE && minute.names.has(key);
      this.tell(request?.res, minute, isOver);
      if (isOver)
        throw new ProblemException('session/too-many-tries', [], { seconds: this.secondsOf(minute) });
      minute.wrong += 1;
    }
    const before = this.remembered(key);
    this.remember(key, before + 1);
    const isNew = minute !== undefined && !minute.names.has(key);
    minute?.names.add(key);
    // Somebody who tries one password for many names: what follows waits longest, and is looked at.
    const many = minute !== undefined && minute.names.size > NAMES_A_MINUTE ? minute.names.size : 0;
    const wait = waitAfter(Math.max(before, failures, many));
    if (wait > 0) await this.pauses.wait(wait);
    return {
      right: () => {
        this.names.delete(key);
        if (!minute) return;
        minute.wrong -= 1;
        if (isNew) minute.names.delete(key);
      },
    };
  }

  /** A try for a name without an account. */
  countUnknown(): void {
    this.unknownTries += 1;
  }

  /** How many tries for names without an account there were since this was last asked. */
  takeUnknown(): number {
    const tries = this.unknownTries;
    this.unknownTries = 0;
    return tries;
  }

  /** What is left of the minute, in the headers of draft-ietf-httpapi-ratelimit-headers. */
  private tell(response: Response | undefined, minute: Minute, isOver: boolean): void {
    if (!response) return;
    const seconds = this.secondsOf(minute);
    const left = Math.max(0, TRIES_A_MINUTE - minute.wrong - 1);
    response.setHeader('RateLimit-Policy', `"sign-in";q=${TRIES_A_MINUTE};w=${MINUTE_MS / 1000}`);
    response.setHeader('RateLimit', `"sign-in";r=${isOver ? 0 : left};t=${seconds}`);
    if (isOver) response.setHeader('Retry-After', String(seconds));
  }

  private secondsOf({ since }: Minute): number {
    return Math.max(1, Math.ceil((since + MINUTE_MS - this.clock.now()) / 1000));
  }

  private minuteOf(address: string): Minute {
    const now = this.clock.now();
    const known = this.minutes.get(address);
    if (known && known.since <= now && now < known.since + MINUTE_MS) return known;
    const begun = { since: now, wrong: 0, names: new Set<string>() };
    keep(this.minutes, address, begun);
    return begun;
  }

  private remembered(key: string): number {
    const known = this.names.get(key);
    return known && this.clock.now() - known.at < REMEMBERED_MS ? known.tries : 0;
  }

  private remember(key: string, tries: number): void {
    keep(this.names, key, { tries, at: this.clock.now() });
  }
}

/** Puts a value last; the first one goes where there are too many. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MOST && oldest !== undefined) map.delete(oldest);
}
