import { Component, computed, input } from '@angular/core';
import encodeQR from 'qr';

/** Light modules around the code, as readers need them. */
const QUIET = 4;

/** A text as a QR code, drawn in place: nothing is asked of another server. */
@Component({
  selector: 'cs-qr',
  template: `
    <svg [attr.viewBox]="box()" role="img" [attr.aria-label]="label()" shape-rendering="crispEdges">
      <rect width="100%" height="100%" fill="#fff" />
      <path [attr.d]="path()" fill="#000" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      width: 11rem;
      max-width: 100%;
    }
    svg {
      display: block;
      width: 100%;
      border-radius: var(--cs-r-2);
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  /** What it opens, in words. */
  readonly label = input.required<string>();

  readonly #modules = computed(() => encodeQR(this.text(), 'raw', { ecc: 'medium', border: QUIET }));
  protected readonly box = computed(() => {
    const size = this.#modules().length;
    return `0 0 ${size} ${size}`;
  });
  /** One path for all dark modules, a unit each. */
  protected readonly path = computed(() =>
    this.#modules()
      .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
      .join(''),
  );
}
