import { Controller, Inject } from '@nestjs/common';
import { ReviewAlarmBody, SetChartBody } from '@countersign/contracts/curves/bodies';
import {
  readChartSettings,
  readCompetency,
  reviewAlarm,
  setChart,
} from '@countersign/contracts/curves/endpoints';
import { ChartSettingsView, FellowCompetencyView } from '@countersign/contracts/curves/views';
import { readCalibration } from '@countersign/contracts/forecasts/endpoints';
import { CalibrationPageView } from '@countersign/contracts/forecasts/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { ChartSettings } from './chart-settings';
import { ReadCalibration } from './read-calibration';
import { ReadCompetency } from './read-competency';
import { ReviewAlarm } from './review-alarm';

@Controller()
export class CurvesController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReadCompetency) private readonly competency: ReadCompetency,
    @Inject(ReviewAlarm) private readonly reviewing: ReviewAlarm,
    @Inject(ChartSettings) private readonly settings: ChartSettings,
    @Inject(ReadCalibration) private readonly calibration: ReadCalibration,
  ) {}

  @Handle(readCompetency, { view: FellowCompetencyView })
  one({ actor, params }: Handled<typeof readCompetency>): Promise<FellowCompetencyView> {
    return this.db.read(actor, (view) => this.competency.run(view, params));
  }

  @Handle(reviewAlarm, { body: ReviewAlarmBody, view: FellowCompetencyView })
  review({ actor, params, body }: Handled<typeof reviewAlarm>): Promise<FellowCompetencyView> {
    return this.db.write(actor, async (tx) => {
      await this.reviewing.run(tx, params, body);
      return this.competency.run(tx, params);
    });
  }

  @Handle(readChartSettings, { view: ChartSettingsView })
  charts({ actor, params }: Handled<typeof readChartSettings>): Promise<ChartSettingsView> {
    return this.db.read(actor, (view) => this.settings.all(view, params.programId));
  }

  @Handle(setChart, { body: SetChartBody, view: ChartSettingsView })
  setChart({ actor, params, body }: Handled<typeof setChart>): Promise<ChartSettingsView> {
    return this.db.write(actor, async (tx) => {
      await this.settings.set(tx, params.programId, body);
      return this.settings.all(tx, params.programId);
    });
  }

  @Handle(readCalibration, { view: CalibrationPageView })
  async forecasts({
    actor,
    params: { programId },
  }: Handled<typeof readCalibration>): Promise<CalibrationPageView> {
    const ground = await this.db.read(actor, (view) => this.calibration.ground(view, programId));
    return this.calibration.answer(programId, ground);
  }
}
