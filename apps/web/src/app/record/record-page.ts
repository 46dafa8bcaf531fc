import { Component, computed, inject, signal } from '@angular/core';
import { readCheckpointNote, readCheckpoints } from '@countersign/contracts/ledger/endpoints';
import { instantFull } from '@countersign/contracts/words/time';
import { urlOf } from '../platform/api';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { CheckpointList } from './checkpoint-list';

/** What the record is, how far it is signed, and what to keep outside of this system so that it can be proven. */
@Component({
  selector: 'cs-record-page',
  imports: [CheckpointList, Icon, Loading],
  templateUrl: './record-page.html',
  styleUrl: './record.css',
})
export class RecordPage {
  readonly #clock = inject(ProgramClock);
  readonly #session = inject(Session);

  protected readonly read = inject(ProgramApi).read(readCheckpoints, () => ({ params: { log: 'program' } }));
  protected readonly newest = computed(() => this.read.view()?.checkpoints[0]);
  /** Events that no checkpoint covers yet. */
  protected readonly since = computed(() => (this.read.view()?.size ?? 0) - (this.newest()?.size ?? 0));
  /** The log of what no program owns is read when it is opened. */
  protected readonly isOpen = signal(false);
  protected readonly command = 'npm run countersign -- verify --against checkpoint.note';

  protected readonly moment = (at: number) => instantFull(at, this.#clock.timeZone());

  protected addressOf(size: number): string {
    const programId = this.#session.programId();
    return urlOf(readCheckpointNote, { programId, log: 'program', size: String(size) });
  }

  protected fold(event: Event): void {
    this.isOpen.set((event.target as HTMLDetailsElement).open);
  }
}
