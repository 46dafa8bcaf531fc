/** One thing to measure. A file `*.bench.ts` exports a function that answers a list of them. */
export interface Benchmark {
  readonly name: string;
  /** The longest acceptable median, in milliseconds. */
  readonly budgetMs: number;
  readonly run: () => void | Promise<void>;
}
