import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance with a seed: the same seed draws the same year. */
export class DemoRandom {
  private readonly generator;

  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** A whole number, both ends in. */
  int(from: number, to: number): number {
    return uniformInt(this.generator, from, to);
  }

  /** From 0 up to 1. */
  unit(): number {
    return uniformFloat64(this.generator);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** Roughly normal, mean 0, standard deviation 1 (sum of twelve uniforms less six). */
  noise(): number {
    let sum = -6;
    for (let draw = 0; draw < 12; draw += 1) sum += this.unit();
    return sum;
  }

  /** One of a list. */
  one<T>(things: readonly T[]): T {
    const thing = things[this.int(0, things.length - 1)];
    if (thing === undefined) throw new Error('nothing to draw from');
    return thing;
  }

  /** One of a table of weights. */
  weighted<T>(table: readonly (readonly [thing: T, weight: number])[]): T {
    let left = this.unit() * table.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [thing, weight] of table) {
      left -= weight;
      if (left < 0) return thing;
    }
    return this.one(table)[0];
  }

  /** Sixteen bytes, for ids. */
  bytes(): Uint8Array {
    return Uint8Array.from({ length: 16 }, () => this.int(0, 255));
  }
}
