import { Component, computed, input } from '@angular/core';
import type { CalibrationBinView } from '@countersign/contracts/forecasts/views';
import { scaleLinear } from 'd3-scale';
import { widthOf } from './width-of';

const HEIGHT = 234;
const LEFT = 44;
const RIGHT = 12;
const TOP = 24;
const FLOOR = HEIGHT - 40;

/**
 * What forecasts said against how often it came: a dot for each bin with its 95 % interval, and the line on which dots lie
 * where both are the same. The table beside it says the same.
 */
@Component({
  selector: 'cs-bins-chart',
  template: `
    <svg aria-hidden="true" [attr.viewBox]="'0 0 ' + width() + ' ' + height" [attr.height]="height">
      @for (share of shares; track share) {
        <line class="grid" [attr.x1]="left" [attr.x2]="right()" [attr.y1]="y(share)" [attr.y2]="y(share)" />
        <text class="axis end" [attr.x]="left - 8" [attr.y]="y(share) + 4">{{ 100 * share }} %</text>
        <text class="axis middle" [attr.x]="x()(share)" [attr.y]="floor + 16">{{ 100 * share }} %</text>
      }
      <line class="limit" [attr.x1]="x()(0)" [attr.x2]="x()(1)" [attr.y1]="y(0)" [attr.y2]="y(1)" />
      @for (dot of dots(); track dot.x) {
        <line class="tick" [attr.x1]="dot.x" [attr.x2]="dot.x" [attr.y1]="dot.low" [attr.y2]="dot.high" />
        <circle class="point" r="4" [attr.cx]="dot.x" [attr.cy]="dot.y" />
        <text class="quiet" [attr.x]="dot.x + 7" [attr.y]="dot.y - 6">{{ dot.count }}</text>
      }
      <text class="axis middle" [attr.x]="(left + right()) / 2" [attr.y]="height - 6">said</text>
      <text class="axis" x="0" [attr.y]="8">came</text>
    </svg>
  `,
  styleUrl: './chart.css',
})
export class BinsChart {
  readonly bins = input.required<readonly CalibrationBinView[]>();

  protected readonly width = widthOf(340);
  protected readonly height = HEIGHT;
  protected readonly left = LEFT;
  protected readonly floor = FLOOR;
  protected readonly shares = [0, 0.2, 0.4, 0.6, 0.8, 1];
  protected readonly right = computed(() => this.width() - RIGHT);
  readonly #y = scaleLinear([0, 1], [FLOOR, TOP]);
  protected readonly x = computed(() => scaleLinear([0, 1], [LEFT, this.right()]));
  protected readonly dots = computed(() =>
    this.bins().flatMap(({ said, came, low, high, count }) =>
      said === undefined || came === undefined
        ? []
        : [
            {
              x: this.x()(said),
              y: this.y(came),
              low: this.y(low ?? came),
              high: this.y(high ?? came),
              count,
            },
          ],
    ),
  );

  protected y(share: number): number {
    return this.#y(share);
  }
}
