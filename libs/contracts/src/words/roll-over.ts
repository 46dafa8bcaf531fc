import { FIRST_ROTATION_DAYS, ROLL_OVER_DAYS, type RollOverStep } from '@countersign/domain/people';
import type { RollOverLineView, RollOverStepView, RollOverTaskView, RollOverView } from '../roll-over/views';
import { counted } from './count';
import { dayFull } from './time';

/** What each step is called. */
export const rollOverTitles: Readonly<Record<RollOverStep, string>> = {
  leaving: 'Fellows who leave',
  newcomers: 'Newcomers',
  requirements: 'Requirement set',
  rotations: 'First rotations',
  catalogue: 'Catalogue edition',
  supervisors: 'Supervisors who leave',
};

const around = `within ${ROLL_OVER_DAYS} days of this day`;

const abouts: Readonly<Record<RollOverStep, string>> = {
  leaving: `Their training ends ${around}, or has no last day.`,
  newcomers: `Their training begins ${around}.`,
  requirements: 'By which set newcomers are counted on their first day, and drafts that may become the next.',
  rotations: `Where everybody is in the first ${FIRST_ROTATION_DAYS} days: of the new year, or of the own training.`,
  catalogue: 'What can be logged. Entries keep the edition under which they were written.',
  supervisors: `Their role ends ${around}, or has ended while entries wait for them.`,
};

/** What of a step is looked at. */
export function rollOverAbout(key: RollOverStep): string {
  return abouts[key];
}

/** What a step says where it is about nobody and nothing. */
export const rollOverNothing: Readonly<Record<RollOverStep, string>> = {
  leaving: 'Nobody leaves.',
  newcomers: 'Nobody is on the list yet: add them under People, or import a roster.',
  requirements: 'There are no newcomers yet, and no draft waits.',
  rotations: 'Nobody is in training then.',
  catalogue: 'The program uses no catalogue.',
  supervisors: 'Nobody leaves.',
};

/** Where a step stands: `5 to do`. */
export function rollOverStateInWords({ state, lines }: Pick<RollOverStepView, 'state' | 'lines'>): string {
  const left = lines.reduce((sum, { tasks }) => sum + tasks.length, 0);
  switch (state) {
    case 'done':
      return 'done';
    case 'open':
      return `${left.toLocaleString()} to do`;
    case 'not-yet':
      return `${left.toLocaleString()} to do, not due yet`;
    default:
      return 'nothing to do';
  }
}

/** How far the change of the year has come. */
export function rollOverFinding({ steps }: Pick<RollOverView, 'steps'>): string {
  const open = steps.filter(({ state }) => state === 'open').length;
  const later = steps.filter(({ state }) => state === 'not-yet').length;
  if (open > 0) return `${open} of ${steps.length} steps need somebody`;
  return later > 0 ? `Nothing is due yet; ${counted(later, 'step', 'steps')} will be` : 'Everything is done';
}

/** From where the day on which the year changes is known. */
export function rollOverDayInWords({ on, foundOn }: Pick<RollOverView, 'on' | 'foundOn'>): string {
  if (foundOn === undefined)
    return 'No training begins or ends within a year, so that you say which day it is.';
  return on === foundOn
    ? 'On this day most trainings begin, or have ended the day before.'
    : `Most trainings change on ${dayFull(foundOn)}; you look at another day.`;
}

/** What a graduate keeps, and until when the log can be finished. */
export function graduateKeeps({ closingDays }: Pick<RollOverView, 'closingDays'>): string {
  const closing =
    closingDays === 0
      ? 'Nothing can be sent after the last day.'
      : `For ${counted(closingDays, 'day', 'days')} after the last day drafts can be sent and days of the training logged.`;
  return `${closing} Graduates keep their sign-in: they read their own log and progress for good, and take the log as a table, their letters and the receipt of each entry along.`;
}

/** What a line is about besides a name. */
export function rollOverLineInWords(key: RollOverStep, line: RollOverLineView): string {
  const day = line.day === undefined ? '' : dayFull(line.day);
  switch (key) {
    case 'leaving':
    case 'supervisors':
      return day === '' ? 'no last day' : `last day ${day}`;
    case 'newcomers':
      return [`first day ${day}`, ...(line.cohort === undefined ? [] : [line.cohort])].join(', ');
    case 'rotations':
      return `from ${day}`;
    case 'requirements':
      return setInWords(line);
    case 'catalogue':
      return `The program uses edition ${line.edition}.`;
  }
}

function setInWords({ newcomers, cohort, set }: RollOverLineView): string {
  if (newcomers === undefined) return 'Drafts';
  const who = `${counted(newcomers, 'newcomer', 'newcomers')} ${cohort === undefined ? 'without a cohort' : `of ${cohort}`}`;
  if (!set) return `${who}: nothing is published`;
  return `${who}: ${set.title}, version ${set.version}, ${set.binds ? 'binds' : 'does not bind'}`;
}

const taskWords: Readonly<Record<RollOverTaskView['kind'], (count: number, newest: string) => string>> = {
  'last-day': () => 'Set a last day',
  drafts: (count) => `${counted(count, 'draft', 'drafts')} not sent`,
  returned: (count) => `${counted(count, 'returned entry', 'returned entries')} not sent again`,
  waiting: (count) => `${counted(count, 'entry waits', 'entries wait')} for a decision`,
  ready: (count) => `${counted(count, 'competency', 'competencies')} ready and not signed`,
  letter: () => 'No letter about the record',
  invite: () => 'Not invited',
  'invite-again': () => 'The invitation is over',
  accept: () => 'Invited, no password yet',
  'base-specialty': () => 'No base specialty',
  cohort: () => 'No cohort',
  qualifications: (count) =>
    `${counted(count, 'qualification', 'qualifications')} expired on the first day, or about to`,
  unbound: () => 'No set binds them',
  'draft-set': (count) => `${counted(count, 'draft waits', 'drafts wait')} to be published`,
  rotation: () => 'No rotation planned',
  edition: (_count, newest) => `Edition ${newest} is here; the director moves the program`,
  'hand-over': (count) => `${counted(count, 'entry waits', 'entries wait')}: hand over`,
};

/** What is to be done. */
export function rollOverTaskInWords(
  { kind, count }: RollOverTaskView,
  { newest }: Pick<RollOverLineView, 'newest'> = {},
): string {
  return taskWords[kind](count, newest ?? '');
}
