import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { departFrom, setRoleDates, takeRoleBack } from '@countersign/contracts/people/endpoints';
import type { MemberRoleView, MembersView, MemberView } from '@countersign/contracts/people/views';
import { counted } from '@countersign/contracts/words/count';
import { memberRoleInWords, personRoles } from '@countersign/contracts/words/person';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Days } from '../ui/fields/days';
import { Field, FieldControl } from '../ui/fields/field';
import { ProblemNote } from '../ui/problem-note';

/** One role of a person: its days are moved, it ends, or it is taken back while it has not begun. */
@Component({
  selector: 'cs-role-editor',
  imports: [Days, Field, FieldControl, ProblemNote],
  template: `
    @if (role().mayChange) {
      <form (submit)="save($event)">
        <fieldset>
          <legend>{{ text() }}</legend>
          <cs-days
            [required]="true"
            [(fromOn)]="fromOn"
            [(toOn)]="toOn"
            [firstNote]="sending.noteAt('/fromOn')"
            [lastNote]="sending.noteAt('/toOn') ?? sending.noteAt('/lastOn')"
          />
          @if (leaves()) {
            <p class="cs-text-2">
              {{ waiting() }} for {{ person().name }}. Whoever takes them decides for {{ person().name }}, and
              it says so; what was signed keeps its name.
            </p>
            <cs-field label="What is left goes to" [error]="toIdNote()">
              <select #taker csControl translate="no" (change)="toId.set(taker.value)">
                <option value="" [selected]="toId() === ''">Choose …</option>
                @for (one of takers(); track one.id) {
                  <option [value]="one.id" [selected]="toId() === one.id">{{ one.name }}</option>
                }
              </select>
            </cs-field>
          }
          <cs-problem [problem]="sending.problem()" />
          <div class="cs-acts">
            <button
              type="submit"
              class="cs-button"
              [attr.aria-disabled]="isUnchanged() || sending.busy() || null"
              [attr.aria-label]="saveText() + ': ' + words[role().role]"
            >
              {{ saveText() }}
            </button>
            @if (role().tenure === 'to-come') {
              <button type="button" class="cs-button text" (click)="takeBack()">
                Take back<span class="cs-visually-hidden">: {{ words[role().role] }}</span>
              </button>
            }
          </div>
        </fieldset>
      </form>
    } @else {
      <p>{{ text() }}</p>
    }
  `,
  styleUrl: './people.css',
})
export class RoleEditor {
  readonly #api = inject(ProgramApi);
  readonly person = input.required<MemberView>();
  readonly role = input.required<MemberRoleView>();
  readonly shown = input.required<MembersView>();
  readonly changed = output<MembersView>();

  protected readonly words = personRoles;
  protected readonly sending = new Sending();
  protected readonly fromOn = linkedSignal(() => this.role().fromOn);
  protected readonly toOn = linkedSignal(() => this.role().toOn);
  protected readonly toId = signal('');
  readonly #tried = signal(false);

  protected readonly text = computed(() => memberRoleInWords(this.role()));
  protected readonly isUnchanged = computed(
    () => this.fromOn() === this.role().fromOn && this.toOn() === this.role().toOn,
  );
  /** The role ends before today, and entries wait. */
  protected readonly leaves = computed(
    () =>
      this.role().role === 'supervisor' &&
      this.person().waiting > 0 &&
      this.toOn() !== '' &&
      this.toOn() < this.shown().today,
  );
  protected readonly waiting = computed(() => {
    const { waiting } = this.person();
    return counted(waiting, 'entry waits', 'entries wait');
  });
  protected readonly takers = computed(() =>
    this.shown().supervisors.filter(({ id }) => id !== this.person().id),
  );
  protected readonly saveText = computed(() => (this.leaves() ? 'End and hand over' : 'Set these days'));
  protected readonly toIdNote = computed(
    () =>
      this.sending.noteAt('/toId') ??
      (this.#tried() && this.toId() === '' ? 'Choose who takes what is left.' : undefined),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isUnchanged()) return;
    const leaves = this.leaves();
    this.#tried.set(leaves);
    const toId = this.toId();
    if (leaves && toId === '') return;
    const { id: roleId, fromOn, toOn } = this.role();
    const [params, seen] = [{ roleId }, { fromOn, toOn }];
    const days = { fromOn: this.fromOn(), toOn: this.toOn(), seen };
    await this.#send(() =>
      leaves
        ? this.#api.call(departFrom, { params, body: { lastOn: this.toOn(), toId, seen } })
        : this.#api.call(setRoleDates, { params, body: days }),
    );
  }

  protected async takeBack(): Promise<void> {
    await this.#send(() => this.#api.call(takeRoleBack, { params: { roleId: this.role().id } }));
  }

  async #send(call: () => Promise<MembersView>): Promise<void> {
    const view = await this.sending.send(call);
    if (view) this.changed.emit(view);
  }
}
