import { Component, input, model, output, viewChild } from '@angular/core';
import { AskDialog } from '../ask-dialog';
import type { Choice } from './choice-chips';
import { Field, FieldText } from './field';

let dialogsMade = 0;

/** A long list to pick from, one or many, with a search above it. What else belongs to the list goes inside. */
@Component({
  selector: 'cs-pick-dialog',
  imports: [AskDialog, Field, FieldText],
  template: `
    <dialog csAsk #dialog="csAsk" [attr.aria-labelledby]="id" (close)="query.set('')">
      <div class="cs-stack">
        <h2 [id]="id">{{ heading() }}</h2>
        <cs-field [label]="searchLabel()">
          <input [(csText)]="query" autocomplete="off" [placeholder]="placeholder()" />
        </cs-field>
        <div
          class="list"
          translate="no"
          tabindex="-1"
          [attr.role]="many() ? 'group' : 'radiogroup'"
          [attr.aria-labelledby]="id"
        >
          @if (unset(); as name) {
            <label>
              <input type="radio" [name]="id" [checked]="values().length === 0" (change)="picked.emit('')" />
              <span>{{ name }}</span>
            </label>
          }
          @for (choice of choices(); track choice.value) {
            <label>
              <input
                [type]="many() ? 'checkbox' : 'radio'"
                [name]="id"
                [checked]="values().includes(choice.value)"
                (change)="picked.emit(choice.value)"
              />
              <span>
                @if (choice.code) {
                  <b>{{ choice.code }}</b>
                }
                {{ choice.name }}
              </span>
            </label>
          } @empty {
            <p class="cs-text-2">Nothing is called “{{ query() }}”.</p>
          }
        </div>
        <ng-content />
        <button type="button" class="cs-button main" (click)="dialog.close()">Done</button>
      </div>
    </dialog>
  `,
  styleUrl: './pick-dialog.css',
})
export class PickDialog {
  private readonly dialog = viewChild.required(AskDialog);

  readonly heading = input.required<string>();
  readonly searchLabel = input.required<string>();
  readonly placeholder = input('');
  /** What fits to the query. */
  readonly choices = input.required<readonly (Choice & { readonly code?: string })[]>();
  readonly values = input.required<readonly string[]>();
  /** Any number of them may be picked. */
  readonly many = input(false);
  /** Name of the choice for none of them, where one may be picked: `picked` gives an empty text. */
  readonly unset = input<string>();
  /** What is typed; empty again once the dialog is closed. */
  readonly query = model('');
  /** This one was tapped. */
  readonly picked = output<string>();

  protected readonly id = `cs-pick-${(dialogsMade += 1)}`;

  open(): void {
    void this.dialog().ask();
  }
}
