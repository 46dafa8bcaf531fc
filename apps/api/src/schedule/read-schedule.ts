import { Inject, Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import type { ScheduleView } from '@countersign/contracts/schedule/views';
import type { Reading } from '../db/context';
import { People } from '../people/people';
import { RoleRow } from '../people/person.row';
import { grouped } from '../platform/grouped';
import { LeaveRow, RotationRow, SiteRow } from '../programs/program.row';
import { Programs, todayAt } from '../programs/programs';

/** Who is where, when. */
@Injectable()
export class ReadSchedule {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(Programs) private readonly programs: Programs,
  ) {}

  /** Fellows whose training is not over, by name. */
  async run(view: Reading, programId: string): Promise<ScheduleView> {
    const { manager } = view;
    const today = todayAt(await this.programs.load(view, programId), view);
    const training = await manager.findBy(RoleRow, {
      ...{ programId, role: 'fellow' as const },
      toOn: MoreThanOrEqual(today),
    });
    const order = { fromOn: 'ASC', id: 'ASC' } as const;
    const rotations = grouped(await manager.find(RotationRow, { where: { programId }, order }), fellowOf);
    const leave = grouped(await manager.find(LeaveRow, { where: { programId }, order }), fellowOf);
    const sites = await manager.find(SiteRow, { where: { programId }, order: { name: 'ASC', id: 'ASC' } });
    const names = await this.people.everybody(view, programId);
    const fellows = training.map(({ personId: id, fromOn, toOn }) => ({
      ...{ id, name: names.get(id)?.name ?? '', fromOn, toOn },
      rotations: (rotations.get(id) ?? []).filter((one) => touches(one, { fromOn, toOn })).map(rotationView),
      leave: (leave.get(id) ?? []).filter((one) => touches(one, { fromOn, toOn })).map(leaveView),
    }));
    return {
      today,
      sites: sites.map(({ id, name, setting }) => ({ id, name, setting })),
      fellows: fellows.sort(
        (one, other) => one.name.localeCompare(other.name, 'en') || (one.id < other.id ? -1 : 1),
      ),
    };
  }
}

function fellowOf({ fellowId }: { readonly fellowId: string }): string {
  return fellowId;
}

interface Days {
  readonly fromOn: string;
  readonly toOn: string;
}

function touches(one: Days, other: Days): boolean {
  return one.fromOn <= other.toOn && other.fromOn <= one.toOn;
}

function rotationView({
  id,
  siteId,
  name,
  fromOn,
  toOn,
  service,
  procedureDays,
}: RotationRow): ScheduleView['fellows'][0]['rotations'][0] {
  return { id, siteId, name, fromOn, toOn, service, ...(procedureDays !== null && { procedureDays }) };
}

function leaveView({ id, fromOn, toOn, kind }: LeaveRow): ScheduleView['fellows'][0]['leave'][0] {
  return { id, fromOn, toOn, kind };
}
