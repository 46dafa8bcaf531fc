import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type {
  CommitteeCompetencyView,
  CommitteeView,
} from '@countersign/contracts/dashboards/committee-views';
import { signOffStandingWords } from '@countersign/contracts/words/sign-off';
import { dayShort } from '@countersign/contracts/words/time';
import { ProgramClock } from '../platform/program-clock';
import { CompetenceShape } from '../ui/competence-shape';
import { Icon } from '../ui/icon';
import { SignedMark } from '../ui/signed-mark';

/** The first questions of a committee in one table: volume, rules met, competence and sign-off, never merged. */
@Component({
  selector: 'cs-committee-table',
  imports: [CompetenceShape, Icon, RouterLink, SignedMark],
  template: `
    <div class="cs-table-box" tabindex="0" role="region" aria-label="Competencies">
      <table class="cs-table" translate="no">
        <thead>
          <tr>
            <th scope="col">Competency</th>
            <th scope="col">Volume</th>
            <th scope="col">Rules met</th>
            <th scope="col">Competence</th>
            <th scope="col">Signed</th>
          </tr>
        </thead>
        <tbody>
          @for (one of lines(); track one.id) {
            <tr>
              <th scope="row">
                <a [routerLink]="['/fellows', view().fellow.id, 'competencies', one.id]">{{ one.title }}</a>
              </th>
              <td>
                <span class="volume">
                  <span class="bar" aria-hidden="true"><i [style.width.%]="share(one)"></i></span>
                  <span
                    ><b>{{ one.approved }}</b> of {{ one.need
                    }}{{ one.waiting > 0 ? ', +' + one.waiting + ' waiting' : '' }}</span
                  >
                </span>
              </td>
              <td class="cs-nowrap">
                @if (one.met) {
                  <cs-icon name="check" />
                }
                {{ one.rulesMet }} of {{ one.rules }}
              </td>
              <td class="cs-nowrap">
                <cs-competence [state]="one.competence.state" />
                @if (one.competence.n > 0) {
                  <small>n {{ one.competence.n }}</small>
                }
              </td>
              <td class="cs-nowrap">
                @if (one.signed; as state) {
                  <a [routerLink]="['/sign-offs', one.signOffId]"
                    ><cs-signed-mark aria-hidden="true" [state]="state" word="hidden" /> {{ words[state] }}
                    {{ on(one) }}</a
                  >
                } @else {
                  not yet
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    th a,
    td a {
      display: inline-flex;
      gap: 0.25rem;
      align-items: center;
      min-height: var(--cs-touch);
    }
    tbody th a {
      color: var(--cs-text);
    }
    .volume {
      display: grid;
      grid-template-columns: 3.5rem auto;
      gap: var(--cs-3);
      align-items: center;
    }
    .bar {
      height: 0.5rem;
      overflow: hidden;
      border-radius: 0.25rem;
      background: var(--cs-volume-track);
    }
    i {
      display: block;
      height: 100%;
      background: var(--cs-volume);
    }
    small {
      color: var(--cs-text-2);
    }
    @media print {
      .cs-table-box {
        overflow: visible;
      }
      a {
        color: inherit;
        text-decoration: none;
      }
    }
  `,
})
export class CommitteeTable {
  readonly #clock = inject(ProgramClock);
  readonly view = input.required<CommitteeView>();

  /** Emptiest first, as on the map. */
  protected readonly lines = computed(() =>
    this.view().competencies.toSorted((one, other) => this.share(one) - this.share(other)),
  );
  protected readonly words = signOffStandingWords;

  protected share({ approved, need }: CommitteeCompetencyView): number {
    return Math.min(100, (100 * approved) / need);
  }

  protected on({ signedOn }: CommitteeCompetencyView): string {
    return signedOn === undefined ? '' : dayShort(signedOn, this.#clock.today());
  }
}
