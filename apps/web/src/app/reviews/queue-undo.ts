import { signal } from '@angular/core';
import type { EntryView } from '@countersign/contracts/entries/views';
import { undoDecision } from '@countersign/contracts/reviews/endpoints';
import type { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';

/** Decisions of one act that can still be taken back. */
export interface Decided {
  readonly entries: readonly EntryView[];
  readonly message: string;
  /** Instant on this device’s clock, ms. */
  readonly until: number;
}

/** What a supervisor decided a moment ago, and the way to take it back. */
export class QueueUndo {
  /** The newest first. */
  readonly decided = signal<readonly Decided[]>([]);
  readonly sending = new Sending();
  /** Several are taken back one after the other, however fast they are asked for. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param after is told of each entry what became of it; undefined where it could not be taken back */
  constructor(
    private readonly api: ProgramApi,
    private readonly after: (entryId: string, back: EntryView | undefined) => void,
  ) {}

  /**
   * @param sentAt counted from the moment it was sent, which was before the server took it, so that the bar never promises
   * more than the server keeps
   */
  add(entries: readonly EntryView[], message: string, sentAt: number): void {
    const until = sentAt + Math.min(...entries.map(undoTime));
    this.decided.update((all) => [{ entries, message, until }, ...all]);
  }

  close(decided: Decided): void {
    this.decided.update((all) => all.filter((one) => one !== decided));
  }

  /** Takes back all that one act decided. */
  undo(decided: Decided): Promise<void> {
    this.close(decided);
    const undone = this.#last.then(async () => {
      for (const entry of decided.entries) await this.#undo(entry);
    });
    this.#last = undone;
    return undone;
  }

  async #undo({ id: entryId, revision }: EntryView): Promise<void> {
    const call = () => this.api.call(undoDecision, { params: { entryId }, ifMatch: revision });
    this.after(entryId, await this.sending.send(call));
  }
}

/** How long a decision may be taken back, ms, between two instants of the server’s clock. */
function undoTime({ acts, versions }: EntryView): number {
  const decidedAt = Math.max(...versions.flatMap(({ decisions }) => decisions.map(({ at }) => at)));
  return acts.undoUntil === undefined ? 0 : acts.undoUntil - decidedAt;
}
