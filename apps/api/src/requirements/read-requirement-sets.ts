import { Inject, Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import { mayAttempt } from '@countersign/domain/access';
import { standingOf, type RequirementSet } from '@countersign/domain/competency';
import type {
  CohortLineView,
  DraftLineView,
  PublishedSetView,
  RequirementSetDetailView,
  RequirementSetsView,
} from '@countersign/contracts/requirements/views';
import { requirementSetView } from '../competencies/standing-views';
import type { Reading } from '../db/context';
import { RoleRow } from '../people/person.row';
import { problem } from '../platform/problem';
import { namesIn, type Names } from '../programs/names';
import { Programs, todayAt } from '../programs/programs';
import { RequirementDraftRow } from './requirement-set.row';
import { Requirements, setOf, type PublishedVersion } from './requirements';

/** A training of today or to come, with the set by which its fellow is counted. */
interface Training {
  readonly role: RoleRow;
  readonly isToday: boolean;
  readonly counted: ReturnType<typeof setOf>;
}

/** Reads the requirement sets of a program for whoever may look at them. */
@Injectable()
export class ReadRequirementSets {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(Requirements) private readonly requirements: Requirements,
  ) {}

  /** Every set, as far as the reader may see: drafts those who may draft, cohorts those who keep the people. */
  async all(view: Reading, programId: string): Promise<RequirementSetsView> {
    const { actor } = view;
    const { asOfOn, versions, trainings, names } = await this.found(view, programId);
    const drafts = mayAttempt('requirements.draft', actor, programId)
      ? await view.manager.find(RequirementDraftRow, {
          where: { programId },
          order: { savedAt: 'DESC', id: 'DESC' },
        })
      : null;
    return {
      asOfOn,
      published: versions.map((version) => publishedView(version, trainings, names)),
      ...(drafts && { drafts: drafts.map((draft) => draftView(draft, names)) }),
      ...(mayAttempt('people.manage', actor, programId) && {
        fellows: trainings.map((training) => cohortView(training, names)),
      }),
    };
  }

  /** One published version with its rules. @throws ProblemException `access/not-found` */
  async one(view: Reading, key: { programId: string; setRowId: string }): Promise<RequirementSetDetailView> {
    const { versions, trainings, names } = await this.found(view, key.programId);
    const version = versions.find(({ id }) => id === key.setRowId);
    if (!version) throw problem('access/not-found');
    const { competencies } = structuredClone(version.set) as RequirementSet;
    return {
      ...publishedView(version, trainings, names),
      competencies: competencies as RequirementSetDetailView['competencies'],
    };
  }

  /** A published version, or a draft for those who may draft. @throws ProblemException `access/not-found` */
  async setOf(view: Reading, key: { programId: string; setRowId: string }): Promise<RequirementSet> {
    const { programId, setRowId: id } = key;
    const version = (await this.requirements.versions(view, programId)).find((one) => one.id === id);
    if (version) return version.set;
    const draft = mayAttempt('requirements.draft', view.actor, programId)
      ? await view.manager.findOneBy(RequirementDraftRow, { programId, id })
      : null;
    if (!draft) throw problem('access/not-found');
    return draft.body as RequirementSet;
  }

  private async found(view: Reading, programId: string) {
    const asOfOn = todayAt(await this.programs.load(view, programId), view);
    const versions = await this.requirements.versions(view, programId);
    const names = await namesIn(view, programId);
    const trainings = await trainingsOf(view, programId, { asOfOn, sets: versions.map(({ set }) => set) });
    const byName = (one: Training, other: Training) =>
      nameOf(one.role.personId, names).localeCompare(nameOf(other.role.personId, names), 'en');
    return { asOfOn, versions, names, trainings: trainings.toSorted(byName) };
  }
}

/** Trainings that are not over; one that is to come is counted as on its first day. */
async function trainingsOf(
  { manager }: Reading,
  programId: string,
  { asOfOn, sets }: { readonly asOfOn: string; readonly sets: readonly RequirementSet[] },
): Promise<Training[]> {
  const roles = await manager.find(RoleRow, {
    where: { programId, role: 'fellow', toOn: MoreThanOrEqual(asOfOn) },
    order: { fromOn: 'ASC' },
  });
  return roles.map((role) => {
    const isToday = role.fromOn <= asOfOn;
    const asOf = isToday ? asOfOn : role.fromOn;
    return { role, isToday, counted: setOf(sets, { cohort: role.cohort, asOf }) };
  });
}

const nameOf = (id: string, names: Names): string => names.get(id) ?? '';

function headOf({ id: setId, title, source, edition, cohort, effectiveOn, ...set }: RequirementSet) {
  return {
    ...{ setId, title, source, edition, effectiveOn, standing: standingOf(set) },
    ...(cohort === undefined ? {} : { cohort }),
    competencyCount: set.competencies.length,
  };
}

function publishedView(
  { id, set, publishedAt, publishedById }: PublishedVersion,
  trainings: readonly Training[],
  names: Names,
): PublishedSetView {
  const { version, verifiedBy, verifiedOn, verifiedAgainst = null } = set;
  const isBound = ({ isToday, counted }: Training) => isToday && counted.binds && counted.set === set;
  return {
    ...{ id, ...headOf(set), version, publishedAt },
    ...(publishedById === null ? {} : { publishedBy: nameOf(publishedById, names) }),
    ...(verifiedBy === null ? {} : { verifiedBy: nameOf(verifiedBy, names) }),
    ...(verifiedOn === null ? {} : { verifiedOn }),
    ...(verifiedAgainst === null ? {} : { verifiedAgainst }),
    binds: trainings.filter(isBound).length,
  };
}

function draftView(
  { id, body, savedAt, savedById, revision }: RequirementDraftRow,
  names: Names,
): DraftLineView {
  return { id, ...headOf(body as RequirementSet), revision, savedAt, savedBy: nameOf(savedById, names) };
}

function cohortView({ role, counted }: Training, names: Names): CohortLineView {
  const { id: roleId, personId: id, fromOn, toOn, cohort } = role;
  return {
    ...{ roleId, fellow: { id, name: nameOf(id, names) }, fromOn, toOn },
    ...(cohort === null ? {} : { cohort }),
    set: requirementSetView(counted),
  };
}
