import { Component, DOCUMENT, inject, linkedSignal, signal } from '@angular/core';
import { readDisplay } from '@countersign/contracts/board/endpoints';
import { Api } from '../platform/api';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { BoardSheet } from './board-sheet';
import { keepReading } from './keep-reading';
import { QrCode } from './qr-code';

/**
 * The board on a screen in a ward: no session, no navigation. The secret of its link stands behind the `#` of the address,
 * which no browser sends anywhere; it travels in a header. What was heard last stays in sight whatever happens to the
 * network; a link that does not work any more shows nothing.
 */
@Component({
  selector: 'cs-display-page',
  imports: [BoardSheet, Icon, Loading, QrCode],
  template: `
    <main>
      @if (isClosed()) {
        <h1>This address shows nothing any more</h1>
        <p>The link was revoked, its last day is over, or the address is not complete.</p>
        <p>The program’s director or coordinator makes a new one: Board, then Displays.</p>
      } @else if (board.view(); as view) {
        <cs-board-sheet
          [view]="view"
          [heardAt]="board.heardAt() ?? view.asOf"
          [stale]="board.stale()"
          [place]="view.ward + ', ' + view.program"
          [firstSite]="view.siteId ?? ''"
          [address]="address"
        >
          <button
            type="button"
            class="cs-button quiet"
            [attr.aria-expanded]="showsCode()"
            (click)="showsCode.set(!showsCode())"
          >
            <cs-icon name="device" />Open on a phone
          </button>
        </cs-board-sheet>
        @if (showsCode()) {
          <figure>
            <cs-qr [text]="address" label="Opens this board on a phone" />
            <figcaption>Scan to open this board on a phone.</figcaption>
          </figure>
        }
      } @else {
        <h1>Who may do what, today</h1>
        <cs-loading [of]="read">Getting the board …</cs-loading>
      }
    </main>
  `,
  styles: `
    main {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      gap: var(--cs-4);
      max-width: 80rem;
      min-height: 100dvh;
      margin-inline: auto;
      padding: var(--cs-4) var(--cs-5) var(--cs-6);
    }
    figure {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--cs-4);
      margin: 0;
    }
    @media print {
      main {
        display: block;
        padding: 0;
      }
      figure {
        display: none;
      }
    }
  `,
})
export class DisplayPage {
  readonly #location = inject(DOCUMENT).location;
  /** Without what was looked for on this screen: whoever opens it elsewhere looks for something else. */
  protected readonly address = `${this.#location.origin}${this.#location.pathname}${this.#location.hash}`;
  protected readonly read = inject(Api).read(readDisplay, () => ({
    params: {},
    secret: this.#location.hash.slice(1),
  }));
  /** What the newest answer said; while the next one is on its way nothing comes back that was taken away. */
  protected readonly isClosed = linkedSignal<{ code: string | undefined; waits: boolean }, boolean>({
    source: () => ({ code: this.read.trouble()?.code, waits: this.read.isLoading() }),
    computation: ({ code, waits }, before) =>
      waits ? (before?.value ?? false) : code === 'access/not-found',
  });
  protected readonly board = keepReading(this.read, () => this.isClosed());
  protected readonly showsCode = signal(false);
}
