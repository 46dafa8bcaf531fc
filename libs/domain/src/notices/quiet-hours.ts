const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Quiet from nine in the evening until seven in the morning. A choice. */
const FROM_HOUR = 21;
const TO_HOUR = 7;

/**
 * The first instant from `at` on that is outside of the quiet hours of a place: `at` itself, or the full hour at which they
 * end there. Where a zone is a part of an hour off, the hour that begins in the quiet is passed over.
 * @param at UTC instant, ms
 * @param timeZone IANA name
 */
export function afterQuietHours(at: number, timeZone: string): number {
  const hourOf = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
  const isQuiet = (instant: number): boolean => {
    const hour = Number(hourOf.format(instant));
    return hour >= FROM_HOUR || hour < TO_HOUR;
  };
  let found = at;
  while (isQuiet(found) && found < at + DAY_MS) found = (Math.floor(found / HOUR_MS) + 1) * HOUR_MS;
  return found;
}
