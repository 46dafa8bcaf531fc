import { Controller, Inject } from '@nestjs/common';
import {
  AddPersonBody,
  ChangePersonBody,
  DepartureBody,
  GiveRoleBody,
  RoleDatesBody,
} from '@countersign/contracts/people/bodies';
import {
  addPerson,
  changePerson,
  departFrom,
  disablePerson,
  enablePerson,
  giveRole,
  readMembers,
  setRoleDates,
  takeRoleBack,
} from '@countersign/contracts/people/endpoints';
import { MembersView } from '@countersign/contracts/people/views';
import { RoleRow } from '../people/person.row';
import type { Tx } from '../db/context';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import type { Writer } from '../platform/privacy';
import { problem } from '../platform/problem';
import { ChangePeople } from './change-people';
import { Depart } from './depart';
import { MemberList } from './member-list';
import { RolesHeld } from './roles-held';

@Controller()
export class MembersController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ChangePeople) private readonly people: ChangePeople,
    @Inject(Depart) private readonly departure: Depart,
    @Inject(MemberList) private readonly members: MemberList,
    @Inject(RolesHeld) private readonly roles: RolesHeld,
  ) {}

  @Handle(readMembers, { view: MembersView })
  list({ actor, params }: Handled<typeof readMembers>): Promise<MembersView> {
    return this.db.read(actor, (view) => this.members.run(view, params.programId));
  }

  @Handle(addPerson, { body: AddPersonBody, view: MembersView })
  add({ actor, params, body }: Handled<typeof addPerson>): Promise<MembersView> {
    return this.acting(actor, params.programId, (tx) => this.people.add(tx, params.programId, body));
  }

  @Handle(changePerson, { body: ChangePersonBody, view: MembersView })
  change({ actor, params, body }: Handled<typeof changePerson>): Promise<MembersView> {
    return this.acting(actor, params.programId, (tx) => this.people.change(tx, params, body));
  }

  @Handle(giveRole, { body: GiveRoleBody, view: MembersView })
  give({ actor, params, body }: Handled<typeof giveRole>): Promise<MembersView> {
    const { programId, personId } = params;
    return this.acting(actor, programId, async (tx) => {
      // Who holds no role here yet is let in by name and e-mail, not by an id.
      if (!(await tx.manager.existsBy(RoleRow, { programId, personId }))) throw problem('access/not-found');
      await this.roles.give(tx, params, body);
    });
  }

  @Handle(setRoleDates, { body: RoleDatesBody, view: MembersView })
  setDates({ actor, params, body }: Handled<typeof setRoleDates>): Promise<MembersView> {
    return this.acting(actor, params.programId, (tx) => this.roles.setDates(tx, params, body));
  }

  @Handle(takeRoleBack, { view: MembersView })
  takeBack({ actor, params }: Handled<typeof takeRoleBack>): Promise<MembersView> {
    return this.acting(actor, params.programId, (tx) => this.roles.takeBack(tx, params));
  }

  @Handle(departFrom, { body: DepartureBody, view: MembersView })
  depart({ actor, params, body }: Handled<typeof departFrom>): Promise<MembersView> {
    return this.acting(actor, params.programId, (tx) => this.departure.run(tx, params, body));
  }

  @Handle(disablePerson, { view: MembersView })
  disable({ actor, params }: Handled<typeof disablePerson>): Promise<MembersView> {
    return this.acting(actor, params.programId, (tx) => this.people.disable(tx, params));
  }

  @Handle(enablePerson, { view: MembersView })
  enable({ actor, params }: Handled<typeof enablePerson>): Promise<MembersView> {
    return this.acting(actor, params.programId, (tx) => this.people.enable(tx, params));
  }

  /** Does something and answers the list as it is then. */
  private acting(actor: Writer, programId: string, act: (tx: Tx) => Promise<unknown>): Promise<MembersView> {
    return this.db.write(actor, async (tx) => {
      await act(tx);
      return this.members.run(tx, programId);
    });
  }
}
