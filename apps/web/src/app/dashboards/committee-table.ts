import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type {
  CommitteeCompetencyView,
  CommitteeView,
} from '@countersign/contracts/dashboards/committee-views';
import { signOffStandingWords } from '@countersign/contracts/words/sign-off';
import { forecastRange } from '@countersign/contracts/words/forecast';
import { dayShort } from '@countersign/contracts/words/time';
import { ProgramClock } from '../platform/program-clock';
import { CompetenceShape } from '../ui/competence-shape';
import { Icon } from '../ui/icon';
import { SignedMark } from '../ui/signed-mark';

/** Where a range of dates lies between today and the end of training, in percent. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly likely: number | undefined;
  /** The later end lies beyond the training. */
  readonly isOpen: boolean;
}

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
            <th scope="col">Minimum met, 8 in 10</th>
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
              <td>
                @if (spanOf(one); as span) {
                  <span class="span" aria-hidden="true">
                    <i
                      [class.open]="span.isOpen"
                      [style.left.%]="span.from"
                      [style.width.%]="span.to - span.from"
                    ></i>
                    @if (span.likely !== undefined) {
                      <b [style.left.%]="span.likely"></b>
                    }
                  </span>
                }
                {{ rangeOf(one) }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    /* What is hidden from sight in a cell scrolls with it, and does not widen the page. */
    .cs-table-box {
      position: relative;
    }
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
    .span {
      position: relative;
      display: block;
      width: 7rem;
      height: 0.75rem;
      border-right: 2px solid var(--cs-text-2);
      border-left: 1px dashed var(--cs-text-2);
    }
    .span i,
    .span b {
      position: absolute;
      top: 0.125rem;
      bottom: 0.125rem;
    }
    .span i {
      height: auto;
      border: 1px solid var(--cs-volume);
      border-radius: 0.25rem;
      background: var(--cs-accent-soft);
    }
    .span i.open {
      border-right: 0;
      border-radius: 0.25rem 0 0 0.25rem;
    }
    .span b {
      width: 2px;
      background: var(--cs-text);
    }
    small {
      margin-inline-start: 0.25rem;
      color: var(--cs-text-2);
    }
    cs-competence,
    cs-competence + small {
      vertical-align: middle;
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

  protected rangeOf({ forecast, met, approved, need }: CommitteeCompetencyView): string {
    if (forecast === undefined) return '';
    if (forecast.status === 'met') return met ? 'met' : `${approved} of ${need}: number met`;
    return forecastRange(forecast, this.#clock.today()) ?? 'no dates';
  }

  protected spanOf({ forecast }: CommitteeCompetencyView): Span | undefined {
    if (forecast?.status !== 'open' || forecast.endsOn === undefined) return undefined;
    const [start, end] = [this.#clock.today(), forecast.endsOn].map((on) => Date.parse(on)) as [
      number,
      number,
    ];
    const at = (on: string) => Math.min(100, Math.max(0, (100 * (Date.parse(on) - start)) / (end - start)));
    const { earlyOn, likelyOn, lateOn } = forecast;
    if (earlyOn === undefined || !(end > start)) return undefined;
    return {
      from: at(earlyOn),
      to: lateOn === undefined ? 100 : at(lateOn),
      likely: likelyOn === undefined ? undefined : at(likelyOn),
      isOpen: lateOn === undefined,
    };
  }

  protected on({ signedOn }: CommitteeCompetencyView): string {
    return signedOn === undefined ? '' : dayShort(signedOn, this.#clock.today());
  }
}
