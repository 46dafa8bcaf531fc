import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CLOSING_DAYS } from '@countersign/domain/access';
import { isCivilDate } from '@countersign/domain/calendar';
import { rollOver, turningFellows, turnOfYear, type RollOverKnown } from '@countersign/domain/people';
import type { RollOverView } from '@countersign/contracts/roll-over/views';
import { currentEdition } from '../catalogue/editions/editions';
import type { Reading } from '../db/context';
import { People } from '../people/people';
import { RoleRow } from '../people/person.row';
import { problem } from '../platform/problem';
import { namesIn } from '../programs/names';
import { Programs, todayAt } from '../programs/programs';
import { Requirements } from '../requirements/requirements';
import { openEntries } from './open-entries';
import { comingSets, firstDaysOf, newcomersOf, type ComingSet } from './read-coming';
import { leavingSupervisors, ReadLeaving } from './read-leaving';
import { stepViews } from './step-views';

/** What is to be done when the academic year changes, told by what is true now. */
@Injectable()
export class ReadRollOver {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(Programs) private readonly programs: Programs,
    @Inject(ReadLeaving) private readonly leaving: ReadLeaving,
    @Inject(Requirements) private readonly requirements: Requirements,
  ) {}

  /**
   * @param asked first day of the new year, where it is not the one that the trainings have
   * @throws ProblemException `people/impossible-date` for a day that no calendar has
   */
  async run(view: Reading, programId: string, asked?: string): Promise<RollOverView> {
    if (asked !== undefined && !isCivilDate(asked)) throw problem('people/impossible-date');
    const program = await this.programs.load(view, programId);
    const today = todayAt(program, view);
    const roles = await view.manager.find(RoleRow, {
      where: { programId, role: In(['fellow', 'supervisor']) },
      order: { fromOn: 'ASC', id: 'ASC' },
    });
    const foundOn = turnOfYear(
      roles.filter(({ role }) => role === 'fellow'),
      today,
    );
    const on = asked ?? foundOn ?? today;
    const known = await this.known(view, programId, { roles, on, today });
    const { catalogueEdition: edition, closingDays } = program;
    const steps = rollOver({ ...known, catalogue: { edition, newest: currentEdition } });
    return {
      ...{ today, on, closingDays: closingDays ?? CLOSING_DAYS },
      ...(foundOn === undefined ? {} : { foundOn }),
      steps: stepViews(steps, await namesIn(view, programId)),
    };
  }

  private async known(
    view: Reading,
    programId: string,
    { roles, on, today }: { readonly roles: readonly RoleRow[]; readonly on: string; readonly today: string },
  ): Promise<Omit<RollOverKnown<ComingSet>, 'catalogue'>> {
    const trainings = roles.filter(({ role }) => role === 'fellow');
    const concerned = turningFellows(
      trainings.map(({ personId, fromOn, toOn }) => ({ personId, fromOn, toOn })),
      on,
    );
    const entries = await openEntries(view, programId);
    const people = await this.people.everybody(view, programId);
    const newcomers = await newcomersOf(view, concerned.newcomers, { programId, people, trainings });
    const supervisors = roles.filter(({ role }) => role === 'supervisor');
    return {
      ...{ today, on, newcomers },
      leaving: await this.leaving.fellows(view, programId, { leaving: concerned.leaving, entries }),
      sets: await comingSets(view, programId, { requirements: this.requirements, newcomers, on }),
      rotations: await firstDaysOf(view, programId, concerned.planned),
      supervisors: leavingSupervisors(supervisors, entries, { on, today }),
    };
  }
}
