import { Component, DOCUMENT, inject, input } from '@angular/core';
import type { FileEndpoint } from '@countersign/contracts/endpoint';
import { ProgramApi } from '../platform/program-api';
import { saveFile } from '../platform/save-file';
import { Sending } from '../platform/sending';
import { Icon } from './icon';
import { ProblemNote } from './problem-note';

/** A file of the program that names nothing else in its address. */
type WorkbookFile = FileEndpoint<Record<never, never>, `/programs/:programId/${string}/workbook`>;

/** Saves a table as a spreadsheet; a line moves while it is made. */
@Component({
  selector: 'cs-workbook-button',
  imports: [Icon, ProblemNote],
  template: `
    <button
      type="button"
      class="cs-button dense"
      [attr.aria-disabled]="sending.busy() || null"
      (click)="save()"
    >
      <cs-icon name="download" />XLSX
    </button>
    @if (sending.busy()) {
      <progress aria-label="Making the spreadsheet"></progress>
    }
    <cs-problem [problem]="sending.problem()" />
  `,
  styles: `
    progress {
      width: 6rem;
    }
  `,
})
export class WorkbookButton {
  readonly #api = inject(ProgramApi);
  readonly #document = inject(DOCUMENT);
  readonly file = input.required<WorkbookFile>();
  /** What it is called where it is kept, without the ending. */
  readonly name = input.required<string>();
  protected readonly sending = new Sending();

  protected async save(): Promise<void> {
    const { file } = this.file();
    const bytes = await this.sending.send(() => this.#api.bytes(this.file(), {}));
    if (bytes) saveFile(this.#document, `${this.name()}.xlsx`, new Blob([bytes], { type: file.mediaType }));
  }
}
