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

/** One for each zone that programs name: making one takes longer than all else that a small request does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The civil date at a place at an instant. `timeZone` is an IANA name, such as `America/Chicago`. */
export function civilDateAt(instant: number, timeZone: string): string {
  // en-CA writes dates as YYYY-MM-DD.
  const formatter = formatters.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  formatters.set(timeZone, formatter);
  return formatter.format(instant);
}
