import { Controller, Inject } from '@nestjs/common';
import { readCaseMixWorkbook, readProgramWorkbook } from '@countersign/contracts/dashboards/endpoints';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { workbookOf } from '../platform/workbook';
import { SignOffs } from '../sign-offs/sign-offs';
import { caseMixSheets, programSheets } from './program-sheets';
import { ReadCaseMix } from './read-case-mix';
import { ReadDashboard } from './read-dashboard';

/** Tables as spreadsheets, which whoever asked takes away. */
@Controller()
export class WorkbooksController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReadDashboard) private readonly dashboard: ReadDashboard,
    @Inject(ReadCaseMix) private readonly mix: ReadCaseMix,
    @Inject(SignOffs) private readonly signOffs: SignOffs,
  ) {}

  @Handle(readProgramWorkbook, {})
  async program({ actor, params }: Handled<typeof readProgramWorkbook>): Promise<Uint8Array> {
    const sheets = await this.db.read(actor, async (view) =>
      programSheets(
        await this.dashboard.run(view, params.programId),
        await this.signOffs.held(view, params.programId),
      ),
    );
    return workbookOf(sheets);
  }

  @Handle(readCaseMixWorkbook, {})
  async caseMix({ actor, params }: Handled<typeof readCaseMixWorkbook>): Promise<Uint8Array> {
    return workbookOf(
      caseMixSheets(await this.db.read(actor, (view) => this.mix.run(view, params.programId))),
    );
  }
}
