import { Component, computed, inject, input } from '@angular/core';
import type { PacketKind } from '@countersign/contracts/dashboards/bodies';
import { readPacket } from '@countersign/contracts/dashboards/endpoints';
import { ProgramApi } from '../platform/program-api';
import { FileButton, type MadeFile } from '../ui/file-button';

const labels: Readonly<Record<PacketKind, string>> = {
  committee: 'Packet, PDF',
  'semi-annual': 'Half-year summary, PDF',
};
const kinds = Object.keys(labels) as PacketKind[];

/** Saves what a committee reads about a fellow as PDF. */
@Component({
  selector: 'cs-packet-buttons',
  imports: [FileButton],
  template: `
    @for (one of packets(); track one.label) {
      <cs-file-button [label]="one.label" making="Drawing the pages" [file]="one.file" />
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class PacketButtons {
  readonly #api = inject(ProgramApi);
  readonly fellowId = input.required<string>();
  /** The day of the numbers, for the name of the file. */
  readonly asOfOn = input.required<string>();
  /** Leaves out the names of fellow and raters. */
  readonly namesHidden = input(false);

  protected readonly packets = computed(() =>
    kinds.map((kind) => ({ label: labels[kind], file: this.#packet(kind) })),
  );

  #packet(kind: PacketKind): MadeFile {
    const params = { fellowId: this.fellowId() };
    const query = { kind, ...(this.namesHidden() ? { names: 'hidden' as const } : {}) };
    return {
      name: `${kind}-${this.asOfOn()}.pdf`,
      mediaType: readPacket.file.mediaType,
      bytes: () => this.#api.bytes(readPacket, { params, query }),
    };
  }
}
