import { Component, computed, input } from '@angular/core';
import type { ForecastView } from '@countersign/contracts/competencies/views';
import { dayShort } from '@countersign/contracts/words/time';
import { scaleUtc } from 'd3-scale';
import { widthOf } from './width-of';

const HEIGHT = 76;
const SIDE = 10;

const at = (on: string): Date => new Date(`${on}T00:00:00Z`);

/** The dates of a forecast: today, the range as a band, the likely day as a bar, months below. The words are beside it. */
@Component({
  selector: 'cs-date-band',
  template: `
    <svg aria-hidden="true" [attr.viewBox]="'0 0 ' + width() + ' ' + height" [attr.height]="height">
      <line class="base" [attr.x1]="side" [attr.x2]="width() - side" y1="54" y2="54" />
      @for (tick of ticks(); track tick.x) {
        <line class="base" [attr.x1]="tick.x" [attr.x2]="tick.x" y1="54" y2="59" />
        <text class="axis" [attr.x]="tick.x + 3" y="70">{{ tick.text }}</text>
      }
      @for (one of less(); track one.x) {
        <rect class="less" [attr.x]="one.x" y="22" [attr.width]="one.width" height="28" />
      }
      <line class="today" [attr.x1]="todayAt()" [attr.x2]="todayAt()" y1="10" y2="54" />
      <text class="said" [attr.x]="todayAt() + 4" y="18">today</text>
      @if (band(); as range) {
        <rect class="band" rx="7" [attr.x]="range.from" y="29" [attr.width]="range.width" height="14" />
      }
      @if (likelyAt(); as x) {
        <line class="likely" [attr.x1]="x" [attr.x2]="x" y1="25" y2="47" />
      }
    </svg>
  `,
  styleUrl: './chart.css',
  styles: `
    .less {
      fill: var(--cs-surface-3);
    }
  `,
})
export class DateBand {
  readonly forecast = input.required<ForecastView>();
  readonly today = input.required<string>();

  protected readonly width = widthOf(340);
  protected readonly height = HEIGHT;
  protected readonly side = SIDE;
  readonly #end = computed(() => this.forecast().endsOn ?? this.forecast().lateOn ?? this.today());
  readonly #x = computed(() => {
    const { lateOn } = this.forecast();
    // As far as the range goes and a quarter of it more, at most to the end of training.
    const [start, end] = [at(this.today()), at(this.#end())];
    const wanted = lateOn === undefined ? end : new Date(at(lateOn).getTime() + MONTH_MS);
    const last = wanted < end ? wanted : end;
    return scaleUtc(
      [new Date(start.getTime() - MONTH_MS / 2), last > start ? last : end],
      [SIDE, this.width() - SIDE],
    );
  });
  protected readonly ticks = computed(() =>
    this.#x()
      .ticks(Math.max(2, Math.floor(this.width() / 90)))
      .map((date) => ({
        x: this.#x()(date),
        text: dayShort(date.toISOString().slice(0, 10), this.today()).replace(/,? \d{4}$/, ''),
      })),
  );
  protected readonly todayAt = computed(() => this.#x()(at(this.today())));
  protected readonly band = computed(() => {
    const { earlyOn, lateOn } = this.forecast();
    if (earlyOn === undefined) return undefined;
    const from = this.#x()(at(earlyOn));
    const to = lateOn === undefined ? this.width() - SIDE : this.#x()(at(lateOn));
    return { from, width: Math.max(6, to - from) };
  });
  protected readonly likelyAt = computed(() => {
    const { likelyOn } = this.forecast();
    return likelyOn === undefined ? undefined : this.#x()(at(likelyOn));
  });
  protected readonly less = computed(() =>
    (this.forecast().less ?? []).flatMap(({ fromOn, toOn }) => {
      const [from, to] = [this.#x()(at(fromOn)), Math.min(this.#x()(at(toOn)), this.width() - SIDE)];
      return to > from ? [{ x: from, width: to - from }] : [];
    }),
  );
}

const MONTH_MS = 30 * 86_400_000;
