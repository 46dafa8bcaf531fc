import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { readCheckpointNote, readCheckpoints } from '@countersign/contracts/ledger/endpoints';
import type { CheckpointView, RecordLog } from '@countersign/contracts/ledger/views';
import { instantFull } from '@countersign/contracts/words/time';
import { urlOf } from '../platform/api';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';

/** The checkpoints of one log, the newest first, each to be taken away. */
@Component({
  selector: 'cs-checkpoint-list',
  imports: [Icon, Loading, ProblemNote],
  templateUrl: './checkpoint-list.html',
  styleUrl: './record.css',
})
export class CheckpointList {
  readonly #api = inject(ProgramApi);
  readonly #clock = inject(ProgramClock);
  readonly #session = inject(Session);

  readonly log = input.required<RecordLog>();

  protected readonly read = this.#api.read(readCheckpoints, () => ({ params: { log: this.log() } }));
  /** All that was asked for so far. */
  protected readonly shown = linkedSignal(() => this.read.view());
  protected readonly checkpoints = computed(() => this.shown()?.checkpoints ?? []);
  protected readonly sending = new Sending();

  protected readonly moment = (at: number) => instantFull(at, this.#clock.timeZone());

  protected addressOf({ size }: CheckpointView): string {
    const programId = this.#session.programId();
    return urlOf(readCheckpointNote, { programId, log: this.log(), size: String(size) });
  }

  protected async older(): Promise<void> {
    const before = this.shown();
    const below = before?.checkpoints.at(-1)?.size;
    if (!before || below === undefined) return;
    const next = await this.sending.send(() =>
      this.#api.call(readCheckpoints, { params: { log: this.log() }, query: { below: String(below) } }),
    );
    if (next) this.shown.set({ ...next, checkpoints: [...before.checkpoints, ...next.checkpoints] });
  }
}
