import { Inject, Injectable } from '@nestjs/common';
import type { Stretch } from '@countersign/domain/calendar';
import { problemInWords } from '@countersign/contracts/words/problem';
import type { Tx } from '../db/context';
import { ChangePeople } from '../members/change-people';
import { Depart } from '../members/depart';
import { RolesHeld } from '../members/roles-held';
import { ProblemException } from '../platform/problem';
import { SetCohort } from '../requirements/set-cohort';
import { ChangeSchedule } from '../schedule/change-schedule';
import { changeInWords } from './change-words';
import { inFreeOrder } from './in-free-order';
import { isEnd, isSameFellow, isSameRole, type Change, type ChangeOf, type PartKind } from './roster-changes';
import { RosterError } from './roster-file';
import type { RosterTrial } from './try-roster';

/** The program that is brought up to date, and who and what is called how there. */
interface Place {
  readonly programId: string;
  readonly today: string;
  /** Ids of people by e-mail, of sites by name: those that were there, and those that came since. */
  readonly people: Map<string, string>;
  readonly sites: Map<string, string>;
  /** Of first passwords, by e-mail. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** What a stretch of some kind is changed into. */
type Planned<Kind extends PartKind> = ChangeOf<Kind> & { readonly after: object };

/**
 * Brings a program to what a roster says, by the commands that a director's pages call, so that each change is held
 * against the same rules and is an event of the log.
 */
@Injectable()
export class BringUpToDate {
  constructor(
    @Inject(ChangePeople) private readonly people: ChangePeople,
    @Inject(Depart) private readonly departure: Depart,
    @Inject(RolesHeld) private readonly roles: RolesHeld,
    @Inject(SetCohort) private readonly cohorts: SetCohort,
    @Inject(ChangeSchedule) private readonly schedule: ChangeSchedule,
  ) {}

  /**
   * Who comes, comes first; who goes, goes last, so that somebody else directs by then.
   * @throws RosterError naming the change that a rule refuses, and why
   */
  async run(tx: Tx, programId: string, trial: RosterTrial, hashes: Place['hashes']): Promise<void> {
    const { kept, steps, today } = trial;
    const place: Place = {
      ...{ programId, today, hashes },
      people: new Map(kept.person.map(({ email, id }) => [email, id])),
      sites: new Map(kept.site.map(({ name, id }) => [name, id])),
    };
    const of = <Kind extends PartKind>(kind: Kind): ChangeOf<Kind>[] =>
      steps.filter((one) => one.kind === kind) as unknown as ChangeOf<Kind>[];
    const roles = of('role');
    const people = of('person');
    const staying = planned(roles.filter((one) => !isEnd(one, today)));
    const ordered: Change[] = [
      ...people.filter(({ before }) => before === null),
      ...inFreeOrder(staying, kept.role, isSameRole),
      ...people.filter(({ before }) => before !== null),
      ...of('site'),
      ...inFreeOrder(planned(of('rotation')), kept.rotation, isSameFellow),
      ...inFreeOrder(planned(of('leave')), kept.leave, isSameFellow),
      ...roles.filter((one) => isEnd(one, today)),
    ];
    for (const change of ordered) {
      try {
        await this.apply(tx, place, change);
      } catch (error) {
        if (error instanceof ProblemException) throw refusal(change, error);
        throw error;
      }
    }
  }

  private apply(tx: Tx, place: Place, change: Change): Promise<void> {
    switch (change.kind) {
      case 'person':
        return this.person(tx, place, change);
      case 'role':
        return isEnd(change, place.today) ? this.endRole(tx, place, change) : this.role(tx, place, change);
      case 'site':
        return this.site(tx, place, change);
      case 'rotation':
        return this.rotation(tx, place, change);
      case 'leave':
        return this.leave(tx, place, change);
      case 'program':
        throw new Error('a set-up leaves a program’s own rules as they are');
    }
  }

  private async person(tx: Tx, place: Place, { before, after }: ChangeOf<'person'>): Promise<void> {
    if (after === null) return;
    const { name, email, baseSpecialty } = after;
    if (before !== null) {
      const key = { programId: place.programId, personId: before.id };
      return this.people.change(tx, key, { name, email, baseSpecialty, seen: before });
    }
    const id = tx.newId();
    await this.people.letIn(tx, { id, name, email, baseSpecialty }, place.hashes.get(email));
    place.people.set(email, id);
  }

  private async role(tx: Tx, place: Place, { before, after }: ChangeOf<'role'>): Promise<void> {
    if (after === null) return;
    const { programId } = place;
    const { role, email, fromOn, toOn, cohort } = after;
    if (before === null) {
      const given = { id: tx.newId(), role, fromOn, toOn, ...(cohort !== null && { cohort }) };
      return this.roles.give(tx, { programId, personId: idIn(place.people, email) }, given);
    }
    const key = { programId, roleId: before.id };
    if (fromOn !== before.fromOn || toOn !== before.toOn)
      await this.roles.setDates(tx, key, { fromOn, toOn, seen: daysOf(before) });
    if (role === 'fellow') await this.cohorts.run(tx, key, { cohort });
  }

  /** As somebody leaves: today is the last day unless the roster says an earlier one; a role to come is taken back. */
  private async endRole(tx: Tx, place: Place, { before, after }: ChangeOf<'role'>): Promise<void> {
    if (before === null) return;
    const { programId, today } = place;
    const key = { programId, roleId: before.id };
    if (after === null && before.fromOn > today) return this.roles.takeBack(tx, key);
    const { fromOn, toOn: lastOn } = after ?? { fromOn: before.fromOn, toOn: today };
    const seen = { fromOn, toOn: before.toOn };
    if (fromOn !== before.fromOn) await this.roles.setDates(tx, key, { ...seen, seen: daysOf(before) });
    await this.departure.run(tx, key, { lastOn, seen });
    if (after?.role === 'fellow') await this.cohorts.run(tx, key, { cohort: after.cohort });
  }

  private async site(tx: Tx, place: Place, { before, after }: ChangeOf<'site'>): Promise<void> {
    if (after === null) return;
    const { programId } = place;
    if (before !== null) {
      const key = { programId, siteId: before.id };
      return this.schedule.changeSite(tx, key, { ...after, seenName: before.name });
    }
    const id = tx.newId();
    await this.schedule.addSite(tx, programId, { ...after, id });
    place.sites.set(after.name, id);
  }

  private rotation(tx: Tx, place: Place, { before, after }: ChangeOf<'rotation'>): Promise<void> {
    if (after === null) return Promise.resolve();
    const { programId } = place;
    const { site, email, name, fromOn, toOn, service, procedureDays } = after;
    const body = {
      ...{ name, fromOn, toOn, service, siteId: idIn(place.sites, site) },
      ...(procedureDays !== null && { procedureDays }),
    };
    if (before === null) {
      const fellowId = idIn(place.people, email);
      return this.schedule.addRotation(tx, programId, { ...body, id: tx.newId(), fellowId });
    }
    const key = { programId, rotationId: before.id };
    return this.schedule.changeRotation(tx, key, { ...body, seen: before });
  }

  /** Leave is not moved on the page either: it is taken back and planned anew. */
  private async leave(tx: Tx, place: Place, { before, after }: ChangeOf<'leave'>): Promise<void> {
    if (after === null) return;
    const { programId } = place;
    const { email, fromOn, toOn, kind } = after;
    if (before !== null) await this.schedule.removeLeave(tx, { programId, leaveId: before.id });
    const fellowId = idIn(place.people, email);
    await this.schedule.addLeave(tx, programId, { id: tx.newId(), fellowId, fromOn, toOn, kind });
  }
}

function daysOf({ fromOn, toOn }: Stretch): { fromOn: string; toOn: string } {
  return { fromOn, toOn };
}

/** Those of the changes after which there is something. */
function planned<Kind extends PartKind>(changes: readonly ChangeOf<Kind>[]): Planned<Kind>[] {
  return changes.filter((one): one is Planned<Kind> => one.after !== null);
}

function refusal(change: Change, { code, detail = {} }: ProblemException): RosterError {
  return new RosterError(`${changeInWords(change)}: ${problemInWords({ code, values: detail })}`);
}

/** The checks before have seen that every name is there. */
function idIn(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new RosterError(`The roster does not have ${name}.`);
  return id;
}
