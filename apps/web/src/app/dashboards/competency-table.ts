import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import { CompetenceShape } from '../ui/competence-shape';

/** The table twin of the map: the same numbers in words and digits, the same order on both axes. */
@Component({
  selector: 'cs-competency-table',
  imports: [CompetenceShape, RouterLink],
  template: `
    <div class="cs-table-box" tabindex="0" role="region" aria-label="Competencies by fellow">
      <table class="cs-table" translate="no">
        <thead>
          <tr>
            <th scope="col">Competency</th>
            <th scope="col" class="number">Target</th>
            @for (row of view().fellows; track row.fellow.id) {
              <th scope="col">{{ row.fellow.name }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.column.id) {
            <tr>
              <th scope="row">{{ line.column.title }}</th>
              <td class="number">{{ line.column.need }}</td>
              @for (one of line.cells; track one.fellow.id) {
                <td>
                  @if (one.cell) {
                    <a
                      [routerLink]="['/fellows', one.fellow.id, 'competencies', line.column.id]"
                      [attr.aria-label]="
                        one.fellow.name + ', ' + line.column.title + ': ' + one.cell.approved
                      "
                      >{{ one.cell.approved }}</a
                    >
                    @if (one.cell.waiting > 0) {
                      <small class="waits">+{{ one.cell.waiting }} waiting</small>
                    }
                    <cs-competence [state]="one.cell.competence.state" />
                  } @else {
                    not asked for
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    th,
    td {
      padding-inline: var(--cs-3);
    }
    td a {
      display: inline-flex;
      align-items: center;
      min-width: var(--cs-touch);
      min-height: var(--cs-touch);
      font-weight: 600;
    }
    cs-competence {
      display: flex;
      white-space: nowrap;
    }
    .waits {
      color: var(--cs-waiting);
      white-space: nowrap;
    }
  `,
})
export class CompetencyTable {
  readonly view = input.required<DashboardView>();

  protected readonly lines = computed(() =>
    this.view().competencies.map((column) => ({
      column,
      cells: this.view().fellows.map(({ fellow, competencies }) => ({
        fellow,
        cell: competencies.find((one) => one.competencyId === column.id),
      })),
    })),
  );
}
