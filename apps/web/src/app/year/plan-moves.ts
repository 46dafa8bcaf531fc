import { signal, type Signal } from '@angular/core';
import type { Stretch } from '@countersign/domain/calendar';
import { changeRotation } from '@countersign/contracts/schedule/endpoints';
import type { RotationLineView, ScheduleView } from '@countersign/contracts/schedule/views';
import { dayRange } from '@countersign/contracts/words/time';
import type { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { BarHold, type HeldBar } from './bar-hold';

/** How long a move is offered to be taken back, ms. */
const UNDO_MS = 10_000;

/** What was done last, and how it is taken back. */
interface LastMove {
  readonly message: string;
  readonly until: number;
  /** As it was before, and the days that it has now. */
  readonly before: RotationLineView;
  readonly now: Stretch;
}

/** Moves of rotations: each is sent as it is put down, a refused one lies where it lay, the last one can be taken back. */
export class PlanMoves {
  readonly #last = signal<LastMove | null>(null);
  readonly hold = new BarHold();
  readonly sending = new Sending();
  readonly last = this.#last.asReadonly();

  constructor(
    private readonly api: ProgramApi,
    private readonly today: Signal<string>,
    private readonly changed: (view: ScheduleView) => void,
  ) {}

  async put({ bar, days }: HeldBar): Promise<void> {
    this.#last.set(null);
    const view = await this.#send(bar.rotation, bar, days);
    if (view) {
      this.changed(view);
      const message = `Moved to ${dayRange(days.fromOn, days.toOn, this.today())}: ${bar.rotation.name}, ${bar.fellow.name}`;
      this.#last.set({ message, until: Date.now() + UNDO_MS, before: bar.rotation, now: days });
    }
    this.hold.release();
  }

  async undo(): Promise<void> {
    const last = this.#last();
    if (!last) return;
    this.#last.set(null);
    const view = await this.#send(last.before, last.now, last.before);
    if (view) this.changed(view);
  }

  forget(): void {
    this.#last.set(null);
  }

  #send(rotation: RotationLineView, seen: Stretch, days: Stretch): Promise<ScheduleView | undefined> {
    const { id: rotationId, siteId, name, service, procedureDays } = rotation;
    const body = {
      ...{ siteId, name, service, fromOn: days.fromOn, toOn: days.toOn },
      ...(procedureDays !== undefined && { procedureDays }),
      seen: { fromOn: seen.fromOn, toOn: seen.toOn },
    };
    return this.sending.send(() => this.api.call(changeRotation, { params: { rotationId }, body }));
  }
}
