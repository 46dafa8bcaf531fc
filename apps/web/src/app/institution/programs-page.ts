import { Component, computed, inject } from '@angular/core';
import { readInstitutionCounts } from '@countersign/contracts/institution/endpoints';
import {
  officeFinding,
  requirementsInWords,
  smallCellsCaution,
} from '@countersign/contracts/words/institution';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { Loading } from '../ui/loading';
import { SaveTables } from '../ui/save-tables';
import { countLines, countTables } from './count-lines';
import { CountTablePart } from './count-table';
import { programsTables } from './programs-tables';

/** The programs of an institution as its education office sees them: counts, no small one, never an entry or a name. */
@Component({
  selector: 'cs-programs-page',
  imports: [CountTablePart, Loading, SaveTables],
  template: `
    <div class="cs-page">
      <header class="cs-page-head">
        <h1>Programs</h1>
        @if (view(); as found) {
          <p class="cs-text-2">
            <span translate="no">{{ found.institution }}</span>, the twelve months up to
            {{ day(found.asOfOn) }}
          </p>
          <cs-save-tables [name]="'programs-' + found.asOfOn" [of]="found" [as]="tablesOf" />
        }
      </header>
      <cs-loading [of]="read">Counting …</cs-loading>
      @if (view(); as found) {
        <section class="cs-card panel">
          <h2>{{ finding(found) }}</h2>
          <p class="cs-text-2 cs-small">{{ caution }}</p>
          <dl>
            @for (program of found.programs; track program.id) {
              <div>
                <dt translate="no">{{ program.name }}</dt>
                <dd>
                  Requirements: <span translate="no">{{ requirements(program) }}</span>. Catalogue: edition
                  {{ program.catalogueEdition }}.
                </dd>
              </div>
            }
          </dl>
        </section>
        @for (table of tables; track table.title) {
          <section class="cs-card panel">
            <h2>{{ table.title }}</h2>
            @if (table.note; as note) {
              <p class="cs-text-2 cs-small">{{ note }}</p>
            }
            <cs-count-table [table]="table" [lines]="lines()" />
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
    p,
    dl {
      max-width: var(--cs-measure);
      margin: 0;
    }
    dl {
      display: grid;
      gap: var(--cs-3);
    }
    dt {
      font-weight: 600;
    }
    dd {
      margin: 0;
      color: var(--cs-text-2);
    }
    @media print {
      .panel {
        break-inside: avoid;
      }
    }
  `,
})
export class ProgramsPage {
  protected readonly read = inject(ProgramApi).read(readInstitutionCounts, () => ({}));
  protected readonly view = this.read.view;
  protected readonly lines = computed(() => {
    const view = this.view();
    return view ? countLines(view) : [];
  });
  protected readonly tables = countTables;
  protected readonly finding = officeFinding;
  protected readonly requirements = requirementsInWords;
  protected readonly caution = smallCellsCaution;
  protected readonly day = dayFull;
  protected readonly tablesOf = programsTables;
}
