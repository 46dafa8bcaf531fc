import { dayAfter, isOpenEnd, type Stretch } from '../calendar';
import { isAroundTurn, ROLL_OVER_DAYS } from './turn-of-year';

/** Within so many days of the new year, or of their own first day, fellows are somewhere. A choice. */
export const FIRST_ROTATION_DAYS = 30;

/** What is to be looked at when the academic year changes, in the order in which it is told. */
export const rollOverSteps = [
  'leaving',
  'newcomers',
  'requirements',
  'rotations',
  'catalogue',
  'supervisors',
] as const;
/** One of {@link rollOverSteps}. */
export type RollOverStep = (typeof rollOverSteps)[number];

/** `not-yet`: something is to be done, and none of it is due; `nothing`: the step is about nobody and nothing. */
export const rollOverStates = ['done', 'open', 'not-yet', 'nothing'] as const;
/** One of {@link rollOverStates}. */
export type RollOverState = (typeof rollOverStates)[number];

/** Kinds of things that are to be done. */
export const rollOverTasks = [
  ...(['last-day', 'drafts', 'returned', 'waiting', 'ready', 'letter'] as const),
  ...(['invite', 'invite-again', 'accept', 'base-specialty', 'cohort'] as const),
  'qualifications',
  ...(['unbound', 'draft-set', 'rotation', 'edition', 'hand-over'] as const),
] as const;

/** Something that is to be done, and how often. */
export interface RollOverTask {
  readonly kind: (typeof rollOverTasks)[number];
  /** 1 or more. */
  readonly count: number;
}

/** A training that somebody holds, held or will hold. */
export interface HeldTraining extends Stretch {
  readonly personId: string;
}

/** A fellow whose training ends with the year, or has no end. */
export interface LeavingFellow extends HeldTraining {
  /** Entries that were never sent. */
  readonly drafts: number;
  /** Entries that were returned and not sent again. */
  readonly returned: number;
  /** Entries that wait for a decision. */
  readonly waiting: number;
  /** Competencies whose sign-off was asked for, or that meet all of their rules, and are not signed. */
  readonly ready: number;
  /** A letter about the whole record was made at the end of the training and stands. */
  readonly hasLetter: boolean;
}

/** A fellow whose training begins with the year. */
export interface NewcomingFellow extends HeldTraining {
  /** How far the person has got with an account. */
  readonly access: 'none' | 'invited' | 'expired' | 'password';
  /** Empty for none. */
  readonly baseSpecialty: string;
  readonly cohort: string | null;
  /** Qualifications that have expired on the first day, or will soon after it. */
  readonly qualifications: number;
}

/** By which requirement set newcomers are counted on their first day; a draft that may become one has no newcomers. */
export interface NewcomersSet {
  /** First day of the first of them; of a draft the day on which the year changes. */
  readonly fromOn: string;
  readonly binds: boolean;
  readonly drafts: number;
}

/** A fellow of the new year, and whether the first days are planned. */
export interface FirstDays extends HeldTraining {
  readonly isPlanned: boolean;
}

/** A supervisor whose role ends with the year, or has ended while entries wait. */
export interface LeavingSupervisor {
  readonly personId: string;
  readonly lastOn: string;
  readonly waiting: number;
}

/** All that is known of a change of the year. */
export interface RollOverKnown<S extends NewcomersSet = NewcomersSet> {
  readonly today: string;
  /** First day of the new year. */
  readonly on: string;
  readonly leaving: readonly LeavingFellow[];
  readonly newcomers: readonly NewcomingFellow[];
  readonly sets: readonly S[];
  readonly rotations: readonly FirstDays[];
  readonly catalogue: { readonly edition: string; readonly newest: string };
  readonly supervisors: readonly LeavingSupervisor[];
}

/** One thing or person of a step with what is to be done; nothing where all of it is done. */
export interface RollOverLine<T> {
  readonly of: T;
  readonly tasks: readonly RollOverTask[];
}

/** A step with what it is about. */
export interface RollOverPart<T> {
  readonly state: RollOverState;
  readonly lines: readonly RollOverLine<T>[];
}

/** Whom a change of the year concerns. */
export interface TurningFellows {
  /** Their last training ends within {@link ROLL_OVER_DAYS} of the day, or has no end. */
  readonly leaving: readonly HeldTraining[];
  /** Their first training begins within as many days of it. */
  readonly newcomers: readonly HeldTraining[];
  /** Whose training reaches into the first weeks of the new year: the days of it that ought to be planned. */
  readonly planned: readonly HeldTraining[];
}

/** Whom the change of the year on a day concerns, each once, in the order of their trainings. */
export function turningFellows(trainings: readonly HeldTraining[], on: string): TurningFellows {
  const ids = [...new Set(trainings.map(({ personId }) => personId))];
  const own = ids.map((id) =>
    trainings
      .filter(({ personId }) => personId === id)
      .toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1)),
  );
  const isNew = (one: HeldTraining) => isAroundTurn(one.fromOn, on);
  const newcomers = own.flatMap(([first]) => (first && isNew(first) ? [first] : []));
  const leaving = own.flatMap((all) => {
    const last = all.toSorted((one, other) => (one.toOn < other.toOn ? 1 : -1))[0];
    if (!last) return [];
    // Of a newcomer without a last day that step says it.
    const leaves = isOpenEnd(last.toOn) ? !all.some(isNew) : isAroundTurn(dayAfter(last.toOn, 1), on);
    return leaves ? [last] : [];
  });
  const planned = own.flatMap((all) => {
    const next = all.find(({ toOn }) => on <= toOn);
    return next && next.fromOn <= dayAfter(on, ROLL_OVER_DAYS) ? [firstDaysOf(next, on)] : [];
  });
  return { leaving, newcomers, planned };
}

function firstDaysOf({ personId, ...training }: HeldTraining, on: string): HeldTraining {
  const fromOn = training.fromOn < on ? on : training.fromOn;
  const toOn = dayAfter(fromOn, FIRST_ROTATION_DAYS - 1);
  return { personId, fromOn, toOn: training.toOn < toOn ? training.toOn : toOn };
}

/** What is to be done when the year changes, step by step. Nothing of it is kept: it is told by what is true now. */
export function rollOver<S extends NewcomersSet>(known: RollOverKnown<S>) {
  const { today, on } = known;
  /** Nothing is due more than {@link ROLL_OVER_DAYS} ahead. */
  const isDue = (day: string) => today >= dayAfter(day, -ROLL_OVER_DAYS);
  return {
    leaving: partOf(known.leaving, leavingTasks, ({ toOn }) => isDue(isOpenEnd(toOn) ? on : toOn)),
    newcomers: partOf(known.newcomers, newcomerTasks, ({ fromOn }) => isDue(fromOn)),
    requirements: partOf(known.sets, setTasks, ({ fromOn }) => isDue(fromOn)),
    rotations: partOf(
      known.rotations,
      ({ isPlanned }) => tasks({ rotation: isPlanned ? 0 : 1 }),
      ({ fromOn }) => isDue(fromOn),
    ),
    catalogue: partOf(
      [known.catalogue],
      ({ edition, newest }) => tasks({ edition: edition === newest ? 0 : 1 }),
      () => true,
    ),
    supervisors: partOf(
      known.supervisors,
      ({ waiting }) => tasks({ 'hand-over': waiting }),
      ({ lastOn }) => isDue(lastOn),
    ),
  };
}

function leavingTasks({ toOn, hasLetter, ...of }: LeavingFellow): RollOverTask[] {
  // Whoever has no last day does not leave yet: what is left open is no matter of the year.
  if (isOpenEnd(toOn)) return tasks({ 'last-day': 1 });
  const { drafts, returned, waiting, ready } = of;
  return tasks({ drafts, returned, waiting, ready, letter: hasLetter ? 0 : 1 });
}

function newcomerTasks({ access, baseSpecialty, cohort, toOn, ...of }: NewcomingFellow): RollOverTask[] {
  return tasks({
    qualifications: of.qualifications,
    invite: access === 'none' ? 1 : 0,
    'invite-again': access === 'expired' ? 1 : 0,
    accept: access === 'invited' ? 1 : 0,
    'base-specialty': baseSpecialty.trim() === '' ? 1 : 0,
    cohort: cohort === null ? 1 : 0,
    'last-day': isOpenEnd(toOn) ? 1 : 0,
  });
}

function setTasks({ binds, drafts }: NewcomersSet): RollOverTask[] {
  return tasks({ unbound: binds || drafts > 0 ? 0 : 1, 'draft-set': drafts });
}

function tasks(counts: Partial<Record<RollOverTask['kind'], number>>): RollOverTask[] {
  return rollOverTasks.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
}

function partOf<T>(
  all: readonly T[],
  tasksOf: (of: T) => readonly RollOverTask[],
  isDue: (of: T) => boolean,
): RollOverPart<T> {
  const lines = all.map((of) => ({ of, tasks: tasksOf(of) }));
  const left = lines.filter((line) => line.tasks.length > 0);
  if (left.length === 0) return { state: lines.length === 0 ? 'nothing' : 'done', lines };
  return { state: left.some(({ of }) => isDue(of)) ? 'open' : 'not-yet', lines };
}
