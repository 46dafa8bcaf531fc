import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** For every other request that an address has open, a refusal to it is so many ms late. */
const LATE_MS = 20;
/** No refusal is later than this, ms. */
const LATEST_MS = 1_000;

/**
 * Keeps those who are refused again and again from keeping the server busy: an address that has many requests open at once
 * hears a refusal late, and so cannot send the next one at once. However many it has open up to fifty, about fifty refusals a
 * second go out to it. Whoever asks one thing after another never waits, and neither does anybody for an answer that is
 * not a refusal: people behind one address share only the pace of their refusals.
 */
@Injectable()
export class Pace {
  private readonly open = new Map<string, number>();

  /** Counts what is open by address. */
  readonly count = (request: Request, response: Response, next: NextFunction): void => {
    const address = request.ip ?? '';
    this.open.set(address, (this.open.get(address) ?? 0) + 1);
    response.once('close', () => {
      const left = (this.open.get(address) ?? 1) - 1;
      if (left > 0) this.open.set(address, left);
      else this.open.delete(address);
    });
    next();
  };

  /** By how many ms a refusal to this address has to be late. */
  lateBy(address = ''): number {
    const others = (this.open.get(address) ?? 1) - 1;
    return Math.min(LATEST_MS, LATE_MS * others);
  }
}
