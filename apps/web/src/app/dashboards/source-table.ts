import { Component, input } from '@angular/core';
import type { SourceTable } from './yield-lines';

/** Sites or supervisors beside one another, a row each, by name. */
@Component({
  selector: 'cs-source-table',
  template: `
    <div class="cs-table-box" tabindex="0" role="region" [attr.aria-label]="table().title">
      <table class="cs-table" translate="no">
        <thead>
          <tr>
            <th scope="col">{{ table().title }}</th>
            @for (head of table().head; track head) {
              <th scope="col">{{ head }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (line of table().lines; track line.id) {
            <tr>
              <th scope="row">{{ line.name }}</th>
              @for (cell of line.cells; track $index) {
                <td class="number">{{ cell }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    thead th:not(:first-child) {
      max-width: 8rem;
      white-space: normal;
    }
    tbody th {
      min-width: 8rem;
    }
    td.number {
      white-space: nowrap;
    }
    @media print {
      .cs-table-box {
        overflow: visible;
      }
    }
  `,
})
export class SourceTablePart {
  readonly table = input.required<SourceTable>();
}
