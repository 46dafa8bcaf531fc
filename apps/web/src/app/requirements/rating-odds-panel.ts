import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { RatingLastNRule, RatingShareRule } from '@countersign/domain/competency';
import { readRatingOdds } from '@countersign/contracts/requirements/endpoints';
import type { RatingOddsView } from '@countersign/contracts/requirements/views';
import { chanceInWords, ratingOddsInWords } from '@countersign/contracts/words/rating-odds';
import { ProgramApi } from '../platform/program-api';

/** What chance makes of a rule about ratings, for fellows who succeed in a constant share of cases; computed by the server. */
@Component({
  selector: 'cs-rating-odds-panel',
  template: `
    <h3>What chance makes of it</h3>
    @if (sentence(); as said) {
      <p role="status">{{ said }}</p>
    } @else if (view()) {
      <p role="status">A share of so many newest cases has too many outcomes to compute.</p>
    }
    <p class="ask">
      <label
        >Succeeds in
        <input
          type="number"
          class="cs-input"
          min="0"
          max="100"
          [value]="success()"
          (change)="typed(success, 100, $event)"
        />
        %</label
      >
      <label
        >by case
        <input
          type="number"
          class="cs-input"
          min="1"
          max="200"
          [value]="cases()"
          (change)="typed(cases, 200, $event)"
      /></label>
    </p>
    @if (points().length > 0) {
      <table class="cs-table">
        <thead>
          <tr>
            <th scope="col" class="number">succeeds in</th>
            <th scope="col" class="number">met at some time by case {{ cases() }}</th>
          </tr>
        </thead>
        <tbody>
          @for (point of points(); track point.successPercent) {
            <tr [class.asked]="point.successPercent === success()">
              <td class="number">{{ point.successPercent }} %</td>
              <td class="number">{{ chance(point.met) }}</td>
            </tr>
          }
        </tbody>
      </table>
      <p class="cs-text-2">
        Computed exactly, looking after every case. The number and the learning curve carry the rest.
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--cs-3);
    }
    .ask {
      display: flex;
      flex-wrap: wrap;
      gap: var(--cs-4);
    }
    .ask label {
      display: inline-flex;
      align-items: center;
      gap: var(--cs-2);
    }
    .ask input {
      width: 5rem;
    }
    .asked td {
      font-weight: var(--cs-weight-bold);
    }
    .cs-text-2 {
      font-size: var(--cs-text-sm);
    }
  `,
})
export class RatingOddsPanel {
  readonly rule = input.required<RatingLastNRule | RatingShareRule>();

  protected readonly success = signal(60);
  protected readonly cases = signal(50);
  readonly #read = inject(ProgramApi).read(readRatingOdds, () => {
    const rule = this.rule();
    const [of, percent] =
      rule.kind === 'rating-last-n' ? (['newest', 100] as const) : [rule.of, rule.percent];
    const { n } = rule;
    if (n < 1 || n > 999 || percent < 1 || percent > 100) return undefined;
    const [cases, success] = [String(this.cases()), String(this.success())];
    return { query: { of, n: String(n), percent: String(percent), cases, success } };
  });
  /** What was said last stands until more is said. */
  protected readonly view = linkedSignal<RatingOddsView | undefined, RatingOddsView | undefined>({
    source: () => this.#read.view(),
    computation: (now, before) => now ?? before?.value,
  });
  protected readonly points = computed(() => this.view()?.points ?? []);
  protected readonly sentence = computed(() => {
    const view = this.view();
    const point = view?.points.find(({ successPercent }) => successPercent === this.success());
    return view && point && ratingOddsInWords(this.rule(), point, view);
  });
  protected readonly chance = chanceInWords;

  protected typed(into: { set: (value: number) => void }, most: number, event: Event): void {
    const typed = event.target instanceof HTMLInputElement ? event.target.valueAsNumber : NaN;
    if (Number.isSafeInteger(typed) && typed >= 0 && typed <= most) into.set(typed);
  }
}
