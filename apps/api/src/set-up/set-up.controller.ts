import { Controller, Inject, Logger } from '@nestjs/common';
import { PASSWORD_ALONE } from '@countersign/domain/password';
import { ImportTrialView } from '@countersign/contracts/people/roster-views';
import { SetUpBody, SetUpRosterBody, SetUpTokenBody } from '@countersign/contracts/set-up/bodies';
import {
  openSetUp,
  readFirstRun,
  setUpInstallation,
  tryFirstRoster,
} from '@countersign/contracts/set-up/endpoints';
import { FirstRunView, SetUpChoicesView } from '@countersign/contracts/set-up/views';
import { SessionView } from '@countersign/contracts/sessions/views';
import { currentEdition, editions } from '../catalogue/editions/editions';
import { Clock } from '../platform/clock';
import { Handle, type Handled, type SignedRequest } from '../platform/handle';
import { problem } from '../platform/problem';
import { deviceOf } from '../sessions/device';
import { SessionCookies } from '../sessions/session-cookies';
import { Throttle } from '../sessions/throttle';
import { FirstRun } from './first-run';
import { SetUpInBrowser } from './set-up-in-browser';

@Controller()
export class SetUpController {
  private readonly logger = new Logger('Set-up');

  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FirstRun) private readonly firstRun: FirstRun,
    @Inject(SetUpInBrowser) private readonly setUp: SetUpInBrowser,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
    @Inject(Throttle) private readonly throttle: Throttle,
  ) {}

  @Handle(readFirstRun, { view: FirstRunView })
  async read(): Promise<FirstRunView> {
    await this.firstRun.assertOpen();
    return { least: PASSWORD_ALONE };
  }

  @Handle(openSetUp, { body: SetUpTokenBody, view: SetUpChoicesView })
  async open({ body, request }: Handled<typeof openSetUp>): Promise<SetUpChoicesView> {
    await this.assertHolder(request, body);
    const all = editions.map(({ edition }) => edition).reverse();
    return { editions: [currentEdition, ...all.filter((edition) => edition !== currentEdition)] };
  }

  @Handle(tryFirstRoster, { body: SetUpRosterBody, view: ImportTrialView })
  async look({ body, request }: Handled<typeof tryFirstRoster>): Promise<ImportTrialView> {
    await this.assertHolder(request, body);
    return this.setUp.look(body.rows);
  }

  @Handle(setUpInstallation, { body: SetUpBody, view: SessionView })
  async make({ body, request, response }: Handled<typeof setUpInstallation>): Promise<SessionView> {
    await this.assertHolder(request, body);
    const opening = { before: this.cookies.sessionOf(request), device: deviceOf(request) };
    const { token, view } = await this.setUp.run(body, { ...opening, now: this.clock.now() });
    this.firstRun.close();
    this.cookies.set(response, token);
    return view;
  }

  /** Wrong tokens count as wrong passwords do: all of them are tries for one name. */
  private async assertHolder(request: SignedRequest, { token }: SetUpTokenBody): Promise<void> {
    await this.firstRun.assertOpen();
    const begun = await this.throttle.begin({ request, name: 'set-up', failures: 0 });
    if (!this.firstRun.fits(token)) {
      this.logger.warn({ msg: 'A wrong set-up token was refused' });
      throw problem('set-up/token-wrong');
    }
    begun.right();
  }
}
