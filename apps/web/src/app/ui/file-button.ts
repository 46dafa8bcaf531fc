import { Component, DOCUMENT, inject, input } from '@angular/core';
import { saveFile } from '../platform/save-file';
import { Sending } from '../platform/sending';
import { Icon } from './icon';
import { ProblemNote } from './problem-note';

/** A file that the server makes when it is asked for. */
export interface MadeFile {
  /** What it is called where it is kept. */
  readonly name: string;
  readonly mediaType: string;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Saves a file that takes a while to make; a line moves meanwhile. */
@Component({
  selector: 'cs-file-button',
  imports: [Icon, ProblemNote],
  template: `
    <button
      type="button"
      class="cs-button dense"
      [attr.aria-disabled]="sending.busy() || null"
      (click)="save()"
    >
      <cs-icon name="download" />{{ label() }}
    </button>
    @if (sending.busy()) {
      <progress [attr.aria-label]="making()"></progress>
    }
    <cs-problem [problem]="sending.problem()" />
  `,
  styles: `
    :host {
      display: contents;
    }
    progress {
      width: 6rem;
    }
  `,
})
export class FileButton {
  readonly #document = inject(DOCUMENT);
  readonly label = input.required<string>();
  /** What is happening while it is made. */
  readonly making = input.required<string>();
  readonly file = input.required<MadeFile>();
  protected readonly sending = new Sending();

  protected async save(): Promise<void> {
    const { name, mediaType: type, ...file } = this.file();
    const bytes = await this.sending.send(() => file.bytes());
    if (bytes) saveFile(this.#document, name, new Blob([bytes], { type }));
  }
}
