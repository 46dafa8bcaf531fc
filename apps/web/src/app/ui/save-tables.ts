import { Component, DOCUMENT, inject, input } from '@angular/core';
import { saveFile } from '../platform/save-file';
import { Sending } from '../platform/sending';
import type { Tables } from '../platform/tables';
import { Icon } from './icon';
import { ProblemNote } from './problem-note';

const kinds = ['CSV', 'XLSX'] as const;
type Kind = (typeof kinds)[number];

/**
 * Saves what a page shows as tables, as a text or as a workbook. Both are made here, of the same cells; what makes them is
 * fetched when somebody asks for it.
 */
@Component({
  selector: 'cs-save-tables',
  imports: [Icon, ProblemNote],
  template: `
    @for (kind of kinds; track kind) {
      <button
        type="button"
        class="cs-button dense"
        [attr.aria-disabled]="sending.busy() || null"
        (click)="save(kind)"
      >
        <cs-icon name="download" />{{ kind }}
        @if (about(); as what) {
          <span class="cs-visually-hidden"> of {{ what }}</span>
        }
      </button>
    }
    @if (sending.busy()) {
      <progress aria-label="Making the file"></progress>
    }
    <cs-problem [problem]="sending.problem()" />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--cs-2);
    }
    progress {
      width: 6rem;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class SaveTables<View> {
  readonly #document = inject(DOCUMENT);
  /** What the file is called where it is kept, without the ending. */
  readonly name = input.required<string>();
  readonly of = input.required<View>();
  /** What makes the tables of it, asked when somebody saves. */
  readonly as = input.required<(of: View) => Tables | Promise<Tables>>();
  /** What it is about, where a page has several. */
  readonly about = input<string>();
  protected readonly kinds = kinds;
  protected readonly sending = new Sending();

  protected async save(kind: Kind): Promise<void> {
    const file = await this.sending.send(async () => fileOf(kind, await this.as()(this.of())));
    if (file) saveFile(this.#document, `${this.name()}.${kind.toLowerCase()}`, file);
  }
}

async function fileOf(kind: Kind, tables: Tables): Promise<Blob> {
  if (kind === 'CSV') {
    const { csvOf } = await import('../platform/csv-file');
    return new Blob([csvOf(tables)], { type: 'text/csv;charset=utf-8' });
  }
  const { workbookOf, WORKBOOK } = await import('../platform/workbook');
  return new Blob([await workbookOf(tables)], { type: WORKBOOK });
}
