import { Controller, Inject } from '@nestjs/common';
import { ChangePasswordBody } from '@countersign/contracts/account/bodies';
import {
  changePassword,
  endSession,
  readAccount,
  signOutEverywhere,
} from '@countersign/contracts/account/endpoints';
import { AccountView } from '@countersign/contracts/account/views';
import { SessionView } from '@countersign/contracts/sessions/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { deviceOf } from '../sessions/device';
import { SessionCookies } from '../sessions/session-cookies';
import { tokenId } from '../sessions/session-token';
import { Sessions } from '../sessions/sessions';
import { OwnAccount } from './own-account';
import { ReadAccount } from './read-account';

@Controller()
export class AccountController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(OwnAccount) private readonly account: OwnAccount,
    @Inject(ReadAccount) private readonly reading: ReadAccount,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  @Handle(readAccount, { view: AccountView })
  read({ actor, request }: Handled<typeof readAccount>): Promise<AccountView> {
    return this.db.read(actor, (view) => this.reading.run(view, request.sessionId ?? ''));
  }

  @Handle(changePassword, { body: ChangePasswordBody, view: SessionView })
  async change({ actor, body, request, response }: Handled<typeof changePassword>): Promise<SessionView> {
    const token = await this.account.changePassword(actor, body, { device: deviceOf(request) });
    this.cookies.set(response, token);
    return this.db.glance(actor, (view) => this.sessions.view(view, tokenId(token)));
  }

  @Handle(endSession, { view: AccountView })
  endOne({ actor, params, request }: Handled<typeof endSession>): Promise<AccountView> {
    return this.db.write(actor, async (tx) => {
      await this.account.endSession(tx, params.sessionId);
      return this.reading.run(tx, request.sessionId ?? '');
    });
  }

  @Handle(signOutEverywhere, {})
  async endAll({ actor, response }: Handled<typeof signOutEverywhere>): Promise<void> {
    await this.db.write(actor, (tx) => this.account.signOutEverywhere(tx));
    this.cookies.clear(response);
  }
}
