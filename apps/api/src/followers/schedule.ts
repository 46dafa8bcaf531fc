import { Cron } from 'croner';

/** When a job is due. */
export interface Schedule {
  /** Minute, hour, day of the month, month, day of the week, as cron has them; a second may stand before. */
  readonly pattern: string;
  /** IANA name of the zone whose clock the pattern means. */
  readonly timeZone: string;
}

/** The times at which a job is due; an hour that the clock skips or repeats in spring and autumn has one run all the same. */
export class Slots {
  private readonly cron: Cron;

  /** Throws for a pattern or a zone that there is not. */
  constructor({ pattern, timeZone }: Schedule) {
    this.cron = new Cron(pattern, { timezone: timeZone, mode: '5-or-6-parts', paused: true });
  }

  /** The newest that is due at `now` (UTC ms), as ISO 8601 in UTC; null when there never was one. */
  newest(now: number): string | null {
    // The library looks before its reference.
    const [slot] = this.cron.previousRuns(1, new Date(now + 1));
    return slot?.toISOString() ?? null;
  }

  /** The first after `now`, UTC ms; Infinity when none comes any more. */
  next(now: number): number {
    return this.cron.nextRun(new Date(now))?.getTime() ?? Infinity;
  }
}
