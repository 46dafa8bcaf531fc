/** Runs jobs one after another, in the order in which they came. A job that fails does not hold up the next. */
export class Fifo {
  private tail: Promise<unknown> = Promise.resolve();

  /** Waits for the jobs before it, runs the job, and passes its outcome on. */
  run<T>(job: () => Promise<T>): Promise<T> {
    const mine = this.tail.then(job, job);
    // The tail swallows the outcome, so that an unhandled rejection is reported once, to the job's own caller.
    this.tail = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }
}
