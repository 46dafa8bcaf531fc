import { Controller, Inject } from '@nestjs/common';
import {
  AddLeaveBody,
  AddRotationBody,
  AddSiteBody,
  ChangeRotationBody,
  ChangeSiteBody,
} from '@countersign/contracts/schedule/bodies';
import {
  addLeave,
  addRotation,
  addSite,
  changeRotation,
  changeSite,
  readSchedule,
  removeLeave,
  removeRotation,
} from '@countersign/contracts/schedule/endpoints';
import { ScheduleView } from '@countersign/contracts/schedule/views';
import type { Tx } from '../db/context';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import type { Writer } from '../platform/privacy';
import { ChangeSchedule } from './change-schedule';
import { ReadSchedule } from './read-schedule';

@Controller()
export class ScheduleController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ChangeSchedule) private readonly schedule: ChangeSchedule,
    @Inject(ReadSchedule) private readonly reading: ReadSchedule,
  ) {}

  @Handle(readSchedule, { view: ScheduleView })
  read({ actor, params }: Handled<typeof readSchedule>): Promise<ScheduleView> {
    return this.db.read(actor, (view) => this.reading.run(view, params.programId));
  }

  @Handle(addSite, { body: AddSiteBody, view: ScheduleView })
  addSite({ actor, params, body }: Handled<typeof addSite>): Promise<ScheduleView> {
    return this.acting(actor, params.programId, (tx) => this.schedule.addSite(tx, params.programId, body));
  }

  @Handle(changeSite, { body: ChangeSiteBody, view: ScheduleView })
  changeSite({ actor, params, body }: Handled<typeof changeSite>): Promise<ScheduleView> {
    return this.acting(actor, params.programId, (tx) => this.schedule.changeSite(tx, params, body));
  }

  @Handle(addRotation, { body: AddRotationBody, view: ScheduleView })
  addRotation({ actor, params, body }: Handled<typeof addRotation>): Promise<ScheduleView> {
    return this.acting(actor, params.programId, (tx) =>
      this.schedule.addRotation(tx, params.programId, body),
    );
  }

  @Handle(changeRotation, { body: ChangeRotationBody, view: ScheduleView })
  changeRotation({ actor, params, body }: Handled<typeof changeRotation>): Promise<ScheduleView> {
    return this.acting(actor, params.programId, (tx) => this.schedule.changeRotation(tx, params, body));
  }

  @Handle(removeRotation, { view: ScheduleView })
  removeRotation({ actor, params }: Handled<typeof removeRotation>): Promise<ScheduleView> {
    return this.acting(actor, params.programId, (tx) => this.schedule.removeRotation(tx, params));
  }

  @Handle(addLeave, { body: AddLeaveBody, view: ScheduleView })
  addLeave({ actor, params, body }: Handled<typeof addLeave>): Promise<ScheduleView> {
    return this.acting(actor, params.programId, (tx) => this.schedule.addLeave(tx, params.programId, body));
  }

  @Handle(removeLeave, { view: ScheduleView })
  removeLeave({ actor, params }: Handled<typeof removeLeave>): Promise<ScheduleView> {
    return this.acting(actor, params.programId, (tx) => this.schedule.removeLeave(tx, params));
  }

  /** Does something and answers the schedule as it is then. */
  private acting(actor: Writer, programId: string, act: (tx: Tx) => Promise<void>): Promise<ScheduleView> {
    return this.db.write(actor, async (tx) => {
      await act(tx);
      return this.reading.run(tx, programId);
    });
  }
}
