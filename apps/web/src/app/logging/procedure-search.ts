import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { CatalogueHit } from '@countersign/domain/search';
import type { DraftProcedure } from '@countersign/domain/entry';
import type { QuickPickView } from '@countersign/contracts/entries/views';
import { whereInWords } from '@countersign/contracts/words/catalogue';
import { CatalogueNote } from '../ui/catalogue-note';
import { FieldError } from '../ui/fields/field-error';
import { Icon } from '../ui/icon';
import { CatalogueSearch } from './catalogue-search';
import { newProcedure } from './new-procedure';

const MAX_HITS = 8;
const MAX_PICKS = 6;

let searchesMade = 0;

/** Finds what was done: recent and frequent items as one-tap picks, everything else by the words people type. */
@Component({
  selector: 'cs-procedure-search',
  imports: [CatalogueNote, Icon, FieldError],
  templateUrl: './procedure-search.html',
  styleUrl: './procedure-search.css',
})
export class ProcedureSearch {
  protected readonly search = inject(CatalogueSearch);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  readonly index = input.required<CatalogueIndex>();
  readonly today = input.required<string>();
  readonly quickPicks = input.required<readonly QuickPickView[]>();
  /** The item that is chosen now. */
  readonly itemId = input<string>();
  readonly error = input<string | undefined>();
  readonly picked = output<DraftProcedure>();

  protected readonly id = `cs-search-${(searchesMade += 1)}`;
  protected readonly query = signal('');
  readonly #found = computed(() => {
    const query = this.query().trim();
    if (query === '') return [];
    return this.search
      .find(this.index(), query, { limit: MAX_HITS, today: this.today() })
      ?.map((hit) => this.#shown(hit));
  });
  protected readonly hits = computed(() => this.#found() ?? []);
  /** Whether it is known what the words find. */
  protected readonly isKnown = computed(() => this.#found() !== undefined);
  protected readonly active = linkedSignal({ source: this.hits, computation: () => 0 });
  protected readonly isOpen = computed(() => this.query().trim() !== '');

  protected readonly picks = computed(() => {
    const picks = this.quickPicks()
      .filter(({ itemId }) => this.index().item(itemId) !== undefined)
      .slice(0, MAX_PICKS);
    const chosen = this.itemId();
    const isAmong = chosen === undefined || picks.some(({ itemId }) => itemId === chosen);
    const all = isAmong
      ? picks
      : [{ itemId: chosen, why: 'recent' as const }, ...picks.slice(0, MAX_PICKS - 1)];
    return all.map(({ itemId, why }) => {
      const { name, short } = this.index().item(itemId) ?? { name: itemId, short: itemId };
      return { itemId, why, name, short };
    });
  });

  constructor() {
    afterNextRender(() => this.search.loadWhenIdle());
  }

  /** What is searched for, letter by letter. */
  protected type(query: string): void {
    this.query.set(query);
    void this.search.load();
  }

  /** Ready for the next procedure. */
  focus(): void {
    this.field().nativeElement.focus();
  }

  protected pick(itemId: string): void {
    this.#choose({ itemId, levels: [], said: { techniques: [], targets: [], details: [] } });
  }

  protected pickHit(hit: CatalogueHit): void {
    this.#choose(hit);
  }

  protected onKey(event: KeyboardEvent): void {
    const hits = this.hits();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active.update((at) => (at + step + hits.length) % Math.max(1, hits.length));
      event.preventDefault();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const hit = hits[this.active()];
      if (hit) this.pickHit(hit.hit);
    } else if (event.key === 'Escape' && this.isOpen()) {
      event.preventDefault();
      this.query.set('');
    }
  }

  #choose(hit: Pick<CatalogueHit, 'itemId' | 'levels' | 'side' | 'said'>): void {
    const item = this.index().item(hit.itemId);
    if (!item) return;
    this.query.set('');
    this.picked.emit(newProcedure(item, hit));
  }

  #shown(hit: CatalogueHit) {
    const item = this.index().item(hit.itemId);
    return {
      hit,
      name: item?.name ?? hit.itemId,
      where: whereInWords(hit, this.index()),
      group: this.index().group(item?.group ?? '')?.name ?? '',
    };
  }
}
