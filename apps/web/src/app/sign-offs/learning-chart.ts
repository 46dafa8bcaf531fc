import { Component, computed, input } from '@angular/core';
import type { SignedChart } from '@countersign/domain/signing';
import { chanceInWords, competenceWords } from '@countersign/contracts/words/competence';
import { percent } from '@countersign/contracts/words/count';
import { CompetenceShape } from '../ui/competence-shape';

const LEFT = 24;
const RIGHT = 334;
const TOP = 16;
const FLOOR = 134;

/** The learning curve chart of a signed document, drawn from its rounded values alone; the table beside it has the same. */
@Component({
  selector: 'cs-learning-chart',
  imports: [CompetenceShape],
  templateUrl: './learning-chart.html',
  styleUrl: './learning-chart.css',
})
export class LearningChart {
  readonly chart = input.required<SignedChart>();

  protected readonly state = computed(() => this.chart().state as keyof typeof competenceWords);
  protected readonly finding = computed(() => {
    const { signalCase } = this.chart();
    const word = competenceWords[this.state()];
    const said = word.charAt(0).toUpperCase() + word.slice(1);
    return signalCase === null ? said : `${said}; the chart signaled at case ${signalCase}`;
  });
  protected readonly count = computed(() => this.chart().failures.length);
  readonly #wide = computed(() => Math.max(this.count(), this.chart().earliestSignal, 10));
  readonly #high = computed(() => {
    const { path, limit } = this.chart();
    return Math.max(Number(limit) + 1, ...path.map(Number));
  });
  /** The judged cases, oldest first, at their places; a line from zero leads to the first. */
  protected readonly cases = computed(() => {
    const { failures, path } = this.chart();
    return failures.map((failed, at) => ({
      number: at + 1,
      failed: failed === 1,
      score: path[at] ?? '0',
      x: this.xOf(at + 1),
      y: this.yOf(Number(path[at] ?? 0)),
    }));
  });
  protected readonly line = computed(() =>
    [`${this.xOf(0)},${FLOOR}`, ...this.cases().map(({ x, y }) => `${x},${y}`)].join(' '),
  );
  protected readonly limitAt = computed(() => this.yOf(Number(this.chart().limit)));
  /** Before this place no signal is possible. */
  protected readonly zone = computed(() => this.xOf(this.chart().earliestSignal));
  protected readonly ticks = computed(() => {
    const step = this.#wide() > 60 ? 20 : 10;
    return Array.from({ length: Math.floor(this.#wide() / step) }, (_, at) => (at + 1) * step);
  });
  protected readonly scores = computed(() =>
    Array.from({ length: Math.floor(this.#high() / 2) + 1 }, (_, at) => at * 2),
  );
  protected readonly signal = computed(() => this.cases()[(this.chart().signalCase ?? 0) - 1]);
  protected readonly alarm = computed(() => this.cases()[(this.chart().alarmCase ?? 0) - 1]);
  protected readonly wentWell = computed(() => this.cases().filter(({ failed }) => !failed).length);
  protected readonly chance = computed(() => {
    const { probability, target } = this.chart();
    const rate = percent(Number(target));
    return probability === null
      ? `Too few to say how likely a rate of ${rate} is.`
      : `It is ${chanceInWords(Number(probability))} that the rate is now at least ${rate}.`;
  });
  protected readonly sentence = computed(() => {
    const { path, limit, signalCase } = this.chart();
    const after = `After ${this.count()} judged cases the score is ${path.at(-1) ?? '0'}; the limit is ${limit}.`;
    return signalCase === null
      ? `${after} No signal yet.`
      : `${after} The signal came at case ${signalCase}.`;
  });
  protected readonly percent = (rate: string): string => percent(Number(rate));

  protected xOf(number: number): number {
    return Math.round(10 * (LEFT + (number * (RIGHT - LEFT)) / this.#wide())) / 10;
  }

  protected yOf(score: number): number {
    return Math.round(10 * (FLOOR - (score * (FLOOR - TOP)) / this.#high())) / 10;
  }
}
