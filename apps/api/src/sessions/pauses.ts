import { Injectable } from '@nestjs/common';

/** Waits; apart from what waits, so that tests need not. */
@Injectable()
export class Pauses {
  /** @param ms how long */
  wait(ms: number): Promise<void> {
    return new Promise((wake) => setTimeout(wake, ms));
  }
}
