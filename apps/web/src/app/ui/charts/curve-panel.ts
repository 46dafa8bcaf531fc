import { Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import type { CurveCaseView, CurvePanelView } from '@countersign/contracts/curves/views';
import { limitWords, panelWords } from '@countersign/contracts/words/curve';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { openEntry } from './open-entry';
import { WalkPoints } from './walk-points';
import { widthOf } from './width-of';

const HEIGHT = 240;
const LEFT = 26;
const RIGHT = 12;
const TOP = 22;
/** From here down to the floor of the drawing: the strip of outcomes and the numbers of the cases. */
const FLOOR = HEIGHT - 46;
const STRIP = FLOOR + 12;
/** Cases that a drawing has room for at least. */
const FEWEST = 10;

/**
 * One chart of a learning curve: score over cases, its limit, the signal as a flag or the alarm as a diamond, where the
 * record changed, and below the outcome of every case. Each case is a link to its entry and a sentence; arrows walk them.
 * Shapes and dashes differ, so that nothing rests on color.
 */
@Component({
  selector: 'cs-curve-panel',
  templateUrl: './curve-panel.html',
  styleUrl: './chart.css',
})
export class CurveDrawing {
  readonly #router = inject(Router);
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly panel = input.required<CurvePanelView>();
  /** What a case is called, as a sentence. */
  readonly say = input.required<(one: CurveCaseView) => string>();
  /** Successes in a row that would bring the signal; drawn dotted. */
  readonly ahead = input<number>();
  /** The case that is looked at, for a line beside the drawing. */
  readonly looked = output<CurveCaseView>();

  protected readonly width = widthOf(340);
  protected readonly height = HEIGHT;
  protected readonly top = TOP;
  protected readonly floor = FLOOR;
  protected readonly strip = STRIP;
  protected readonly left = LEFT;
  protected readonly cases = computed(() => this.panel().cases);
  protected readonly walk = new WalkPoints(computed(() => this.cases().length));
  protected readonly id = `cs-hatch-${(made += 1)}`;

  readonly #first = computed(() => this.cases()[0]?.number ?? 1);
  readonly #last = computed(() => this.cases().at(-1)?.number ?? 0);
  protected readonly projected = computed(() => {
    const ahead = this.ahead();
    return ahead === undefined || this.cases().length === 0 ? undefined : this.#last() + ahead;
  });
  protected readonly x = computed(() => {
    const { chart, earliestCase } = this.panel();
    const end = Math.max(
      ...[this.#last(), this.#first() + FEWEST - 1, this.projected() ?? 0],
      chart === 'learning' ? earliestCase : 0,
    );
    return scaleLinear([this.#first() - 1, end], [LEFT, this.width() - RIGHT]);
  });
  protected readonly y = computed(() => {
    const highest = Math.max(this.panel().limit + 0.8, ...this.cases().map(({ score }) => score));
    return scaleLinear([0, highest], [FLOOR, TOP]);
  });
  protected readonly path = computed(() => {
    const at = line<Pick<CurveCaseView, 'number' | 'score'>>(
      ({ number }) => this.x()(number),
      ({ score }) => this.y()(score),
    );
    return at([{ number: this.#first() - 1, score: 0 }, ...this.cases()]) ?? '';
  });
  protected readonly scores = computed(() => this.y().ticks(5));
  protected readonly numbers = computed(() =>
    this.x()
      .ticks(Math.max(2, Math.floor(this.width() / 80)))
      .filter((tick) => Number.isInteger(tick) && tick >= this.#first()),
  );
  protected readonly limitAt = computed(() => this.y()(this.panel().limit));
  protected readonly limitText = computed(
    () => `limit ${this.panel().limit.toFixed(3)}: ${limitWords[this.panel().chart]}`,
  );
  protected readonly noSignalUntil = computed(() => this.x()(this.panel().earliestCase));
  protected readonly reached = computed(() => this.#at(this.panel().reachedCase));
  protected readonly change = computed(() => {
    const { changeCase } = this.panel();
    return changeCase === undefined ? undefined : { x: this.x()(changeCase - 1), before: changeCase - 1 };
  });
  protected readonly end = computed(() => this.cases().at(-1));
  /** How wide the place of one case is to a finger. */
  protected readonly step = computed(() => this.x()(1) - this.x()(0));
  protected readonly about = computed(() => {
    const { chart, limit, reachedCase } = this.panel();
    const found =
      reachedCase === undefined
        ? `has not reached its limit of ${limit.toFixed(3)}`
        : `reached its limit of ${limit.toFixed(3)} at case ${reachedCase}`;
    return `${panelWords[chart]}, ${this.cases().length} cases: the chart ${found}. Arrow keys walk from case to case.`;
  });

  #at(caseNumber: number | undefined): { x: number; y: number } | undefined {
    const one = this.cases().find(({ number }) => number === caseNumber);
    return one && { x: this.x()(one.number), y: this.y()(one.score) };
  }

  protected look(at: number): void {
    const one = this.cases()[at];
    if (one) this.looked.emit(one);
  }

  protected key(event: KeyboardEvent): void {
    this.walk.walk(event, this.#element.querySelectorAll<SVGAElement>('a'));
  }

  protected open(event: MouseEvent, { entryId }: CurveCaseView): void {
    openEntry(event, this.#router, entryId);
  }
}

let made = 0;
