/** Most events of one turn, however quickly they go. */
const MOST = 256;
const FIRST = 8;
const UNTIMED = 64;
/** What a turn's work may take, in ms. With its commit it stays below the 20 ms that SQLite's connection may be held. */
const AIM_MS = 10;

/**
 * Learns how many events fit into a turn. The commit is not measured: it costs the same for one event as for many, so
 * that fewer events would only mean more commits.
 */
export class BatchSize {
  private most: number;

  /** @param isTimed whether others wait for the connection meanwhile; else each turn takes a fair number */
  constructor(private readonly isTimed: boolean) {
    this.most = isTimed ? FIRST : UNTIMED;
  }

  /** How many events the next turn takes. */
  get value(): number {
    return this.most;
  }

  /** Takes in how long so many events took: at most twice as many next time, and not less than half. */
  learn(events: number, ms: number): void {
    if (!this.isTimed || events === 0) return;
    const fitting = Math.floor((events * AIM_MS) / Math.max(ms, 0.1));
    this.most = Math.min(MOST, this.most * 2, Math.max(1, Math.ceil(this.most / 2), fitting));
  }
}
