import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readAttention, readDashboard } from '@countersign/contracts/dashboards/endpoints';
import { behindFinding, behindOf } from '@countersign/contracts/words/behind';
import { chanceInWords } from '@countersign/contracts/words/competence';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import type { Tables } from '../platform/tables';
import { EmptyState } from '../ui/empty-state';
import { Loading } from '../ui/loading';
import { SaveTables } from '../ui/save-tables';
import { behindTables } from './behind-tables';

/** Whose numbers are not likely to be reached by the end of training: forecasts by fellow, no verdict and no ranking. */
@Component({
  selector: 'cs-behind-page',
  imports: [EmptyState, Loading, RouterLink, SaveTables],
  template: `
    <div class="cs-page">
      <header class="cs-page-head">
        <h1>Who is behind</h1>
        @if (view(); as page) {
          <p class="cs-text-2">As of {{ day(page.asOfOn) }}</p>
          <!-- Before the forecasts are there nobody would be behind in it. -->
          @if (forecasts.view()) {
            <cs-save-tables [name]="'behind-' + page.asOfOn" [of]="page.asOfOn" [as]="tables" />
          }
        }
      </header>
      <cs-loading [of]="[read, forecasts]">Forecasting …</cs-loading>
      @if (view() && forecasts.view()) {
        @if (fellows().length === 0) {
          <cs-empty-state heading="No fellows in this program today">
            <p>Fellows appear here from the first day of their role.</p>
          </cs-empty-state>
        } @else {
          <section class="cs-card panel">
            <h2>{{ finding() }}</h2>
            <p class="cs-text-2 cs-small">
              Forecasts on on-service weeks, not verdicts. By name; of each fellow the least likely first, and
              only what is not likely (below 80 %). What waits for approval is not in it.
            </p>
            <div
              class="cs-table-box"
              tabindex="0"
              role="region"
              aria-label="Numbers not likely to be reached"
            >
              <table class="cs-table" translate="no">
                <thead>
                  <tr>
                    <th scope="col">Fellow</th>
                    <th scope="col">Competency</th>
                    <th scope="col" class="number">So far</th>
                    <th scope="col">By the end of training</th>
                    <th scope="col" class="number">Expected missing</th>
                  </tr>
                </thead>
                <tbody>
                  @for (fellow of fellows(); track fellow.id) {
                    @for (line of fellow.lines; track line.competencyId) {
                      <tr>
                        <th scope="row">{{ fellow.name }}</th>
                        <td>
                          <a [routerLink]="['/fellows', fellow.id, 'competencies', line.competencyId]">{{
                            line.title
                          }}</a>
                        </td>
                        <td class="number">{{ line.count }} of {{ line.need }}</td>
                        <td>{{ chance(line.byEnd) }}</td>
                        <td class="number">{{ line.missing.toFixed(1) }}</td>
                      </tr>
                    } @empty {
                      <tr>
                        <th scope="row">{{ fellow.name }}</th>
                        <td colspan="4" class="cs-text-2">every number reached or likely</td>
                      </tr>
                    }
                  }
                </tbody>
              </table>
            </div>
          </section>
        }
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
    td a {
      display: inline-flex;
      align-items: center;
      min-height: var(--cs-touch);
    }
    tbody th {
      min-width: 8rem;
    }
  `,
})
export class BehindPage {
  readonly #api = inject(ProgramApi);

  protected readonly read = this.#api.read(readDashboard, () => ({}));
  protected readonly forecasts = this.#api.read(readAttention, () => ({}));
  protected readonly view = this.read.view;
  protected readonly fellows = computed(() => {
    const view = this.view();
    return view === undefined ? [] : behindOf(view, this.forecasts.view()?.forecasts ?? []);
  });
  protected readonly finding = computed(() => behindFinding(this.fellows()));
  protected readonly chance = chanceInWords;
  protected readonly day = dayFull;
  protected readonly tables = (asOfOn: string): Tables => behindTables(this.fellows(), asOfOn);
}
