import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CellForecastView } from '@countersign/contracts/dashboards/attention-views';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import { classForecast, classFinding, type ClassLine } from '@countersign/contracts/words/class-forecast';
import type { Tables } from '../platform/tables';
import { SaveTables } from '../ui/save-tables';
import { classTables } from './class-tables';

/** What the fellows together are expected to miss at the end of their trainings, competency by competency. */
@Component({
  selector: 'cs-class-forecast',
  imports: [RouterLink, SaveTables],
  template: `
    <h2>{{ finding() }}</h2>
    <p class="cs-text-2 cs-small">
      Expected, not certain: forecasts on on-service weeks, summed over the fellows. What waits is not in it.
    </p>
    @if (lines().length > 0) {
      <div class="cs-table-box" tabindex="0" role="region" aria-label="Forecast for the class">
        <table class="cs-table" translate="no">
          <thead>
            <tr>
              <th scope="col">Competency</th>
              <th scope="col" class="number">Still open</th>
              <th scope="col" class="number">Less likely than not</th>
              <th scope="col" class="number">Expected missing</th>
            </tr>
          </thead>
          <tbody>
            @for (line of lines(); track line.competencyId) {
              <tr>
                <th scope="row">{{ line.title }}</th>
                <td class="number">{{ line.open }}</td>
                <td class="number">{{ line.unlikely }}</td>
                <td class="number">{{ line.missing.toFixed(1) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      <cs-save-tables
        about="the forecast for the class"
        [name]="'class-forecast-' + view().asOfOn"
        [of]="lines()"
        [as]="tables"
      />
    }
    <a class="go" routerLink="/forecasts">How often forecasts were right</a>
  `,
  styles: `
    .go {
      display: inline-flex;
      align-items: center;
      min-height: var(--cs-touch);
    }
    tbody th {
      min-width: 9rem;
    }
  `,
})
export class ClassForecast {
  readonly view = input.required<DashboardView>();
  readonly forecasts = input.required<readonly CellForecastView[]>();

  protected readonly lines = computed(() => classForecast(this.view(), this.forecasts()));
  protected readonly finding = computed(() => classFinding(this.lines()));
  protected readonly tables = (lines: readonly ClassLine[]): Tables => classTables(lines, this.view().asOfOn);
}
