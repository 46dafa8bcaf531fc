import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readCaseMix } from '@countersign/contracts/dashboards/endpoints';
import { careFinding, delayInWords } from '@countersign/contracts/words/case-mix';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { EmptyState } from '../ui/empty-state';
import { Loading } from '../ui/loading';
import { PersonName } from '../ui/person-name';
import { SaveTables } from '../ui/save-tables';
import { caseMixTables } from './case-mix-tables';
import { careTable, mixTables } from './mix-lines';
import { MixTablePart } from './mix-table';

/** Of what the training is made, fellow by fellow; no total, no score. Delays stand by person and are not pooled. */
@Component({
  selector: 'cs-case-mix-page',
  imports: [PersonName, EmptyState, Loading, MixTablePart, RouterLink, SaveTables],
  template: `
    <div class="cs-page">
      <header class="cs-page-head">
        <h1>Case mix</h1>
        @if (view(); as mix) {
          <p class="cs-text-2">As of {{ day(mix.asOfOn) }}, approved entries in patients</p>
          <a class="cs-button text dense" routerLink="/yield">Where cases come from</a>
          <cs-save-tables [name]="'case-mix-' + mix.asOfOn" [of]="mix" [as]="tablesOf" />
        }
      </header>
      <cs-loading [of]="read">Counting …</cs-loading>
      @if (view(); as mix) {
        @if (mix.fellows.length === 0) {
          <cs-empty-state heading="No fellows in this program today">
            <p>Fellows appear here from the first day of their role.</p>
          </cs-empty-state>
        } @else {
          <section class="cs-card panel">
            <h2>{{ finding() }}</h2>
            <p class="cs-text-2 cs-small">{{ care()?.note }}</p>
            @if (care(); as table) {
              <cs-mix-table [table]="table" [columns]="people()" />
            }
          </section>
          @for (table of tables(); track table.id) {
            <section class="cs-card panel">
              <h2>{{ table.title }}</h2>
              <p class="cs-text-2 cs-small">{{ table.note }}</p>
              <cs-mix-table [table]="table" [columns]="people()" />
            </section>
          }
        }
        <section class="cs-card panel">
          <h2>How long things take, by person</h2>
          <p class="cs-text-2 cs-small">
            Of the last 90 days; what still waits counts as at least as long as it has waited. Each person by
            themselves, by name; no median below ten.
          </p>
          <div class="pair">
            <div>
              <h3>From the procedure to the log</h3>
              <dl>
                @for (one of mix.logging; track one.person.id) {
                  <div>
                    <dt translate="no">{{ one.person | csPerson }}</dt>
                    <dd>{{ said(one) }}</dd>
                  </div>
                }
              </dl>
            </div>
            <div>
              <h3>From the log to the decision</h3>
              <dl>
                @for (one of mix.deciding; track one.person.id) {
                  <div>
                    <dt translate="no">{{ one.person | csPerson }}</dt>
                    <dd>{{ said(one) }}</dd>
                  </div>
                }
              </dl>
            </div>
          </div>
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
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
      gap: var(--cs-4) var(--cs-7);
    }
    dl div {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 var(--cs-4);
      padding-block: var(--cs-3);
      border-top: 1px solid var(--cs-line);
      font-size: var(--cs-text-sm);
    }
    @media print {
      .panel {
        break-inside: avoid;
      }
    }
  `,
})
export class CaseMixPage {
  protected readonly read = inject(ProgramApi).read(readCaseMix, () => ({}));
  protected readonly view = this.read.view;
  protected readonly people = computed(() => (this.view()?.fellows ?? []).map(({ fellow }) => fellow));
  protected readonly tables = computed(() => {
    const view = this.view();
    return view === undefined ? [] : mixTables(view);
  });
  protected readonly care = computed(() => {
    const view = this.view();
    return view && careTable(view);
  });
  protected readonly finding = computed(() => {
    const view = this.view();
    return view === undefined ? '' : careFinding(view);
  });
  protected readonly tablesOf = caseMixTables;
  protected readonly said = delayInWords;
  protected readonly day = dayFull;
}
