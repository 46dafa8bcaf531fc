import { Controller, Inject } from '@nestjs/common';
import { AddQualificationBody, QualificationBody } from '@countersign/contracts/qualifications/bodies';
import {
  addQualification,
  changeQualification,
  endQualification,
  readProgramQualifications,
  readQualifications,
} from '@countersign/contracts/qualifications/endpoints';
import { ProgramQualificationsView, QualificationsView } from '@countersign/contracts/qualifications/views';
import type { Tx } from '../db/context';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import type { Writer } from '../platform/privacy';
import { KeepQualifications, type OfFellow } from './keep-qualifications';
import { ReadQualifications } from './read-qualifications';

/** What fellows are qualified by besides what the program signs off. */
@Controller()
export class QualificationsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(KeepQualifications) private readonly keeping: KeepQualifications,
    @Inject(ReadQualifications) private readonly reading: ReadQualifications,
  ) {}

  @Handle(readQualifications, { view: QualificationsView })
  read({ actor, params }: Handled<typeof readQualifications>): Promise<QualificationsView> {
    return this.db.read(actor, (view) => this.reading.ofFellow(view, params));
  }

  @Handle(addQualification, { body: AddQualificationBody, view: QualificationsView })
  add({ actor, params, body }: Handled<typeof addQualification>): Promise<QualificationsView> {
    return this.acting(actor, params, (tx) => this.keeping.add(tx, params, body));
  }

  @Handle(changeQualification, { body: QualificationBody, view: QualificationsView })
  change({
    actor,
    params,
    body,
    revision,
  }: Handled<typeof changeQualification>): Promise<QualificationsView> {
    return this.acting(actor, params, (tx) => this.keeping.change(tx, { ...params, revision }, body));
  }

  @Handle(endQualification, { view: QualificationsView })
  end({ actor, params, revision }: Handled<typeof endQualification>): Promise<QualificationsView> {
    return this.acting(actor, params, (tx) => this.keeping.end(tx, { ...params, revision }));
  }

  @Handle(readProgramQualifications, { view: ProgramQualificationsView })
  all({ actor, params }: Handled<typeof readProgramQualifications>): Promise<ProgramQualificationsView> {
    return this.db.read(actor, (view) => this.reading.ofProgram(view, params.programId));
  }

  /** Does something and answers the fellow’s list as it is then. */
  private acting(actor: Writer, of: OfFellow, act: (tx: Tx) => Promise<void>): Promise<QualificationsView> {
    return this.db.write(actor, async (tx) => {
      await act(tx);
      return this.reading.ofFellow(tx, of);
    });
  }
}
