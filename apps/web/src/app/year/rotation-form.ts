import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { Stretch } from '@countersign/domain/calendar';
import { addRotation, changeRotation } from '@countersign/contracts/schedule/endpoints';
import type { FellowYearView, RotationLineView, ScheduleView } from '@countersign/contracts/schedule/views';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Days } from '../ui/fields/days';
import { Field, FieldControl, FieldText } from '../ui/fields/field';
import { ProblemNote } from '../ui/problem-note';

/** Plans a rotation of a fellow, or moves one. */
@Component({
  selector: 'cs-rotation-form',
  imports: [Days, Field, FieldControl, FieldText, ProblemNote],
  template: `
    <form [attr.aria-label]="'Rotation of ' + fellow().name" (submit)="send($event)">
      <cs-field label="Rotation" [error]="note('/name', name().trim() === '', 'Name the rotation.')">
        <input [(csText)]="name" maxlength="120" autocomplete="off" />
      </cs-field>
      <cs-field label="Site" [error]="note('/siteId', siteId() === '', 'Choose a site.')">
        <select #site csControl translate="no" (change)="siteId.set(site.value)">
          <option value="" [selected]="siteId() === ''">Choose …</option>
          @for (one of shown().sites; track one.id) {
            <option [value]="one.id" [selected]="siteId() === one.id">{{ one.name }}</option>
          }
        </select>
      </cs-field>
      <cs-days
        [(fromOn)]="fromOn"
        [(toOn)]="toOn"
        [firstNote]="note('/fromOn', fromOn() === '', 'Choose the first day.')"
        [lastNote]="note('/toOn', toOn() === '', 'Choose the last day.')"
      >
        <cs-field label="On service, %" [error]="sending.noteAt('/service')">
          <input
            #share
            csControl
            type="number"
            min="0"
            max="100"
            [value]="service()"
            (change)="service.set(+share.value)"
          />
        </cs-field>
        <cs-field label="Procedure days a week" [error]="sending.noteAt('/procedureDays')">
          <input
            #procedures
            csControl
            type="number"
            min="1"
            max="5"
            [value]="procedureDays()"
            (change)="procedureDays.set(procedures.value)"
          />
        </cs-field>
      </cs-days>
      <p class="cs-text-2 cs-small">
        Procedure days, Monday to Friday, are held against the days with a logged case; left empty, nothing is
        asked of this rotation.
      </p>
      <cs-problem [problem]="sending.problem()" />
      <button type="submit" class="cs-button main" [attr.aria-disabled]="sending.busy() || null">
        {{ rotation() ? 'Save' : 'Plan it' }}
      </button>
    </form>
  `,
  styleUrls: ['../ui/part-lines.css', './year.css'],
})
export class RotationForm {
  readonly #api = inject(ProgramApi);
  readonly fellow = input.required<FellowYearView>();
  readonly shown = input.required<ScheduleView>();
  /** The one that is moved; a new one is planned without it. */
  readonly rotation = input<RotationLineView>();
  /** Days that are proposed for a new one. */
  readonly days = input<Stretch>();
  readonly changed = output<ScheduleView>();

  protected readonly sending = new Sending();
  protected readonly name = linkedSignal(() => this.rotation()?.name ?? '');
  protected readonly siteId = linkedSignal(() => this.rotation()?.siteId ?? '');
  protected readonly fromOn = linkedSignal(() => (this.rotation() ?? this.days())?.fromOn ?? '');
  protected readonly toOn = linkedSignal(() => (this.rotation() ?? this.days())?.toOn ?? '');
  protected readonly service = linkedSignal(() => this.rotation()?.service ?? 100);
  protected readonly procedureDays = linkedSignal(() => String(this.rotation()?.procedureDays ?? ''));
  readonly #tried = signal(false);
  readonly #isWhole = computed(
    () => ![this.name().trim(), this.siteId(), this.fromOn(), this.toOn()].includes(''),
  );

  protected note(pointer: string, missing: boolean, words: string): string | undefined {
    return this.sending.noteAt(pointer) ?? (this.#tried() && missing ? words : undefined);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.#tried.set(true);
    if (!this.#isWhole()) return;
    const planned = {
      ...{ name: this.name().trim(), siteId: this.siteId(), service: this.service() },
      ...{ fromOn: this.fromOn(), toOn: this.toOn() },
      ...(this.procedureDays() !== '' && { procedureDays: Number(this.procedureDays()) }),
    };
    const before = this.rotation();
    const view = await this.sending.send(() =>
      before === undefined
        ? this.#api.call(addRotation, {
            body: { id: this.sending.id, fellowId: this.fellow().id, ...planned },
          })
        : this.#api.call(changeRotation, {
            params: { rotationId: before.id },
            body: { ...planned, seen: { fromOn: before.fromOn, toOn: before.toOn } },
          }),
    );
    if (view) this.changed.emit(view);
  }
}
