import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import { reviewAlarm } from '@countersign/contracts/curves/endpoints';
import type { FellowCompetencyView } from '@countersign/contracts/curves/views';
import { keepTexts } from '../platform/kept-texts';
import { Privacy } from '../platform/privacy';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { AskDialog } from '../ui/ask-dialog';
import { Field, FieldProse } from '../ui/fields/field';
import { wayToFirstNote } from '../ui/fields/first-note';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';

/** Where an alarm is open: what it asks for, and the way to say that somebody looked. */
@Component({
  selector: 'cs-alarm-review',
  imports: [AskDialog, Field, FieldProse, Icon, ProblemNote],
  template: `
    <p>
      <cs-icon name="warning" /> A concern is a reason to look, never a verdict. Look at the cases, then say
      what you found: both charts start again after case {{ view().judged }}, and what they said before stays.
    </p>
    <button type="button" class="cs-button main" (click)="ask()">I have looked at these cases</button>
    <cs-problem [problem]="sending.problem()" />
    <dialog csAsk #dialog="csAsk" aria-labelledby="cs-alarm-heading">
      <form method="dialog" class="cs-stack" (submit)="confirm($event)">
        <h2 id="cs-alarm-heading">What did you find?</h2>
        <p class="cs-text-2">The fellow and the director read it; it stays with the chart, with your name.</p>
        <cs-field label="Finding" [error]="missing() ? 'Say in a sentence what you found.' : undefined">
          <textarea maxlength="1000" [(csProse)]="note"></textarea>
        </cs-field>
        <div class="cs-row">
          <button type="submit" class="cs-button main">Record the review</button>
          <button type="button" class="cs-button" (click)="dialog.close()">Back</button>
        </div>
      </form>
    </dialog>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--cs-3);
      justify-items: start;
    }
    p {
      max-width: var(--cs-measure);
      font-size: var(--cs-text-sm);
    }
  `,
})
export class AlarmReviewed {
  private readonly dialog = viewChild.required(AskDialog);
  readonly #api = inject(ProgramApi);
  readonly #privacy = inject(Privacy);
  readonly #goToFirstNote = wayToFirstNote();

  readonly view = input.required<FellowCompetencyView>();
  readonly reviewed = output<FellowCompetencyView>();

  protected readonly sending = new Sending();
  protected readonly note = signal('');
  protected readonly missing = signal(false);
  readonly #kept = keepTexts(() => `alarm-review:${this.view().fellow.id}:${this.view().competencyId}`, {
    note: this.note,
  });

  protected async ask(): Promise<void> {
    this.missing.set(false);
    if ((await this.dialog().ask()) !== 'send') return;
    const { fellow, competencyId, judged } = this.view();
    const view = await this.sending.send(() =>
      this.#api.call(reviewAlarm, {
        params: { fellowId: fellow.id, competencyId },
        body: { id: this.sending.id, judged, note: this.note().trim() },
      }),
    );
    if (!view) return;
    this.note.set('');
    await this.#kept.done();
    this.reviewed.emit(view);
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    const note = this.note().trim();
    this.missing.set(note === '');
    if (this.missing() || this.#privacy.stops({ note })) this.#goToFirstNote();
    else this.dialog().close('send');
  }
}
