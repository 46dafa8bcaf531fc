import { Component, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readStoppedTexts, redactText } from '@countersign/contracts/entries/endpoints';
import type { StoppedFieldView, StoppedTextView } from '@countersign/contracts/entries/stopped-views';
import { counted } from '@countersign/contracts/words/count';
import { stoppedInWords, textWords, type StandingText } from '@countersign/contracts/words/text';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { EmptyState } from '../ui/empty-state';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { RedactDialog } from './redact-dialog';
import { PersonName } from '../ui/person-name';

/** Kept texts that the privacy guard would stop today: how many of each field, where they stand, and the way to remove them. */
@Component({
  selector: 'cs-stopped-texts-page',
  imports: [PersonName, EmptyState, Loading, ProblemNote, RedactDialog, RouterLink],
  template: `
    <div class="cs-page">
      <header class="cs-page-head"><h1>Words to look at</h1></header>
      <cs-loading [of]="read">Getting the places …</cs-loading>
      <cs-problem [problem]="sending.problem()" />
      @if (read.view(); as found) {
        <p class="cs-text-2">
          The privacy guard reads every text before it is kept. These were kept before, and it would stop them
          now. It may be wrong: look at each, and remove words that tell who a patient is.
          @if (!found.done) {
            It is still reading what is there; more may come.
          }
        </p>
        @if (found.total === 0) {
          <cs-empty-state heading="Nothing to look at">
            <p>No kept text has words that the guard would stop.</p>
          </cs-empty-state>
        } @else {
          <section class="cs-card">
            <h2>{{ count(found.total) }}</h2>
            <ul aria-label="By field">
              @for (field of found.fields; track field.field) {
                <li>{{ inWords(field) }}</li>
              }
            </ul>
          </section>
          <ul class="cs-card places" aria-label="Where they stand">
            @for (text of found.texts; track $index) {
              <li>
                <span>
                  <b>{{ words[text.field] }}</b> of {{ text.fellow | csPerson }}, {{ day(text.performedOn) }}:
                  {{ text.tier === 'block' ? 'tells who a patient is' : 'may tell who a patient is' }}
                </span>
                @if (!text.isSent) {
                  <span class="cs-text-2">A draft: ask its fellow to change it.</span>
                } @else if (text.field === 'reflection') {
                  <span class="cs-text-2">Only its fellow can read it.</span>
                  <button type="button" class="cs-button" (click)="remove(text)">Remove words</button>
                } @else {
                  <a class="cs-button" [routerLink]="['/entries', text.entryId]">Open the entry</a>
                }
              </li>
            }
          </ul>
        }
      }
      <cs-redact-dialog [texts]="unseen()" />
    </div>
  `,
  styles: `
    section,
    .places {
      padding: var(--cs-5);
    }
    ul {
      list-style: none;
      padding: 0;
      margin: 0;
    }
    .places li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--cs-2);
      padding-block: var(--cs-2);
      overflow-wrap: anywhere;
    }
  `,
})
export class StoppedTextsPage {
  readonly #api = inject(ProgramApi);
  private readonly redacting = viewChild.required(RedactDialog);

  protected readonly read = this.#api.read(readStoppedTexts, () => ({}));
  protected readonly sending = new Sending();
  protected readonly words = textWords;
  /** The text that is to be removed without being read: it is private to its fellow. */
  protected readonly unseen = signal<readonly StandingText[]>([]);
  protected readonly day = dayFull;

  protected count(total: number): string {
    return `${counted(total, 'text', 'texts')} would be stopped now`;
  }

  protected inWords(field: StoppedFieldView): string {
    return stoppedInWords(field);
  }

  protected async remove({ entryId, number, field, fellow }: StoppedTextView): Promise<void> {
    const place = { number, pointer: `/content/${field}` };
    this.unseen.set([{ label: `${textWords[field]} of ${fellow.name}`, words: '', place }]);
    // A reason for another text does not belong here.
    void this.redacting().done();
    const body = await this.redacting().ask();
    if (!body) return;
    const removed = await this.sending.send(() => this.#api.call(redactText, { params: { entryId }, body }));
    if (removed) this.read.reload();
  }
}
