import { Inject, Injectable } from '@nestjs/common';
import { ForecastRecord } from '../competencies/forecast-record';
import { Db } from '../db/db';
import { EditEntry } from '../entries/edit-entry';
import { LogEntry } from '../entries/log-entry';
import { WithdrawEntry } from '../entries/withdraw-entry';
import { SetUpProgram } from '../programs/set-up-program';
import { KeepQualifications } from '../qualifications/keep-qualifications';
import { ReviewEntry } from '../reviews/review-entry';
import { AskSignOff } from '../sign-offs/ask-sign-off';
import { EndSignOff } from '../sign-offs/end-sign-off';
import { SignOffGrounds } from '../sign-offs/sign-off-grounds';
import { SignSignOff } from '../sign-offs/sign-sign-off';
import { DemoPasswords } from './demo-passwords';

/** What happens to entries. */
@Injectable()
export class DemoEntryUseCases {
  constructor(
    @Inject(LogEntry) readonly logEntry: LogEntry,
    @Inject(EditEntry) readonly editEntry: EditEntry,
    @Inject(WithdrawEntry) readonly withdrawEntry: WithdrawEntry,
    @Inject(ReviewEntry) readonly reviewEntry: ReviewEntry,
  ) {}
}

/** What happens to sign-offs. */
@Injectable()
export class DemoSignOffUseCases {
  constructor(
    @Inject(SignOffGrounds) readonly grounds: SignOffGrounds,
    @Inject(AskSignOff) readonly askSignOff: AskSignOff,
    @Inject(SignSignOff) readonly signing: SignSignOff,
    @Inject(EndSignOff) readonly endSignOff: EndSignOff,
    @Inject(DemoPasswords) readonly passwords: DemoPasswords,
  ) {}
}

/** What is kept of fellows besides their entries. */
@Injectable()
export class DemoFellowUseCases {
  constructor(
    @Inject(ForecastRecord) readonly forecasts: ForecastRecord,
    @Inject(KeepQualifications) readonly qualifications: KeepQualifications,
  ) {}
}

/** The product's own use cases, by which the demo year is lived. */
@Injectable()
export class DemoUseCases {
  constructor(
    @Inject(Db) readonly db: Db,
    @Inject(SetUpProgram) readonly setUp: SetUpProgram,
    @Inject(DemoEntryUseCases) readonly entries: DemoEntryUseCases,
    @Inject(DemoSignOffUseCases) readonly signOffs: DemoSignOffUseCases,
    @Inject(DemoFellowUseCases) readonly fellows: DemoFellowUseCases,
  ) {}
}
