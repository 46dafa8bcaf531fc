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
import { VolumeBar } from '../ui/volume-bar';
import { SignedMark } from '../ui/signed-mark';

/** The map where there is no room for it: one card per fellow. */
@Component({
  selector: 'cs-fellow-cards',
  imports: [CompetenceShape, Icon, PersonName, RouterLink, SignedMark, VolumeBar],
  template: `
    @for (card of cards(); track card.fellow.id) {
      <details [open]="open()">
        <summary>
          <b translate="no">{{ card.fellow | csPerson }}</b>
          <small>{{ card.baseSpecialty }} · {{ card.full }} of {{ card.lines.length }} targets reached</small>
        </summary>
        <a [routerLink]="['/fellows', card.fellow.id]"
          >Progress of <span translate="no">{{ card.fellow | csPerson }}</span></a
        >
        <ul>
          @for (line of card.lines; track line.column.id) {
            <li>
              <a [routerLink]="['/fellows', card.fellow.id, 'competencies', line.column.id]">{{
                line.column.title
              }}</a>
              <cs-volume-bar
                [approved]="line.cell.approved"
                [waiting]="line.cell.waiting"
                [need]="line.cell.need"
              />
              <cs-competence [state]="line.cell.competence.state" />
              <span class="rules">
                @if (line.cell.met) {
                  <cs-icon name="check" />
                }
                {{ rulesText(line.cell) }} rules met
              </span>
              @if (line.held; as held) {
                <a [routerLink]="['/sign-offs', held.id]"
                  ><cs-signed-mark aria-hidden="true" [state]="held.state" word="hidden" />&nbsp;{{
                    said(held)
                  }}</a
                >
              }
            </li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
      gap: var(--cs-5);
    }
    summary {
      min-height: var(--cs-touch);
      padding-block: var(--cs-3);
      border-top: 1px solid var(--cs-line);
      cursor: pointer;
    }
    details > a {
      display: inline-flex;
      align-items: center;
      min-height: var(--cs-touch);
      font-size: var(--cs-text-sm);
    }
    small {
      display: block;
      padding-left: 1.125rem;
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
      min-height: var(--cs-touch);
    }
    @media (pointer: coarse) {
      li a {
        min-height: var(--cs-touch);
      }
    }
  `,
})
export class FellowCards {
  readonly #clock = inject(ProgramClock);

  readonly view = input.required<DashboardView>();
  readonly signOffs = input<readonly SignOffView[]>([]);
  /** Whether every card starts opened, as in the table; beside the map on a phone they start closed. */
  readonly open = input(false);

  readonly #newest = computed(() => newestOf(this.signOffs()));
  protected readonly cards = computed(() =>
    this.view().fellows.map((row) => ({
      fellow: row.fellow,
      baseSpecialty: row.baseSpecialty,
      full: row.competencies.filter(({ approved, need }) => approved >= need).length,
      lines: this.view().competencies.flatMap((column) => {
        const cell = row.competencies.find((one) => one.competencyId === column.id);
        const held = this.#newest()(row.fellow.id, column.id).held;
        return cell ? [{ column, cell, held }] : [];
      }),
    })),
  );
  protected readonly rulesText = rulesMetInWords;
  protected readonly said = (held: SignOffView): string => signedInWords(held, (at) => this.#clock.dayOf(at));
}
