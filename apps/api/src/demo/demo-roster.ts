import { addDays } from 'date-fns/addDays';
import { formatISO } from 'date-fns/formatISO';
import { UTCDate } from '@date-fns/utc';
import { demonstrationRequirementSet } from '@countersign/domain/competency';
import type { Setting } from '@countersign/domain/entry';
import { currentEdition } from '../catalogue/editions/editions';
import type { NewPerson, NewProgram } from '../programs/set-up-program';

/** How far the demo year has come on its first day: the fellows are in week 46 of 52. */
const WEEKS_IN = 46;
const BLOCK_DAYS = 28;
/** Fellows leave when their year is over; those who stay have no last day, so that a kept demo can still be looked at. */
export const OPEN_END = '2999-12-31';

/** Kinds of rotation; each has its own mix of cases. */
export type RotationKind = 'asc' | 'hospital' | 'clinic' | 'cancer-acute' | 'elective';

/** A fellow of the demo with how the year goes for that fellow. All people are invented. */
export interface DemoFellow {
  readonly id: string;
  readonly name: string;
  readonly baseSpecialty: string;
  /** Skill at the start, and how fast it grows with each case of a kind. */
  readonly skill: number;
  readonly growth: number;
  /** How often entries are written up. */
  readonly habit: 'same-day' | 'weekly' | 'monthly';
  /** Cases a day on service, on average. */
  readonly pace: number;
}

/** A supervisor of the demo. */
export interface DemoSupervisor {
  readonly id: string;
  readonly name: string;
  readonly sites: readonly number[];
  /** Added to what a colleague would rate; below zero is strict. */
  readonly leaning: number;
  /** Typical days until a decision. */
  readonly days: number;
}

/** The demo program before its first entry. */
export interface DemoRoster {
  readonly startsOn: string;
  readonly today: string;
  readonly fellows: readonly DemoFellow[];
  readonly supervisors: readonly DemoSupervisor[];
  readonly siteIds: readonly string[];
  readonly program: NewProgram;
  /** What a fellow does on a date, or null on leave. */
  readonly dutyOn: (
    fellowId: string,
    on: string,
  ) => { readonly kind: RotationKind; readonly site: number } | null;
}

const fellowPlan = [
  ['Lena Brandvold', 'PM&R', 0.2, 0.62, 'same-day', 2.7],
  ['Remy Delacroix', 'Anesthesiology', 0.55, 0.6, 'monthly', 3.0],
  ['Joana Ferreira', 'Neurology', -0.15, 0.5, 'weekly', 2.5],
  ['Sasha Marwood', 'Emergency medicine', 0.1, 0.68, 'same-day', 3.0],
  ['Ama Okafor', 'Psychiatry', -0.35, 0.6, 'weekly', 2.7],
  ['Miko Tanaka', 'Family medicine', -0.1, 0.44, 'same-day', 2.9],
] as const;

const supervisorPlan = [
  ['Dr. Nils Lindqvist', [0], 0.1, 1],
  ['Dr. Efua Osei', [0, 1], 0, 2],
  ['Dr. Paola Ricci', [0], -0.55, 2],
  ['Dr. Henry Vance', [0], 0.2, 24],
  ['Dr. Sunita Rao', [0, 2], 0.3, 3],
  ['Dr. Jonas Weller', [1], 0, 1],
  ['Dr. Maya Feld', [1], 0.5, 4],
  ['Dr. Oluwaseun Ade', [1], -0.1, 2],
  ['Dr. Clara Nystrom', [1, 2], 0.1, 6],
  ['Dr. Peter Kovac', [1], 0, 15],
  ['Dr. Ines Moreau', [2], 0.2, 2],
  ['Dr. Tomas Berg', [2], -0.2, 3],
  ['Dr. Aisha Karim', [2], 0, 1],
  ['Dr. Walter Quist', [2], 0.15, 8],
] as const;

const sitePlan: readonly { readonly name: string; readonly setting: Setting }[] = [
  { name: 'Northgate Ambulatory Surgery Center', setting: 'asc' },
  { name: 'Harbor University Hospital', setting: 'operating-room' },
  { name: 'Millbrook Pain Clinic', setting: 'clinic' },
];

const blockPlan: readonly {
  readonly kind: RotationKind;
  readonly site: number;
  readonly name: string;
  readonly service: number;
  /** Working days a week on which procedures are planned. */
  readonly procedureDays?: number;
}[] = [
  { kind: 'asc', site: 0, name: 'Interventional, Northgate', service: 100, procedureDays: 5 },
  { kind: 'clinic', site: 2, name: 'Pain clinic, Millbrook', service: 80, procedureDays: 4 },
  { kind: 'hospital', site: 1, name: 'Implants and operating room, Harbor', service: 90, procedureDays: 5 },
  { kind: 'asc', site: 0, name: 'Interventional, Northgate', service: 100, procedureDays: 5 },
  { kind: 'cancer-acute', site: 1, name: 'Acute and cancer pain, Harbor', service: 70, procedureDays: 4 },
  { kind: 'clinic', site: 2, name: 'Pain clinic, Millbrook', service: 80, procedureDays: 4 },
];

const electiveBlock = { kind: 'elective', site: 2, name: 'Research and electives', service: 20 } as const;

/** The civil date so many days later. */
function daysAfter(on: string, days: number): string {
  return formatISO(addDays(new UTCDate(on), days), { representation: 'date' });
}

/** What the fellows who start on a date are called together, such as `2025–26`. */
function cohortOf(startsOn: string): string {
  const year = Number(startsOn.slice(0, 4));
  return `${year}–${String(year + 1).slice(-2)}`;
}

/** The demo's people, places and schedule; `nextId` makes ids in a fixed order. */
export function demoRoster(today: string, nextId: () => string): DemoRoster {
  const startsOn = daysAfter(today, -7 * WEEKS_IN);
  const fellows = fellowPlan.map(([name, baseSpecialty, skill, growth, habit, pace]) => {
    return { id: nextId(), name, baseSpecialty, skill, growth, habit, pace };
  });
  const supervisors = supervisorPlan.map(([name, sites, leaning, days]) => {
    return { id: nextId(), name, sites, leaning, days };
  });
  const siteIds = sitePlan.map(() => nextId());
  const schedule = fellows.flatMap(({ id }, position) => scheduleOf(id, position, startsOn));
  const leave = fellows.flatMap((fellow, position) => leaveOf(fellow.id, position, startsOn));
  return {
    startsOn,
    today,
    fellows,
    supervisors,
    siteIds,
    dutyOn: (fellowId, on) => {
      const covers = (period: { fellowId: string; fromOn: string; toOn: string }) =>
        period.fellowId === fellowId && period.fromOn <= on && on <= period.toOn;
      const block = schedule.find(covers);
      return leave.some(covers) || !block ? null : { kind: block.kind, site: block.site };
    },
    program: {
      program: { ...demoProgram, id: nextId() },
      people: people({ fellows, supervisors, nextId, startsOn }),
      sites: sitePlan.map((site, position) => ({ ...site, id: siteIds[position] ?? '' })),
      rotations: schedule.map(({ kind: _kind, site, ...rest }) => ({ ...rest, siteId: siteIds[site] ?? '' })),
      leave,
      requirements: { ...demonstrationRequirementSet, cohort: cohortOf(startsOn), effectiveOn: startsOn },
    },
  };
}

const demoProgram = {
  name: 'Harbor Pain Medicine Fellowship (demo)',
  institution: 'Harbor University (invented)',
  timeZone: 'America/Chicago',
  catalogueEdition: currentEdition,
  lateAfterDays: 14,
  closingDays: null,
  neededDetails: null,
  demo: true,
} as const;

type Scheduled = (typeof blockPlan)[number] & { fellowId: string; fromOn: string; toOn: string };

/** Thirteen blocks of four weeks. */
function scheduleOf(fellowId: string, position: number, startsOn: string): Scheduled[] {
  return blocksOf(position).map((block, index) => ({
    ...block,
    fellowId,
    fromOn: daysAfter(startsOn, index * BLOCK_DAYS),
    toOn: daysAfter(startsOn, index * BLOCK_DAYS + BLOCK_DAYS - 1),
  }));
}

/** Each fellow starts elsewhere in the plan and has one elective block. */
function blocksOf(position: number): (typeof blockPlan)[number][] {
  return Array.from({ length: 13 }, (_, index) => {
    if (index === 4 + position) return electiveBlock;
    return blockPlan[(index + position) % blockPlan.length] ?? electiveBlock;
  });
}

/** Two weeks of vacation, a conference, and one longer leave, so that a forecast must look at the schedule. */
function leaveOf(
  fellowId: string,
  position: number,
  startsOn: string,
): { fellowId: string; fromOn: string; toOn: string; kind: string }[] {
  const period = (week: number, days: number, kind: string) => ({
    fellowId,
    fromOn: daysAfter(startsOn, week * 7),
    toOn: daysAfter(startsOn, week * 7 + days - 1),
    kind,
  });
  return [
    period(9 + position * 2, 7, 'vacation'),
    period(30 + position, 7, 'vacation'),
    period(22, 4, 'conference'),
    ...(position === 2 ? [period(36, 35, 'parental')] : []),
  ];
}

function people(given: {
  fellows: readonly DemoFellow[];
  supervisors: readonly DemoSupervisor[];
  nextId: () => string;
  startsOn: string;
}): NewPerson[] {
  const { startsOn, nextId } = given;
  const year = { fromOn: startsOn, toOn: daysAfter(startsOn, 364) };
  const staff = { fromOn: daysAfter(startsOn, -730), toOn: OPEN_END };
  const account = (id: string, name: string): Omit<NewPerson, 'roles'> => ({
    id,
    name,
    email: `${name
      .replace('Dr. ', '')
      .toLowerCase()
      .replace(/[^a-z]+/g, '.')}@demo.invalid`,
    baseSpecialty: '',
    passwordHash: null,
  });
  return [
    ...given.fellows.map(({ id, name, baseSpecialty }) => ({
      ...account(id, name),
      baseSpecialty,
      roles: [{ role: 'fellow' as const, ...year, cohort: cohortOf(startsOn) }],
    })),
    ...given.supervisors.map(({ id, name }) => ({
      ...account(id, name),
      roles: [{ role: 'supervisor' as const, ...staff }],
    })),
    { ...account(nextId(), 'Dr. Ruth Castellan'), roles: [{ role: 'director' as const, ...staff }] },
    { ...account(nextId(), 'Ben Ashby'), roles: [{ role: 'coordinator' as const, ...staff }] },
    { ...account(nextId(), 'Ivy Maddox'), roles: [{ role: 'staff' as const, ...staff }] },
  ];
}
