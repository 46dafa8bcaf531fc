import { Component, inject } from '@angular/core';
import { readCalibration } from '@countersign/contracts/forecasts/endpoints';
import { calibrationFinding, judgedThenInWords, keptInWords } from '@countersign/contracts/words/calibration';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { Loading } from '../ui/loading';
import { SaveTables } from '../ui/save-tables';
import { CalibrationPart } from './calibration-part';
import { calibrationTables } from './calibration-tables';

/** How good the forecasts of the program were: as they were kept and shown, and the model of today asked again. */
@Component({
  selector: 'cs-calibration-page',
  imports: [CalibrationPart, Loading, SaveTables],
  template: `
    <div class="cs-page">
      <header class="cs-page-head">
        <h1>Forecasts</h1>
        @if (view(); as found) {
          <p class="cs-text-2">As of {{ day(found.asOfOn) }}</p>
          <cs-save-tables [name]="'forecasts-' + found.asOfOn" [of]="found" [as]="tables" />
        }
      </header>
      <cs-loading [of]="read">Holding forecasts against what came …</cs-loading>
      @if (view(); as found) {
        <section class="cs-card panel">
          <h2>{{ finding(found) }}</h2>
          <p>{{ kept(found) }}</p>
          <cs-calibration-part
            [of]="found.made"
            [fewest]="found.fewest"
            asked="Probabilities of the end of training"
          />
          @if (judgedThen(found); as then) {
            <p class="cs-text-2 cs-small">{{ then }}</p>
          }
          <p class="cs-text-2 cs-small">
            These were shown to people. A range is judged when its later day has come, however early the
            number was reached. Below {{ found.fewest }} nothing is said. Forecasts of one fellow lean on each
            other: intervals and p take them as independent and claim rather too much than too little.
          </p>
        </section>
        <section class="cs-card panel">
          <h2>The same model, asked again at every month’s end</h2>
          <cs-calibration-part
            [of]="found.replayed"
            [fewest]="found.fewest"
            asked="Probabilities of reaching the number by now"
          />
          <p class="cs-text-2 cs-small">
            Each forecast knows only what had been approved by its day, of everybody. The schedule and the
            requirements are those of today: what was planned otherwise then is not known here.
          </p>
        </section>
      }
    </div>
  `,
  styles: `
    .panel {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--cs-3);
      padding: var(--cs-5);
    }
    p {
      max-width: var(--cs-measure);
    }
    @media print {
      .panel {
        break-inside: avoid;
      }
    }
  `,
})
export class CalibrationPage {
  protected readonly read = inject(ProgramApi).read(readCalibration, () => ({}));
  protected readonly view = this.read.view;
  protected readonly finding = calibrationFinding;
  protected readonly kept = keptInWords;
  protected readonly judgedThen = judgedThenInWords;
  protected readonly day = dayFull;
  protected readonly tables = calibrationTables;
}
