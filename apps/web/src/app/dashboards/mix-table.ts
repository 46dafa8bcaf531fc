import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PersonView } from '@countersign/contracts/sessions/views';
import type { MixTable } from './mix-lines';

/** Fellows, or sites, beside one another: number, bar on the scale of its row, aim as a line. */
@Component({
  selector: 'cs-mix-table',
  imports: [RouterLink],
  template: `
    <div class="cs-table-box" tabindex="0" role="region" [attr.aria-label]="table().title">
      <table class="cs-table" translate="no">
        <thead>
          <tr>
            <th scope="col">{{ table().title }}</th>
            @for (column of columns(); track column.id) {
              <th scope="col">{{ column.name }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (line of table().lines; track $index) {
            <tr>
              <th scope="row">{{ line.name }}</th>
              @for (cell of line.cells; track cell.columnId) {
                <td [class.none]="cell.count === 0">
                  @if (cell.path; as path) {
                    <a [routerLink]="path" [queryParams]="cell.query ?? {}">{{ cell.count }}</a>
                  } @else {
                    <b>{{ cell.count }}</b>
                  }
                  @if (cell.aim !== undefined) {
                    <small>of {{ cell.aim }}{{ cell.count < cell.aim ? ', below' : '' }}</small>
                  }
                  @if (cell.mark; as mark) {
                    <small>{{ mark }}</small>
                  }
                  <span class="bar" aria-hidden="true">
                    <i
                      [class.open]="cell.aim !== undefined && cell.count < cell.aim"
                      [style.width.%]="(100 * cell.count) / line.most"
                    ></i>
                    @if (cell.aim !== undefined) {
                      <u [style.left.%]="(100 * cell.aim) / line.most"></u>
                    }
                  </span>
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    td {
      min-width: 6.5rem;
    }
    td a {
      display: inline-flex;
      align-items: center;
      min-width: var(--cs-touch);
      min-height: var(--cs-touch);
      font-weight: 600;
    }
    small {
      margin-left: var(--cs-1);
      color: var(--cs-text-2);
    }
    .none {
      background: var(--cs-heat-hatch);
    }
    .bar {
      position: relative;
      display: block;
      height: 0.5rem;
      border-radius: 0.25rem;
      background: var(--cs-volume-track);
    }
    i {
      display: block;
      height: 100%;
      border-radius: 0.25rem;
      background: var(--cs-volume);
    }
    i.open {
      border: 1px solid var(--cs-volume);
      background: var(--cs-surface);
    }
    u {
      position: absolute;
      top: -0.1875rem;
      bottom: -0.1875rem;
      margin-left: -1px;
      border-left: 2px solid var(--cs-text);
    }
    @media print {
      .cs-table-box {
        overflow: visible;
      }
      td {
        min-width: 0;
      }
    }
  `,
})
export class MixTablePart {
  readonly table = input.required<MixTable>();
  readonly columns = input.required<readonly PersonView[]>();
}
