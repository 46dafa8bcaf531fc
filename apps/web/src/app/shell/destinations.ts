import type { Role } from '@countersign/domain/access';
import type { IconName } from '../ui/icon';

/** One entry of the navigation. */
export interface Destination {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** What it stands under behind "More", also where there is room for others; without one it has a place of its own. */
  readonly section?: 'Cases' | 'Ratings' | 'Records';
  /** Stays when the role has ended: there is something to read. */
  readonly forReading?: true;
  /** What of it waits for the reader; the number stands beside it. */
  readonly counts?: 'sign-offs' | 'contested';
}

const board: Destination = { path: '/board', label: 'Board', icon: 'board' };
const signOffs: Destination = { path: '/sign-offs', label: 'Sign-offs', icon: 'checks', counts: 'sign-offs' };
const contested: Destination = {
  path: '/contested',
  label: 'Contested',
  icon: 'differs',
  counts: 'contested',
};
const daily: readonly Destination[] = [
  { path: '/program', label: 'Program', icon: 'table' },
  signOffs,
  { path: '/waiting', label: 'Waiting', icon: 'clock' },
];
const kept: readonly Destination[] = [
  { path: '/people', label: 'People', icon: 'people' },
  { path: '/year', label: 'Year', icon: 'calendar' },
  { path: '/requirements', label: 'Requirements', icon: 'list' },
  board,
];
const cases: readonly Destination[] = [
  { path: '/case-mix', label: 'Case mix', icon: 'progress', section: 'Cases' },
  { path: '/yield', label: 'Yield', icon: 'place', section: 'Cases' },
  { path: '/forecasts', label: 'Forecasts', icon: 'calendar', section: 'Cases' },
  { path: '/behind', label: 'Behind', icon: 'late', section: 'Cases' },
];
const charts: Destination = { path: '/charts', label: 'Charts', icon: 'progress', section: 'Ratings' };
const raters: Destination = { path: '/raters', label: 'Raters', icon: 'star', section: 'Ratings' };
const office: readonly Destination[] = [
  { path: '/qualifications', label: 'Qualifications', icon: 'shield', section: 'Records' },
  { path: '/roll-over', label: 'Roll-over', icon: 'recent', section: 'Records' },
  { path: '/approvals', label: 'Approvals', icon: 'queue', section: 'Records' },
  { path: '/record', label: 'Record', icon: 'document', section: 'Records' },
  { path: '/mails', label: 'Mail', icon: 'mail', section: 'Records' },
];

/**
 * How many destinations stand on a phone's bar when a role has more than four: they share it with "More" and the account.
 * A rail on a wide screen shows those that have a place of their own.
 */
const ON_THE_BAR = 3;

/** What each role finds in the navigation, the most used first. */
export const destinations: Readonly<Record<Role, readonly Destination[]>> = {
  fellow: [
    { path: '/home', label: 'Home', icon: 'home' },
    { path: '/log', label: 'Log', icon: 'add' },
    { path: '/entries', label: 'My log', icon: 'list', forReading: true },
    { path: '/progress', label: 'Progress', icon: 'progress', forReading: true },
  ],
  supervisor: [
    { path: '/queue', label: 'Queue', icon: 'queue' },
    signOffs,
    { path: '/standing-in', label: 'Standing in', icon: 'people' },
    board,
    { path: '/my-ratings', label: 'My ratings', icon: 'star' },
  ],
  director: [...daily, contested, ...kept, ...cases, charts, raters, ...office],
  coordinator: [...daily, ...kept, ...cases, charts, ...office],
  institution: [{ path: '/programs', label: 'Programs', icon: 'table' }],
  staff: [board],
};

/** Which of a reader's destinations a phone's bar shows, and which stand behind "More". */
export function onTheBar(all: readonly Destination[]): {
  bar: readonly Destination[];
  more: readonly Destination[];
} {
  return all.length <= ON_THE_BAR + 1
    ? { bar: all, more: [] }
    : { bar: all.slice(0, ON_THE_BAR), more: all.slice(ON_THE_BAR) };
}
