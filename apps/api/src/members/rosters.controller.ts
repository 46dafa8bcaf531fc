import { Controller, Inject } from '@nestjs/common';
import { importRoster, tryRoster, undoImport } from '@countersign/contracts/people/endpoints';
import { PeopleImportBody, ImportTrialBody } from '@countersign/contracts/people/roster-bodies';
import { ImportTrialView } from '@countersign/contracts/people/roster-views';
import { MembersView } from '@countersign/contracts/people/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { ImportRoster } from './import-roster';
import { MemberList } from './member-list';

@Controller()
export class RostersController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ImportRoster) private readonly rosters: ImportRoster,
    @Inject(MemberList) private readonly members: MemberList,
  ) {}

  @Handle(tryRoster, { body: ImportTrialBody, view: ImportTrialView })
  look({ actor, params, body }: Handled<typeof tryRoster>): Promise<ImportTrialView> {
    return this.db.read(actor, (view) => this.rosters.look(view, params.programId, body.rows));
  }

  @Handle(importRoster, { body: PeopleImportBody, view: MembersView })
  bringIn({ actor, params, body }: Handled<typeof importRoster>): Promise<MembersView> {
    return this.db.write(actor, async (tx) => {
      await this.rosters.run(tx, params.programId, body);
      return this.members.run(tx, params.programId);
    });
  }

  @Handle(undoImport, { view: MembersView })
  undo({ actor, params }: Handled<typeof undoImport>): Promise<MembersView> {
    return this.db.write(actor, async (tx) => {
      await this.rosters.undo(tx, params);
      return this.members.run(tx, params.programId);
    });
  }
}
