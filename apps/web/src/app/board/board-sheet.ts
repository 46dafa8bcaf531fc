import { ApplicationRef, Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import type { BoardView } from '@countersign/contracts/board/views';
import { boardDefault } from '@countersign/contracts/words/board';
import { counted } from '@countersign/contracts/words/count';
import { instantFull } from '@countersign/contracts/words/time';
import { partOfAddress } from '../platform/in-address';
import { Icon } from '../ui/icon';
import { lineCount, rowsOf } from './board-lines';
import { BoardPrint } from './board-print';
import { BoardTable } from './board-table';

/** Fellows who are at work today, as the address says it. */
const HERE = 'today';
const EVERY_SITE = 'all';

/** The board as it is on a page and on a screen: search first, then the lines; and what is printed of it. */
@Component({
  selector: 'cs-board-sheet',
  imports: [BoardPrint, BoardTable, Icon],
  host: { '(window:beforeprint)': 'print(true)', '(window:afterprint)': 'print(false)' },
  templateUrl: './board-sheet.html',
  styleUrl: './board-sheet.css',
})
export class BoardSheet {
  readonly view = input.required<BoardView>();
  /** When the server last said that it is so, UTC ms. */
  readonly heardAt = input.required<number>();
  /** What is said where that is too long ago. */
  readonly stale = input.required<string | null>();
  /** What the screen is called, beside the program; empty on a page. */
  readonly place = input('');
  /** The site that is chosen at first. */
  readonly firstSite = input('');
  /** Address that the code on a printout opens. */
  readonly address = input.required<string>();

  readonly #app = inject(ApplicationRef);
  readonly #window = inject(DOCUMENT).defaultView;

  protected readonly search = partOfAddress('search');
  readonly #here = partOfAddress('here', HERE);
  protected readonly onlyHere = computed(() => this.#here() === HERE);
  readonly #site = partOfAddress('site');
  protected readonly siteId = computed(() => {
    const site = this.#site() || this.firstSite();
    return site === EVERY_SITE ? '' : site;
  });
  protected readonly fellow = partOfAddress('fellow');
  protected readonly procedure = partOfAddress('procedure');
  protected readonly printing = signal(false);

  protected readonly asOf = computed(() => instantFull(this.heardAt(), this.view().timeZone));
  /** The chosen fellows with all their lines: a printout says of each what else there is. */
  readonly #chosen = computed(() => ({
    ...{ onlyHere: this.onlyHere(), siteId: this.siteId(), fellow: this.fellow() },
    ...{ search: '', procedure: '' },
  }));
  protected readonly printed = computed(() => rowsOf(this.view(), this.#chosen()));
  protected readonly rows = computed(() =>
    rowsOf(this.view(), { ...this.#chosen(), search: this.search(), procedure: this.procedure() }),
  );
  protected readonly lines = computed(() => counted(lineCount(this.rows()), 'line', 'lines'));
  protected readonly isDemonstration = computed(() =>
    this.view().fellows.some(({ lines }) => lines.some(({ demonstration }) => demonstration)),
  );
  protected readonly filters = computed(
    () => [this.siteId(), this.fellow(), this.procedure()].filter((one) => one !== '').length,
  );
  protected readonly otherwise = boardDefault;

  protected clear(field: HTMLInputElement): void {
    this.search.set('');
    field.focus();
  }

  protected showHere(only: boolean): void {
    this.#here.set(only ? HERE : 'all');
  }

  /** A screen that has a site of its own shows every site only when somebody asks for it. */
  protected chooseSite(siteId: string): void {
    this.#site.set(siteId === '' && this.firstSite() !== '' ? EVERY_SITE : siteId);
  }

  protected clearAll(): void {
    this.search.set('');
    this.showHere(false);
    this.chooseSite('');
    this.fellow.set('');
    this.procedure.set('');
  }

  protected printOut(): void {
    this.#window?.print();
  }

  /** What is printed exists only while it is printed; it must be there before the browser goes on. */
  protected print(on: boolean): void {
    this.printing.set(on);
    this.#app.tick();
  }
}
