import { Controller, Inject } from '@nestjs/common';
import {
  FactorCodeBody,
  PasswordBody,
  RemoveFactorBody,
  RequireFactorsBody,
} from '@countersign/contracts/account/bodies';
import {
  beginFactor,
  confirmFactor,
  dropFactor,
  removeFactor,
  requireFactors,
} from '@countersign/contracts/account/endpoints';
import { AccountView, NewFactorView, RecoveryCodesView } from '@countersign/contracts/account/views';
import { MembersView } from '@countersign/contracts/people/views';
import { Db } from '../db/db';
import { MemberList } from '../members/member-list';
import { Handle, type Handled } from '../platform/handle';
import { problem } from '../platform/problem';
import { OwnAccount } from './own-account';
import { OwnFactor } from './own-factor';
import { ReadAccount } from './read-account';

@Controller()
export class FactorsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(MemberList) private readonly members: MemberList,
    @Inject(OwnAccount) private readonly account: OwnAccount,
    @Inject(OwnFactor) private readonly factor: OwnFactor,
    @Inject(ReadAccount) private readonly reading: ReadAccount,
  ) {}

  @Handle(beginFactor, { body: PasswordBody, view: NewFactorView })
  async begin({ actor, body }: Handled<typeof beginFactor>): Promise<NewFactorView> {
    await this.account.prove(actor, body.password);
    return this.db.write(actor, (tx) => this.factor.begin(tx));
  }

  @Handle(confirmFactor, { body: FactorCodeBody, view: RecoveryCodesView })
  async confirm({ actor, body }: Handled<typeof confirmFactor>): Promise<RecoveryCodesView> {
    const begun = await this.factor.trying(actor);
    const codes = await this.db.write(actor, (tx) => this.factor.confirm(tx, body.code));
    if (codes === null) throw problem('factor/code-wrong');
    begun.right();
    return { codes: [...codes] };
  }

  @Handle(removeFactor, { body: RemoveFactorBody, view: AccountView })
  async remove({ actor, body, request }: Handled<typeof removeFactor>): Promise<AccountView> {
    const { sessionId = '' } = request;
    await this.account.prove(actor, body.password);
    const begun = await this.factor.trying(actor);
    const view = await this.db.write(actor, async (tx) => {
      await this.factor.remove(tx, sessionId, body.code);
      return this.reading.run(tx, sessionId);
    });
    begun.right();
    return view;
  }

  @Handle(dropFactor, { view: MembersView })
  drop({ actor, params }: Handled<typeof dropFactor>): Promise<MembersView> {
    return this.db.write(actor, async (tx) => {
      await this.factor.drop(tx, params);
      return this.members.run(tx, params.programId);
    });
  }

  @Handle(requireFactors, { body: RequireFactorsBody, view: MembersView })
  require({ actor, params, body }: Handled<typeof requireFactors>): Promise<MembersView> {
    return this.db.write(actor, async (tx) => {
      await this.factor.require(tx, params.programId, body.required);
      return this.members.run(tx, params.programId);
    });
  }
}
