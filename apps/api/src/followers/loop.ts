/** Work that comes in rounds: again at once while there is more, else when woken or when some time has passed. */
export class Loop {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private isWoken = false;
  private rouse: () => void = () => undefined;

  constructor(
    /** One round; answers whether another one should follow at once. */
    private readonly round: (stop: AbortSignal) => Promise<boolean>,
    private readonly waitMs: () => number,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Begins; does nothing when it has begun. */
  start(): void {
    this.running ??= this.run();
  }

  /** Calls for a round now, or after the one that is under way. */
  wake(): void {
    this.isWoken = true;
    this.rouse();
  }

  /** Ends after the round that is under way, which is told by its signal. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.rouse();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      this.isWoken = false;
      const more = await this.round(signal).catch((error: unknown) => {
        this.report(error);
        return false;
      });
      if (!more) await this.sleep(signal);
    }
  }

  private async sleep(signal: AbortSignal): Promise<void> {
    if (this.isWoken || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.waitMs());
      this.rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.rouse = () => undefined;
  }
}
