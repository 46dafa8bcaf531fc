import { Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import type { RatingPointView } from '@countersign/contracts/curves/views';
import { scaleLinear, scalePoint } from 'd3-scale';
import { openEntry } from './open-entry';
import { WalkPoints } from './walk-points';
import { widthOf } from './width-of';

const HEIGHT = 132;
const LEFT = 26;
const RIGHT = 12;
const TOP = 10;
const FLOOR = HEIGHT - 14;

/** Ratings in the order of their procedures: help 1 to 5, the level that counts as a line. Each opens its entry. */
@Component({
  selector: 'cs-ratings-chart',
  template: `
    <svg
      role="group"
      [attr.aria-label]="about()"
      [attr.viewBox]="'0 0 ' + width() + ' ' + height"
      [attr.height]="height"
      (keydown)="key($event)"
    >
      <g aria-hidden="true">
        @for (help of levels; track help) {
          <line
            class="grid"
            [attr.x1]="left"
            [attr.x2]="width() - 12"
            [attr.y1]="y(help)"
            [attr.y2]="y(help)"
          />
          <text class="axis end" [attr.x]="left - 8" [attr.y]="y(help) + 4">{{ help }}</text>
        }
        <line
          class="limit"
          [attr.x1]="left"
          [attr.x2]="width() - 12"
          [attr.y1]="wellAt()"
          [attr.y2]="wellAt()"
        />
      </g>
      @for (one of points(); track $index; let at = $index) {
        <a
          [attr.href]="'/entries/' + one.entryId"
          [attr.tabindex]="at === walk.at() ? 0 : -1"
          [attr.aria-label]="say()(one)"
          (focus)="walk.stand(at); looked.emit(one)"
          (mouseenter)="looked.emit(one)"
          (click)="open($event, one)"
        >
          <rect
            class="hit"
            [attr.x]="x()(at) - step() / 2"
            y="0"
            [attr.width]="step()"
            [attr.height]="height"
          />
          @if (one.help < level()) {
            <path
              class="fail"
              [attr.d]="'M' + (x()(at) - 3.5) + ' ' + (y(one.help) - 3.5) + 'l7 7m0-7l-7 7'"
            />
          } @else {
            <circle class="point" r="3" [attr.cx]="x()(at)" [attr.cy]="y(one.help)" />
          }
        </a>
      }
    </svg>
  `,
  styleUrl: './chart.css',
})
export class RatingsChart {
  readonly #router = inject(Router);
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** The oldest first. */
  readonly points = input.required<readonly RatingPointView[]>();
  /** Help from which a case went well. */
  readonly level = input.required<number>();
  readonly say = input.required<(one: RatingPointView) => string>();
  readonly looked = output<RatingPointView>();

  protected readonly width = widthOf(340);
  protected readonly height = HEIGHT;
  protected readonly left = LEFT;
  protected readonly levels = [1, 2, 3, 4, 5];
  protected readonly walk = new WalkPoints(computed(() => this.points().length));
  readonly #y = scaleLinear([1, 5], [FLOOR, TOP]);
  readonly #x = computed(() =>
    scalePoint(
      this.points().map((_one, at) => at),
      [LEFT + 8, this.width() - RIGHT],
    ),
  );
  protected readonly x = computed(() => {
    const scale = this.#x();
    return (at: number) => scale(at) ?? LEFT;
  });
  protected readonly step = computed(() => Math.max(6, Math.min(44, this.#x().step())));
  protected readonly wellAt = computed(() => this.#y(this.level()));
  protected readonly about = computed(
    () => `Ratings in order of date, ${this.points().length}. Arrow keys walk from one to the next.`,
  );

  protected y(help: number): number {
    return this.#y(help);
  }

  protected key(event: KeyboardEvent): void {
    this.walk.walk(event, this.#element.querySelectorAll<SVGAElement>('a'));
  }

  protected open(event: MouseEvent, { entryId }: RatingPointView): void {
    openEntry(event, this.#router, entryId);
  }
}
