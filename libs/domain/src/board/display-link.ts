import { dayAfter, isCivilDate } from '../calendar';
import { ok, refused, type Result } from '../refusal';

/** Longest life of a display link in days: two years, so that a tablet that was lost does not show the board for good. */
export const LONGEST_LINK_DAYS = 731;

/** Most display links of a program that are open at once. */
export const MOST_LINKS = 50;

/**
 * Whether a display link may be made that works up to and with a day.
 * Refusals: `board/link-day-impossible` (not in the calendar, or before today), `board/link-too-long` (detail: lastOn),
 * `board/too-many-links` (detail: max).
 * @param open how many links of the program work today
 */
export function checkDisplayLink(
  { expiresOn }: { readonly expiresOn: string },
  { today, open }: { readonly today: string; readonly open: number },
): Result<null> {
  if (!isCivilDate(expiresOn) || expiresOn < today) {
    return refused('board/link-day-impossible', '/expiresOn');
  }
  const lastOn = dayAfter(today, LONGEST_LINK_DAYS);
  if (expiresOn > lastOn) return refused('board/link-too-long', '/expiresOn', { lastOn });
  return open < MOST_LINKS ? ok(null) : refused('board/too-many-links', undefined, { max: MOST_LINKS });
}

/** Whether a display link works on a day. Days are civil dates at the program; the last one is in. */
export function isLinkOpen(
  { expiresOn, revokedAt }: { readonly expiresOn: string; readonly revokedAt: number | null },
  today: string,
): boolean {
  return revokedAt === null && today <= expiresOn;
}
