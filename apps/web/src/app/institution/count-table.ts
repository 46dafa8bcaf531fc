import { Component, input } from '@angular/core';
import { NOT_SHOWN, officeColumnWords, shownIn } from '@countersign/contracts/words/institution';
import type { CountLine, CountTable } from './count-lines';

/** Programs beside one another, a row each. */
@Component({
  selector: 'cs-count-table',
  template: `
    <div class="cs-table-box" tabindex="0" role="region" [attr.aria-label]="table().title">
      <table class="cs-table">
        <thead>
          <tr>
            <th scope="col">Program</th>
            @for (column of table().columns; track column) {
              <th scope="col">{{ words[column] }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.id) {
            <tr [class.all]="line.id === 'all'">
              <th scope="row" translate="no">{{ line.name }}</th>
              @for (column of table().columns; track column) {
                @if (shown(line.counts, column); as count) {
                  <td translate="no">{{ count.toLocaleString() }}</td>
                } @else {
                  <td class="none">{{ none }}</td>
                }
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
      min-width: 9rem;
      white-space: normal;
    }
    td {
      white-space: nowrap;
      font-weight: 600;
    }
    .none {
      color: var(--cs-text-2);
      font-weight: 400;
    }
    .all th,
    .all td {
      border-top: 2px solid var(--cs-line-strong);
    }
    @media print {
      .cs-table-box {
        overflow: visible;
      }
    }
  `,
})
export class CountTablePart {
  readonly table = input.required<CountTable>();
  readonly lines = input.required<readonly CountLine[]>();
  protected readonly words = officeColumnWords;
  protected readonly shown = shownIn;
  protected readonly none = NOT_SHOWN;
}
