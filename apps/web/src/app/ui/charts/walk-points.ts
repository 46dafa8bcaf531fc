import { computed, signal, type Signal } from '@angular/core';

/** Which of the points of a chart the keyboard is at: arrows walk, Home and End jump; one point is in the tab order. */
export class WalkPoints {
  readonly #at = signal(-1);
  /** Place of the point in the tab order; the last one until somebody walks. */
  readonly at = computed(() => (this.#at() < 0 ? this.count() - 1 : Math.min(this.#at(), this.count() - 1)));

  constructor(private readonly count: Signal<number>) {}

  /** Walks by a key: the point to which it leads is focused. */
  walk(event: KeyboardEvent, points: ArrayLike<SVGAElement>): void {
    const to = this.#to(event.key);
    if (to === undefined) return;
    event.preventDefault();
    this.stand(to);
    points[to]?.focus();
  }

  stand(at: number): void {
    this.#at.set(at);
  }

  /** The place to which a key leads from here; undefined for a key that walks nowhere. */
  #to(key: string): number | undefined {
    const last = this.count() - 1;
    const steps: Readonly<Record<string, number>> = {
      ...{
        ArrowRight: this.at() + 1,
        ArrowUp: this.at() + 1,
        ArrowLeft: this.at() - 1,
        ArrowDown: this.at() - 1,
      },
      ...{ Home: 0, End: last },
    };
    const to = steps[key];
    return to === undefined ? undefined : Math.max(0, Math.min(last, to));
  }
}
