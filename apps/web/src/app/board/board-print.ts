import { Component, computed, input } from '@angular/core';
import type { BoardView } from '@countersign/contracts/board/views';
import { boardDefault } from '@countersign/contracts/words/board';
import { dayFull } from '@countersign/contracts/words/time';
import { pagesOf, type FellowRows } from './board-lines';
import { BoardTable } from './board-table';
import { QrCode } from './qr-code';

/** What is printed, of the chosen fellows: a page for each site, the lines that say more than “direct”, and one line for everything else. */
@Component({
  selector: 'cs-board-print',
  imports: [BoardTable, QrCode],
  template: `
    @for (page of pages(); track page.site) {
      <section>
        <header>
          <div>
            <h1>Who may do what, {{ day() }}</h1>
            <p>
              <b translate="no">{{ page.site }}</b> · <span translate="no">{{ view().program }}</span>
            </p>
            <p>
              As of {{ asOf() }}. <b>Good today only.</b>
              @if (stale(); as text) {
                <b>{{ text }}</b>
              }
            </p>
          </div>
          <cs-qr [text]="address()" label="Opens the board as it is now" />
        </header>
        @if (page.own.length > 0) {
          <cs-board-table [label]="page.site" [fellows]="page.own" />
        }
        <p class="otherwise">
          <b>{{ page.own.length > 0 ? 'Everything else' : 'Everything' }}</b>, for {{ page.names }}:
          {{ otherwise.name.toLowerCase() }}, {{ otherwise.gloss }}. In doubt, ask that supervisor.
        </p>
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
      color: #000;
      font-size: 12pt;
    }
    section + section {
      break-before: page;
    }
    header {
      display: flex;
      justify-content: space-between;
      gap: 1rem;
      margin-bottom: 0.5rem;
    }
    h1 {
      font-size: 16pt;
    }
    cs-qr {
      flex: none;
      width: 2.6cm;
    }
    .otherwise {
      margin-top: 0.75rem;
    }
    @media not print {
      :host {
        display: none;
      }
    }
  `,
})
export class BoardPrint {
  readonly view = input.required<BoardView>();
  readonly fellows = input.required<readonly FellowRows[]>();
  readonly asOf = input.required<string>();
  readonly stale = input.required<string | null>();
  readonly address = input.required<string>();

  protected readonly otherwise = boardDefault;
  protected readonly day = computed(() => dayFull(this.view().today));
  protected readonly pages = computed(() =>
    pagesOf(this.view(), this.fellows()).map(({ site, fellows }) => ({
      site,
      names: fellows.map(({ name }) => name).join(', '),
      own: fellows
        .map((fellow) => ({ ...fellow, rows: fellow.rows.filter(({ isOwn }) => isOwn) }))
        .filter(({ rows }) => rows.length > 0),
    })),
  );
}
