import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import { CompetenceShape } from '../ui/competence-shape';
import { VolumeBar } from '../ui/volume-bar';

/** The table twin of the map: one card per fellow on a phone, side by side where there is room. */
@Component({
  selector: 'cs-competency-table',
  imports: [CompetenceShape, RouterLink, VolumeBar],
  template: `
    @for (card of cards(); track card.fellow.id) {
      <section [attr.aria-label]="card.fellow.name">
        <h3>
          <a [routerLink]="['/fellows', card.fellow.id]">{{ card.fellow.name }}</a>
          <small>{{ card.baseSpecialty }}</small>
        </h3>
        <ul>
          @for (line of card.lines; track line.column.id) {
            <li>
              <a [routerLink]="['/fellows', card.fellow.id, 'competencies', line.column.id]">{{
                line.column.title
              }}</a>
              <cs-volume-bar
                [approved]="line.cell.approved"
                [waiting]="line.cell.waiting"
                [need]="line.column.need"
              />
              <cs-competence [state]="line.cell.competence.state" />
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
      gap: var(--cs-5);
    }
    h3 {
      font-size: var(--cs-text-md);
    }
    small {
      color: var(--cs-text-2);
      font-weight: var(--cs-weight);
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--cs-2) var(--cs-4);
      align-items: center;
      padding-block: var(--cs-3);
      border-top: 1px solid var(--cs-line);
      font-size: var(--cs-text-sm);
    }
    li a {
      grid-column: 1 / -1;
      display: inline-flex;
      align-items: center;
      min-height: 1.75rem;
    }
  `,
})
export class CompetencyTable {
  readonly view = input.required<DashboardView>();

  protected readonly cards = computed(() =>
    this.view().fellows.map((row) => ({
      fellow: row.fellow,
      baseSpecialty: row.baseSpecialty,
      lines: this.view().competencies.flatMap((column) => {
        const cell = row.competencies.find((one) => one.competencyId === column.id);
        return cell ? [{ column, cell }] : [];
      }),
    })),
  );
}
