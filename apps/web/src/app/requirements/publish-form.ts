import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import type { PublishBody } from '@countersign/contracts/requirements/bodies';
import type {
  DraftLineView,
  MappingPairView,
  RequirementTrialView,
} from '@countersign/contracts/requirements/views';
import { ProgramClock } from '../platform/program-clock';
import type { Sending } from '../platform/sending';
import { Field, FieldControl, FieldText } from '../ui/fields/field';
import { ProblemNote } from '../ui/problem-note';
import { ContinuedCompetencies } from './continued-competencies';
import { DraftTrial } from './draft-trial';
import { TrialResult } from './trial-result';

/** What publishing sends. */
export type Publishing = PublishBody;

/** How a draft is published: compared with a document, on a day; or only to be looked at. */
@Component({
  selector: 'cs-publish-form',
  imports: [ContinuedCompetencies, Field, FieldControl, FieldText, ProblemNote, TrialResult],
  providers: [DraftTrial],
  template: `
    <form class="cs-stack" (submit)="send($event)">
      @if (asks()) {
        <fieldset>
          <legend>Did you compare its numbers with the accreditor’s current document?</legend>
          <label
            ><input type="radio" name="cs-verified" [checked]="verified()" (change)="verified.set(true)" />
            Yes, I verified them; it binds</label
          >
          <label
            ><input type="radio" name="cs-verified" [checked]="!verified()" (change)="verified.set(false)" />
            No; it is there to be looked at and binds nobody</label
          >
        </fieldset>
      }
      @if (isVerified()) {
        <cs-field
          label="Document and edition"
          hint="Such as: Program Requirements, July 2026"
          [error]="sending().noteAt('/verified/against')"
        >
          <input [(csText)]="against" required maxlength="500" autocomplete="off" />
        </cs-field>
        <cs-field label="Compared on" [error]="sending().noteAt('/verified/on')">
          <input
            csControl
            #day
            type="date"
            required
            [max]="today()"
            [value]="on()"
            (input)="on.set(day.value)"
          />
        </cs-field>
      }
      <cs-problem [problem]="trial.sending.problem()" />
      @if (follows(); as view) {
        <cs-continued-competencies [trial]="view" [(mapping)]="mapping" />
        <div>
          <button
            type="button"
            class="cs-button"
            [attr.aria-disabled]="trial.sending.busy() || null"
            (click)="show()"
          >
            Show what it changes
          </button>
        </div>
      }
      @if (shown(); as view) {
        <cs-trial-result [trial]="view" />
      }
      <p class="cs-text-2">Once published, {{ draft().title }} never changes.</p>
      <div class="cs-acts">
        <button type="submit" class="cs-button main" [attr.aria-disabled]="sending().busy() || null">
          {{ isVerified() ? 'Publish as verified' : asks() ? 'Publish unverified' : 'Publish' }}
        </button>
      </div>
    </form>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--cs-2);
      margin: 0;
      padding: 0;
      border: 0;
    }
    fieldset label {
      display: flex;
      gap: var(--cs-2);
      align-items: center;
      min-height: var(--cs-touch);
    }
  `,
})
export class PublishForm {
  readonly #clock = inject(ProgramClock);
  readonly draft = input.required<DraftLineView>();
  readonly sending = input.required<Sending>();
  readonly publish = output<Publishing>();

  protected readonly verified = signal(true);
  /** An example or a demonstration is never verified. */
  protected readonly asks = computed(() => this.draft().standing === 'unverified');
  protected readonly isVerified = computed(() => this.asks() && this.verified());
  protected readonly against = signal('');
  protected readonly today = () => this.#clock.today();
  protected readonly on = linkedSignal(() => this.#clock.today());

  protected readonly trial = inject(DraftTrial);
  /** The first trial, where the draft follows a version; its mapping is the usual one. */
  protected readonly follows = signal<RequirementTrialView | undefined>(undefined);
  protected readonly mapping = signal<readonly MappingPairView[]>([]);
  readonly #shownOf = signal<readonly MappingPairView[] | undefined>(undefined);
  /** What it changes, as long as it was asked for with this mapping. */
  protected readonly shown = computed(() =>
    this.#shownOf() === this.mapping() ? this.trial.view() : undefined,
  );

  constructor() {
    effect(() => {
      const { id } = this.draft();
      untracked(() => void this.#look(id));
    });
  }

  protected async show(): Promise<void> {
    if (this.trial.sending.busy()) return;
    const mapping = this.mapping();
    if (await this.trial.run(this.draft().id, mapping)) this.#shownOf.set(mapping);
  }

  protected send(event: Event): void {
    event.preventDefault();
    const verified = { on: this.on(), against: this.against() };
    const mapping = this.mapping().map((pair) => ({ ...pair }));
    const isUsual = this.mapping() === this.follows()?.mapping || this.follows() === undefined;
    this.publish.emit({ ...(isUsual ? {} : { mapping }), ...(this.isVerified() && { verified }) });
  }

  async #look(id: string): Promise<void> {
    const view = await this.trial.run(id);
    if (!view?.follows) return;
    this.mapping.set(view.mapping);
    this.follows.set(view);
  }
}
