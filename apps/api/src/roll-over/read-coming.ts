import { MoreThanOrEqual } from 'typeorm';
import { countingSet, type RequirementSet } from '@countersign/domain/competency';
import type { FirstDays, HeldTraining, NewcomersSet, NewcomingFellow } from '@countersign/domain/people';
import { qualificationWarnings, type QualificationFacts } from '@countersign/domain/qualification';
import type { NewcomersSetView } from '@countersign/contracts/roll-over/views';
import type { Reading } from '../db/context';
import { accessesOf } from '../members/accesses';
import type { NamedPerson } from '../people/people';
import type { RoleRow } from '../people/person.row';
import { grouped } from '../platform/grouped';
import { RotationRow } from '../programs/program.row';
import { heldQualifications } from '../qualifications/held-qualifications';
import { RequirementDraftRow } from '../requirements/requirement-set.row';
import type { Requirements } from '../requirements/requirements';

/** Newcomers who are counted alike, or drafts that wait to be published. */
export interface ComingSet extends NewcomersSet {
  readonly cohort: string | null;
  readonly newcomers: number;
  /** Null where nothing was published, and for drafts. */
  readonly set: NewcomersSetView | null;
}

/** Newcomers with how far each has got; in two statements. */
export async function newcomersOf(
  view: Reading,
  newcomers: readonly HeldTraining[],
  known: {
    readonly programId: string;
    readonly people: ReadonlyMap<string, NamedPerson>;
    readonly trainings: readonly RoleRow[];
  },
): Promise<NewcomingFellow[]> {
  const ids = newcomers.map(({ personId }) => personId);
  const accesses = await accessesOf(view, ids);
  const held = await heldQualifications(view, known.programId);
  return newcomers.map((one) => ({
    ...one,
    access: accesses.get(one.personId)?.state ?? 'none',
    baseSpecialty: known.people.get(one.personId)?.baseSpecialty ?? '',
    cohort: cohortOf(one, known.trainings),
    qualifications: troubled(held.get(one.personId) ?? [], one.fromOn),
  }));
}

/** How many have expired on a day, or will soon after it. */
function troubled(all: readonly QualificationFacts[], on: string): number {
  const { expired, expiring } = qualificationWarnings(all, on);
  return expired + expiring;
}

function cohortOf({ personId, fromOn }: HeldTraining, trainings: readonly RoleRow[]): string | null {
  return trainings.find((held) => held.personId === personId && held.fromOn === fromOn)?.cohort ?? null;
}

/** By which sets the newcomers are counted on their first days, and drafts of which one may become another; two statements. */
export async function comingSets(
  view: Reading,
  programId: string,
  of: {
    readonly requirements: Requirements;
    readonly newcomers: readonly NewcomingFellow[];
    readonly on: string;
  },
): Promise<ComingSet[]> {
  const published = await of.requirements.published(view, programId);
  const drafts = await view.manager.countBy(RequirementDraftRow, { programId });
  const alike = grouped(of.newcomers, ({ cohort, fromOn }) => {
    const counted = countingSet(published, { cohort, asOf: fromOn });
    return JSON.stringify([cohort, counted?.set.id, counted?.set.version, counted?.binds]);
  });
  return [
    ...[...alike.values()].map((group) => setOfGroup(published, group)),
    ...(drafts === 0 ? [] : [{ fromOn: of.on, binds: false, drafts, cohort: null, newcomers: 0, set: null }]),
  ];
}

function setOfGroup(published: readonly RequirementSet[], group: readonly NewcomingFellow[]): ComingSet {
  const [first] = group.toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1));
  if (!first) throw new Error('a group has somebody');
  const { cohort, fromOn } = first;
  const counted = countingSet(published, { cohort, asOf: fromOn });
  const binds = counted?.binds === true;
  return {
    ...{ fromOn, binds, drafts: 0, cohort, newcomers: group.length },
    set: counted && { title: counted.set.title, version: counted.set.version, binds },
  };
}

/** Whether a rotation reaches into the first days of each of these fellows; in one statement. */
export async function firstDaysOf(
  { manager }: Reading,
  programId: string,
  planned: readonly HeldTraining[],
): Promise<FirstDays[]> {
  const from = planned.map(({ fromOn }) => fromOn).toSorted()[0];
  if (from === undefined) return [];
  const rotations = grouped(
    await manager.findBy(RotationRow, { programId, toOn: MoreThanOrEqual(from) }),
    ({ fellowId }) => fellowId,
  );
  return planned.map((days) => ({
    ...days,
    isPlanned: (rotations.get(days.personId) ?? []).some(
      ({ fromOn, toOn }) => fromOn <= days.toOn && days.fromOn <= toOn,
    ),
  }));
}
