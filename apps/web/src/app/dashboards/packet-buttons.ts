import { Component, DOCUMENT, inject, input } from '@angular/core';
import type { PacketKind } from '@countersign/contracts/dashboards/bodies';
import { readPacket } from '@countersign/contracts/dashboards/endpoints';
import { ProgramApi } from '../platform/program-api';
import { saveFile } from '../platform/save-file';
import { Sending } from '../platform/sending';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';

/** Saves what a committee reads about a fellow as PDF; a line moves while it is drawn. */
@Component({
  selector: 'cs-packet-buttons',
  imports: [Icon, ProblemNote],
  template: `
    @for (one of kinds; track one.kind) {
      <button
        type="button"
        class="cs-button dense"
        [attr.aria-disabled]="sending.busy() || null"
        (click)="save(one.kind)"
      >
        <cs-icon name="download" />{{ one.label }}
      </button>
    }
    @if (sending.busy()) {
      <progress aria-label="Drawing the pages"></progress>
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
export class PacketButtons {
  readonly #api = inject(ProgramApi);
  readonly #document = inject(DOCUMENT);
  readonly fellowId = input.required<string>();
  /** The day of the numbers, for the name of the file. */
  readonly asOfOn = input.required<string>();
  /** Leaves out the names of fellow and raters. */
  readonly namesHidden = input(false);

  protected readonly kinds: readonly { readonly kind: PacketKind; readonly label: string }[] = [
    { kind: 'committee', label: 'Packet, PDF' },
    { kind: 'semi-annual', label: 'Half-year summary, PDF' },
  ];
  protected readonly sending = new Sending();

  protected async save(kind: PacketKind): Promise<void> {
    const query = { kind, ...(this.namesHidden() ? { names: 'hidden' as const } : {}) };
    const params = { fellowId: this.fellowId() };
    const bytes = await this.sending.send(() => this.#api.bytes(readPacket, { params, query }));
    if (!bytes) return;
    const type = readPacket.file.mediaType;
    saveFile(this.#document, `${kind}-${this.asOfOn()}.pdf`, new Blob([bytes], { type }));
  }
}
