/** How long workers wait for what, in ms. */
export class Rhythm {
  constructor(
    /** A worker that says nothing for so long is taken for gone. */
    readonly leaseMs: number,
    /** How often one that is idle looks for work of which nobody told it. */
    readonly pollMs: number,
  ) {}

  /** Longest that one effect outside may take: it ends well before its lease does. */
  get outsideMs(): number {
    return (this.leaseMs * 2) / 3;
  }
}
