import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';

/** The time, passed in everywhere so that tests and the demo year can set it. */
@Injectable()
export class Clock {
  /** UTC instant in milliseconds. */
  now(): number {
    return Date.now();
  }
}

/** Makes ids: UUIDv7, so that keys rise with time. */
@Injectable()
export class Ids {
  next(): string {
    return uuidv7();
  }
}

/** The civil date at a place at an instant. `timeZone` is an IANA name, such as `America/Chicago`. */
export function civilDateAt(instant: number, timeZone: string): string {
  // en-CA writes dates as YYYY-MM-DD.
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant);
}
