import { v7 as uuidv7 } from 'uuid';
import type { Moment } from '../db/context';
import type { DemoRandom } from './demo-random';

/** The time of the demo year, set from one step to the next. */
export class DemoTime {
  /** UTC instant in ms. */
  at = 0;

  constructor(private readonly random: DemoRandom) {}

  /** An id as if it had been made in the demo year: the same seed makes the same. */
  newId(): string {
    return uuidv7({ msecs: this.at, random: this.random.bytes() });
  }

  /** The moment in which the next step happens. */
  moment(): Moment {
    return { now: this.at, newId: () => this.newId() };
  }
}
