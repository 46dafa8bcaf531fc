import { Component, computed, inject, input } from '@angular/core';
import type { FileEndpoint } from '@countersign/contracts/endpoint';
import { ProgramApi } from '../platform/program-api';
import { FileButton, type MadeFile } from './file-button';

/** A file of the program that names nothing else in its address. */
type WorkbookFile = FileEndpoint<Record<never, never>, `/programs/:programId/${string}/workbook`>;

/** Saves a table as a spreadsheet. */
@Component({
  selector: 'cs-workbook-button',
  imports: [FileButton],
  template: `<cs-file-button label="XLSX" making="Making the spreadsheet" [file]="made()" />`,
})
export class WorkbookButton {
  readonly #api = inject(ProgramApi);
  readonly file = input.required<WorkbookFile>();
  /** What it is called where it is kept, without the ending. */
  readonly name = input.required<string>();

  protected readonly made = computed((): MadeFile => {
    const file = this.file();
    return {
      name: `${this.name()}.xlsx`,
      mediaType: file.file.mediaType,
      bytes: () => this.#api.bytes(file, {}),
    };
  });
}
