import type { SupervisionLevel } from '@countersign/domain/entry';
import type { BoardLineView, PresenceView } from '../board/views';
import { allOf } from './list';
import type { WordWithGloss } from './procedure';
import { clockTime, dayFull, dayShort } from './time';

/** How a line of the board looks: its shape says as much as its words. */
export type BoardLook = 'granted' | 'direct' | 'again' | 'observe';

/** What a fellow may do, as somebody reads it who is not a physician. */
const maySay: Readonly<Record<SupervisionLevel, WordWithGloss>> = {
  direct: { name: 'Direct', gloss: 'supervisor in the room' },
  'indirect-immediate': {
    name: 'Indirect, immediately available',
    gloss: 'supervisor close by, can come at once',
  },
  'indirect-available': { name: 'Indirect, available', gloss: 'supervisor off site, reachable, can come' },
  oversight: { name: 'Oversight', gloss: 'supervisor looks at it afterwards' },
};

/** The line of everything that is not on the board, and not signed off. */
export const boardDefault = maySay.direct;

/** A line in words. */
export interface BoardWords extends WordWithGloss {
  readonly look: BoardLook;
  readonly until: string;
  /** Who signed, or what must be signed first; empty where there is nothing to say. */
  readonly more: string;
}

/** A line of the board in words. `today` is the civil date of the board. */
export function boardInWords(line: BoardLineView, today: string): BoardWords {
  const { reason, supervision, untilOn, signers = [], waitsFor = [] } = line;
  if (supervision === undefined) {
    return {
      ...{ look: 'observe', name: 'Observe or assist only', gloss: 'supervisor performs' },
      ...{ until: 'until others are signed off', more: `first: ${allOf(waitsFor)}` },
    };
  }
  if (reason === 'signed') {
    const look = supervision === 'direct' ? 'direct' : 'granted';
    const until = untilOn === undefined ? 'no end' : dayFull(untilOn);
    return { look, ...maySay[supervision], until, more: `signed: ${signers.join(', ')}` };
  }
  if (reason === 'not-signed')
    return { look: 'direct', ...maySay[supervision], until: 'until signed off', more: '' };
  return { look: 'again', name: 'Direct again', ...endedInWords(line, today), more: boardDefault.gloss };
}

function endedInWords({ reason, sinceOn }: BoardLineView, today: string): { gloss: string; until: string } {
  const on = sinceOn === undefined ? '' : ` on ${dayShort(sinceOn, today)}`;
  if (reason === 'suspended') return { gloss: `sign-off paused${on}`, until: 'until reviewed' };
  if (reason === 'revoked') return { gloss: `sign-off revoked${on}`, until: 'until signed off anew' };
  return { gloss: `sign-off lapsed${on}`, until: 'until signed off again' };
}

/** Where a fellow is today. */
export function presenceInWords(
  { kind, siteId, rotation, untilOn }: PresenceView,
  sites: readonly { readonly id: string; readonly name: string }[],
  today: string,
): string {
  if (kind === 'on-leave')
    return untilOn === undefined ? 'On leave' : `On leave until ${dayShort(untilOn, today)}`;
  if (kind === 'unplaced') return 'No rotation today';
  const site = sites.find(({ id }) => id === siteId)?.name;
  return [site, rotation].filter(Boolean).join(' · ');
}

/** How old what is shown may be before the page says so, ms. */
export const CURRENT_MS = 60_000;

/**
 * `Not current: last heard 12:03 PM CST (4 min ago)`; null while the server was heard from within {@link CURRENT_MS}.
 * @param heardAt when the server last answered, UTC ms
 */
export function staleInWords(heardAt: number, now: number, timeZone: string): string | null {
  const age = now - heardAt;
  if (age < CURRENT_MS) return null;
  const minutes = Math.floor(age / 60_000);
  const hours = Math.floor(minutes / 60);
  const ago = hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
  return `Not current: last heard ${clockTime(heardAt, timeZone)} (${ago} ago)`;
}
