import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { Stretch } from '@countersign/domain/calendar';
import { leaveKinds, type LeaveKind } from '@countersign/domain/people';
import { addLeave } from '@countersign/contracts/schedule/endpoints';
import type { FellowYearView, ScheduleView } from '@countersign/contracts/schedule/views';
import { leaveInWords } from '@countersign/contracts/words/schedule';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Days } from '../ui/fields/days';
import { Field, FieldControl } from '../ui/fields/field';
import { ProblemNote } from '../ui/problem-note';

/** Plans days on which a fellow is away; no reason is asked. */
@Component({
  selector: 'cs-leave-form',
  imports: [Days, Field, FieldControl, ProblemNote],
  template: `
    <form [attr.aria-label]="'Leave of ' + fellow().name" (submit)="send($event)">
      <cs-field label="Kind">
        <select #which csControl (change)="kind.set(asKind(which.value))">
          @for (one of kinds; track one) {
            <option [value]="one" [selected]="kind() === one">{{ words(one) }}</option>
          }
        </select>
      </cs-field>
      <cs-days
        [(fromOn)]="fromOn"
        [(toOn)]="toOn"
        [firstNote]="note('/fromOn', fromOn(), 'Choose the first day.')"
        [lastNote]="note('/toOn', toOn(), 'Choose the last day.')"
      />
      <cs-problem [problem]="sending.problem()" />
      <button type="submit" class="cs-button main" [attr.aria-disabled]="sending.busy() || null">
        Plan it
      </button>
    </form>
  `,
  styleUrls: ['../ui/part-lines.css', './year.css'],
})
export class LeaveForm {
  readonly #api = inject(ProgramApi);
  readonly fellow = input.required<FellowYearView>();
  /** Days that are proposed. */
  readonly days = input<Stretch>();
  readonly changed = output<ScheduleView>();

  protected readonly kinds = leaveKinds;
  protected readonly words = leaveInWords;
  protected readonly sending = new Sending();
  protected readonly kind = signal<LeaveKind>('vacation');
  protected readonly fromOn = linkedSignal(() => this.days()?.fromOn ?? '');
  protected readonly toOn = linkedSignal(() => this.days()?.toOn ?? '');
  readonly #tried = signal(false);

  protected asKind(value: string): LeaveKind {
    return leaveKinds.find((kind) => kind === value) ?? 'other';
  }

  protected note(pointer: string, typed: string, words: string): string | undefined {
    return this.sending.noteAt(pointer) ?? (this.#tried() && typed === '' ? words : undefined);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.#tried.set(true);
    const [fromOn, toOn] = [this.fromOn(), this.toOn()];
    if (fromOn === '' || toOn === '') return;
    const body = { id: this.sending.id, fellowId: this.fellow().id, fromOn, toOn, kind: this.kind() };
    const view = await this.sending.send(() => this.#api.call(addLeave, { body }));
    if (view) this.changed.emit(view);
  }
}
