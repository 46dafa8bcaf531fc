import { Component, computed, ElementRef, inject, input, linkedSignal, viewChild } from '@angular/core';
import { latestWithin } from '@countersign/domain/calendar';
import { settings, type Setting } from '@countersign/domain/entry';
import type { LogContextView } from '@countersign/contracts/entries/views';
import { settingWords } from '@countersign/contracts/words/entry';
import { dayNear } from '@countersign/contracts/words/time';
import { ChipSelect } from '../ui/fields/chip-select';
import { choicesOf } from '../ui/fields/choice-chips';
import { FieldError } from '../ui/fields/field-error';
import { Icon } from '../ui/icon';
import { EntryDraft } from './entry-draft';

/** When, where and with whom: prefilled from the rotation, each a tap away from something else. */
@Component({
  selector: 'cs-encounter-fields',
  imports: [ChipSelect, FieldError, Icon],
  template: `
    <h2 class="cs-fields-head">{{ heading() }} <small>tap to change</small></h2>
    <div class="cs-pairs">
      <div class="date">
        <label class="cs-chip prefilled" [class.wrong]="dateError()" [class.has-problem]="dateError()">
          <cs-icon name="calendar" />
          <span class="text">{{ date() }}</span>
          <cs-icon class="caret" name="caret-down" />
          <input
            #day
            class="cs-bare-input"
            type="date"
            required
            aria-label="Date"
            [value]="draft.encounter().performedOn"
            [min]="earliest()"
            [max]="latest()"
            [attr.aria-invalid]="dateError() ? 'true' : null"
            [attr.aria-describedby]="dateError() ? 'cs-date-error' : null"
            (click)="openCalendar()"
            (change)="setDate(day.value)"
          />
        </label>
        <cs-field-error id="cs-date-error" [text]="dateError()" />
        @if (newToday(); as today) {
          <p class="cs-small" role="status">
            Midnight has passed: this is yesterday.
            <button type="button" class="cs-button text" (click)="setDate(today)">Make it today</button>
          </p>
        }
      </div>
      <cs-chip-select
        label="Site"
        icon="place"
        [choices]="sites()"
        [value]="draft.encounter().siteId"
        (valueChange)="setSite($event)"
        [error]="draft.noteAt('/siteId')"
      />
      <cs-chip-select
        label="Supervisor"
        icon="person"
        [choices]="supervisors()"
        [value]="draft.encounter().supervisorId"
        (valueChange)="draft.change({ supervisorId: $event })"
        [error]="draft.noteAt('/supervisorId')"
      />
      <cs-chip-select
        label="Setting"
        icon="site"
        [choices]="settings"
        [value]="draft.encounter().setting"
        (valueChange)="draft.change({ setting: $event })"
        [error]="draft.noteAt('/setting')"
      />
    </div>
  `,
  styleUrls: ['../ui/fields/chip-select.css', './encounter-fields.css'],
})
export class EncounterFields {
  private readonly day = viewChild.required<ElementRef<HTMLInputElement>>('day');
  protected readonly draft = inject(EntryDraft);

  readonly context = input.required<LogContextView>();
  /** Whether day and place were taken from today's rotation, not from an entry before. */
  readonly isToday = input(true);

  protected readonly settings = choicesOf<Setting>(settingWords);
  protected readonly heading = computed(() => {
    const { rotation } = this.context();
    return rotation && this.isToday() ? `From your rotation: ${rotation}` : 'When, where, with whom';
  });
  protected readonly sites = computed(() =>
    this.context().sites.map(({ id, name }) => ({ value: id, name })),
  );
  protected readonly supervisors = computed(() =>
    this.context().supervisors.map(({ id, name }) => ({ value: id, name })),
  );
  /** The days that the calendar offers: those of the fellow's own training, up to today. */
  protected readonly earliest = computed(
    () =>
      this.context()
        .training.map(({ fromOn }) => fromOn)
        .toSorted()[0],
  );
  protected readonly latest = computed(() => latestWithin(this.context().today, this.context().training));
  protected readonly dateError = computed(() => this.draft.noteAt('/performedOn'));
  protected readonly date = computed(() => {
    const on = this.draft.encounter().performedOn;
    return on === '' ? 'Choose the day' : dayNear(on, this.context().today);
  });

  /** Today, where the page was opened on the day before, which is still what the entry says. */
  readonly #openedOn = linkedSignal<string, string>({
    source: () => this.context().today,
    computation: (today, before) => before?.value ?? today,
  });
  protected readonly newToday = computed(() => {
    const { today } = this.context();
    const says = this.draft.encounter().performedOn;
    return this.isToday() && says === this.#openedOn() && says !== today && today === this.latest()
      ? today
      : null;
  });

  /** The whole chip opens the calendar, not only the browser's own small button inside of the field. */
  protected openCalendar(): void {
    this.day().nativeElement.showPicker?.();
  }

  protected setDate(value: string): void {
    if (value === '') return;
    this.draft.change({ performedOn: value });
    this.draft.judge('/performedOn');
  }

  /** A site brings its usual setting. */
  protected setSite(siteId: string | undefined): void {
    const usual = this.context().sites.find((site) => site.id === siteId)?.setting;
    const setting = settings.find((one) => one === usual);
    this.draft.change({ siteId, ...(setting ? { setting } : {}) });
  }
}
