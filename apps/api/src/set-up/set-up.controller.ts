import { Controller, Inject } from '@nestjs/common';
import { PASSWORD_ALONE } from '@countersign/domain/password';
import { ImportTrialView } from '@countersign/contracts/people/roster-views';
import { SetUpBody, SetUpRosterBody, SetUpTokenBody } from '@countersign/contracts/set-up/bodies';
import {
  openSetUp,
  readFirstRun,
  setUpInstallation,
  tryFirstEntry,
  tryFirstRoster,
} from '@countersign/contracts/set-up/endpoints';
import { EntryTrialView, FirstRunView, SetUpChoicesView } from '@countersign/contracts/set-up/views';
import { SessionView } from '@countersign/contracts/sessions/views';
import { currentEdition, editions } from '../catalogue/editions/editions';
import { Clock } from '../platform/clock';
import { Handle, type Handled } from '../platform/handle';
import { deviceOf } from '../sessions/device';
import { SessionCookies } from '../sessions/session-cookies';
import { FirstRun } from './first-run';
import { SetUpInBrowser } from './set-up-in-browser';
import { TryEntry } from './try-entry';

@Controller()
export class SetUpController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FirstRun) private readonly firstRun: FirstRun,
    @Inject(SetUpInBrowser) private readonly setUp: SetUpInBrowser,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
    @Inject(TryEntry) private readonly entry: TryEntry,
  ) {}

  @Handle(readFirstRun, { view: FirstRunView })
  async read(): Promise<FirstRunView> {
    await this.firstRun.assertOpen();
    return { least: PASSWORD_ALONE };
  }

  @Handle(openSetUp, { body: SetUpTokenBody, view: SetUpChoicesView })
  async open({ body, request }: Handled<typeof openSetUp>): Promise<SetUpChoicesView> {
    await this.firstRun.admit(request, body.token);
    const all = editions.map(({ edition }) => edition).reverse();
    return { editions: [currentEdition, ...all.filter((edition) => edition !== currentEdition)] };
  }

  @Handle(tryFirstRoster, { body: SetUpRosterBody, view: ImportTrialView })
  async look({ body, request }: Handled<typeof tryFirstRoster>): Promise<ImportTrialView> {
    await this.firstRun.admit(request, body.token);
    return this.setUp.look(body.rows);
  }

  @Handle(tryFirstEntry, { body: SetUpBody, view: EntryTrialView })
  async try({ body, request }: Handled<typeof tryFirstEntry>): Promise<EntryTrialView> {
    await this.firstRun.admit(request, body.token);
    return this.entry.run(body, this.clock.now());
  }

  @Handle(setUpInstallation, { body: SetUpBody, view: SessionView })
  async make({ body, request, response }: Handled<typeof setUpInstallation>): Promise<SessionView> {
    await this.firstRun.admit(request, body.token);
    const opening = { before: this.cookies.sessionOf(request), device: deviceOf(request) };
    const { token, view } = await this.setUp.run(body, { ...opening, now: this.clock.now() });
    this.firstRun.close();
    this.cookies.set(response, token);
    return view;
  }
}
