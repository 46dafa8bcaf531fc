import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import { procedureCount } from '@countersign/contracts/words/count';
import { PersonName } from '../ui/person-name';

const none = { approved: 0, approvedEntries: 0, waiting: 0, waitingEntries: 0 };

/** Fellows by procedure group: procedures that count, and those that wait. Every number opens its entries. */
@Component({
  selector: 'cs-group-table',
  imports: [PersonName, RouterLink],
  template: `
    <div class="cs-table-box" tabindex="0" role="region" aria-label="Fellows by procedure group">
      <table class="cs-table" translate="no">
        <thead>
          <tr>
            <th scope="col">Procedure group</th>
            @for (row of view().fellows; track row.fellow.id) {
              <th scope="col" class="number">{{ row.fellow | csPerson }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.group.id) {
            <tr>
              <th scope="row">{{ line.group.title }}</th>
              @for (cell of line.cells; track cell.fellowId) {
                <td class="number">
                  <a
                    [routerLink]="['/fellows', cell.fellowId, 'entries']"
                    [queryParams]="{ groupId: line.group.id, state: 'approved', simulation: false }"
                    >{{ procedureCount(cell.approved, cell.approvedEntries) }}</a
                  >
                  @if (cell.waiting > 0) {
                    <a
                      class="waits"
                      [routerLink]="['/fellows', cell.fellowId, 'entries']"
                      [queryParams]="{ groupId: line.group.id, state: 'submitted', simulation: false }"
                      [attr.aria-label]="procedureCount(cell.waiting, cell.waitingEntries) + ' waiting'"
                      >+{{ procedureCount(cell.waiting, cell.waitingEntries) }}</a
                    >
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
    td {
      white-space: nowrap;
    }
    td a {
      display: inline-block;
      min-width: 1.5rem;
      padding: var(--cs-3) var(--cs-2);
    }
    @media (pointer: coarse) {
      td a {
        min-width: var(--cs-touch);
        padding-block: 0.875rem;
      }
    }
    .waits {
      color: var(--cs-waiting);
    }
  `,
})
export class GroupTable {
  protected readonly procedureCount = procedureCount;
  readonly view = input.required<DashboardView>();

  protected readonly lines = computed(() =>
    this.view().groups.map((group) => ({
      group,
      cells: this.view().fellows.map((row) => {
        const cell = row.groups.find((one) => one.groupId === group.id);
        return { ...none, ...cell, fellowId: row.fellow.id };
      }),
    })),
  );
}
