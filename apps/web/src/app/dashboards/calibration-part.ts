import { Component, computed, input } from '@angular/core';
import type { CalibrationView } from '@countersign/contracts/forecasts/views';
import {
  binInWords,
  cameInWords,
  notYetInWords,
  rangesInWords,
} from '@countersign/contracts/words/calibration';
import { percent } from '@countersign/contracts/words/count';
import { BinsChart } from '../ui/charts/bins-chart';

/** Forecasts held against what came: ranges in words, probabilities as a drawing with its table. */
@Component({
  selector: 'cs-calibration-part',
  imports: [BinsChart],
  template: `
    <dl>
      @for (one of of().ranges; track one.promised) {
        <div>
          <dt>Date ranges of {{ percent(one.promised) }}</dt>
          <dd>{{ ranges(one, fewest()) }}</dd>
        </div>
      }
      @if (bins().length === 0) {
        <div>
          <dt>{{ asked() }}</dt>
          <dd>{{ notYet() }}</dd>
        </div>
      }
    </dl>
    @if (bins().length > 0) {
      <h3>{{ asked() }}, {{ of().resolved }} of them</h3>
      <cs-bins-chart [bins]="bins()" />
      <p class="cs-text-2 cs-small">
        Each dot stands for 20 percentage points, with how many forecasts said so and the 95 % interval of how
        often it came; on the dashed line as often as said.
      </p>
      <div class="cs-table-box" tabindex="0" role="region" [attr.aria-label]="asked()">
        <table class="cs-table">
          <thead>
            <tr>
              <th scope="col">Said</th>
              <th scope="col" class="number">Forecasts</th>
              <th scope="col" class="number">Said on average</th>
              <th scope="col">Came, 95 %</th>
            </tr>
          </thead>
          <tbody>
            @for (bin of bins(); track bin.from) {
              <tr>
                <th scope="row">{{ title(bin) }}</th>
                <td class="number">{{ bin.count }}</td>
                <td class="number">{{ bin.said === undefined ? '–' : percent(bin.said) }}</td>
                <td class="came">{{ came(bin) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--cs-3);
    }
    cs-bins-chart {
      max-width: 34rem;
    }
    .came {
      white-space: nowrap;
    }
    dl div {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 var(--cs-4);
      padding-block: var(--cs-3);
      border-top: 1px solid var(--cs-line);
    }
    p {
      max-width: var(--cs-measure);
    }
  `,
})
export class CalibrationPart {
  readonly of = input.required<CalibrationView>();
  readonly fewest = input.required<number>();
  /** What the probabilities are of. */
  readonly asked = input.required<string>();

  protected readonly bins = computed(() => this.of().bins ?? []);
  protected readonly notYet = computed(() => notYetInWords(this.of().resolved, this.fewest()));
  protected readonly ranges = rangesInWords;
  protected readonly title = binInWords;
  protected readonly came = cameInWords;
  protected readonly percent = percent;
}
