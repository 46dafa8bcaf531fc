import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { rulesMetInWords } from '@countersign/contracts/words/dashboard';
import { signedInWords } from '@countersign/contracts/words/sign-off';
import { ProgramClock } from '../platform/program-clock';
import { newestOf } from '../sign-offs/newest-of';
import { CompetenceShape } from '../ui/competence-shape';
import { Icon } from '../ui/icon';
import { PersonName } from '../ui/person-name';
import { SignedMark } from '../ui/signed-mark';

/** The table twin of the map: the same numbers in words and digits, the same order on both axes. */
@Component({
  selector: 'cs-competency-table',
  imports: [CompetenceShape, Icon, PersonName, RouterLink, SignedMark],
  template: `
    <div class="cs-table-box" tabindex="0" role="region" aria-label="Competencies by fellow">
      <table class="cs-table" translate="no">
        <thead>
          <tr>
            <th scope="col">Competency</th>
            <th scope="col" class="number">Target</th>
            @for (row of view().fellows; track row.fellow.id) {
              <th scope="col">{{ row.fellow | csPerson }}</th>
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
                    <span class="rules">
                      @if (one.cell.met) {
                        <cs-icon name="check" />
                      }
                      {{ rulesText(one.cell) }} rules met
                    </span>
                    <cs-competence [state]="one.cell.competence.state" />
                  } @else {
                    not asked for
                  }
                  @if (one.held; as held) {
                    <a class="signed" [routerLink]="['/sign-offs', held.id]"
                      ><cs-signed-mark aria-hidden="true" [state]="held.state" word="hidden" />{{
                        said(held)
                      }}</a
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
    td .signed {
      gap: 0.25rem;
      font-weight: var(--cs-weight);
    }
    cs-competence {
      display: flex;
      white-space: nowrap;
    }
    .rules {
      display: block;
      white-space: nowrap;
    }
    .waits {
      color: var(--cs-waiting);
      white-space: nowrap;
    }
  `,
})
export class CompetencyTable {
  readonly #clock = inject(ProgramClock);

  readonly view = input.required<DashboardView>();
  readonly signOffs = input<readonly SignOffView[]>([]);

  readonly #newest = computed(() => newestOf(this.signOffs()));
  protected readonly lines = computed(() =>
    this.view().competencies.map((column) => ({
      column,
      cells: this.view().fellows.map(({ fellow, competencies }) => ({
        fellow,
        cell: competencies.find((one) => one.competencyId === column.id),
        held: this.#newest()(fellow.id, column.id).held,
      })),
    })),
  );
  protected readonly rulesText = rulesMetInWords;
  protected readonly said = (held: SignOffView): string => signedInWords(held, (at) => this.#clock.dayOf(at));
}
