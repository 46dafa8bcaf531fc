import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { entryStates, type EntryState } from '@countersign/domain/entry';
import { listEntries } from '@countersign/contracts/entries/endpoints';
import type { EntryQuery } from '@countersign/contracts/entries/bodies';
import type { EntryLineView } from '@countersign/contracts/entries/views';
import { counted } from '@countersign/contracts/words/count';
import { amendmentWords, entryStateWords, simulationWords } from '@countersign/contracts/words/entry';
import { InAddress } from '../platform/in-address';
import { ProgramApi } from '../platform/program-api';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramClock } from '../platform/program-clock';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { everyRow, type Tables } from '../platform/tables';
import { EmptyState } from '../ui/empty-state';
import type { Choice } from '../ui/fields/choice-chips';
import { ViewChips } from '../ui/fields/view-chips';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { SaveTables } from '../ui/save-tables';
import { entriesTables } from './entries-tables';
import { EntryLine } from './entry-line';
import { personInWords } from '@countersign/contracts/words/person';

/** Pages read so far; `next` leads on. */
interface Shown {
  readonly entries: readonly EntryLineView[];
  readonly next: string | undefined;
}

/** A fellow's log, and for the director the entries of one fellow; filters stand in the address, so that numbers can link here. */
@Component({
  selector: 'cs-entries-page',
  imports: [EmptyState, EntryLine, Icon, Loading, ProblemNote, RouterLink, SaveTables, ViewChips],
  templateUrl: './entries-page.html',
  styleUrl: './entries-page.css',
})
export class EntriesPage {
  readonly #api = inject(ProgramApi);
  readonly #address = inject(InAddress);
  readonly #session = inject(Session);
  protected readonly catalogue = inject(ProgramCatalogue);

  /** Whose entries; the reader's own where it is absent. */
  readonly fellowId = input<string>();
  readonly state = input<string>();
  readonly groupId = input<string>();
  readonly itemId = input<string>();
  /** `false` leaves simulations out, as the numbers do that link here. */
  readonly simulation = input<string>();
  readonly amendment = input<string>();

  protected readonly isOwn = computed(() => this.fellowId() === undefined);
  protected readonly chosenState = computed(() => entryStates.find((state) => state === this.state()));
  protected readonly query = computed<EntryQuery | undefined>(() => {
    const fellowId = this.fellowId() ?? this.#session.personId();
    if (fellowId === undefined) return undefined;
    const state = this.chosenState();
    const groupId = this.groupId();
    const itemId = this.itemId();
    const simulation = oneOf(['true', 'false'], this.simulation());
    const amendment = oneOf(['waiting', 'returned'], this.amendment());
    return {
      fellowId,
      ...(state && { state }),
      ...(groupId && { groupId }),
      ...(itemId && { itemId }),
      ...(simulation && { simulation }),
      ...(amendment && { amendment }),
    };
  });

  protected readonly first = this.#api.read(listEntries, () => {
    const query = this.query();
    return query && { query };
  });
  protected readonly shown = linkedSignal<Shown>(() => {
    const { entries, next } = this.first.view() ?? { entries: [] };
    return { entries, next };
  });
  protected readonly total = computed(() => this.first.view()?.total ?? 0);
  protected readonly totalText = computed(() => counted(this.total(), 'entry', 'entries'));
  protected readonly more = new Sending();
  protected readonly today = inject(ProgramClock).today;

  protected readonly heading = computed(() => {
    if (this.isOwn()) return 'My log';
    const fellow = this.shown().entries[0]?.fellow;
    return fellow === undefined ? 'Entries' : `${personInWords(fellow)}, entries`;
  });
  /** A draft is the fellow's alone; others have nothing to filter there. */
  protected readonly states = computed<readonly Choice<EntryState | 'all'>[]>(() => [
    { value: 'all', name: 'All' },
    ...entryStates
      .filter((state) => this.isOwn() || state !== 'draft')
      .map((state) => ({ value: state, name: entryStateWords[state] })),
  ]);
  protected readonly groups = computed(() => this.catalogue.index()?.catalogue.groups ?? []);
  /** Filters that only a link sets; each can be taken away. */
  protected readonly linked = computed(() => {
    const { itemId, simulation, amendment } = this.query() ?? {};
    return [
      { word: itemId && this.catalogue.name(itemId), without: { itemId: null } },
      { word: simulation && simulationWords[simulation], without: { simulation: null } },
      { word: amendment && amendmentWords[amendment], without: { amendment: null } },
    ].filter(({ word }) => word !== undefined);
  });
  protected readonly isNarrowed = computed(
    () => (this.chosenState() ?? this.groupId()) !== undefined || this.linked().length > 0,
  );

  /** All that match the filters, as far as they go, not only the pages that were read. */
  protected readonly tables = async (query: EntryQuery): Promise<Tables> =>
    entriesTables(
      await everyRow(
        (cursor) => this.#api.call(listEntries, { query: { ...query, ...cursor } }),
        ({ entries }) => entries,
      ),
      this.catalogue.index(),
    );

  protected showAll(): void {
    this.#address.clear();
  }

  protected narrow(part: Readonly<Record<string, string | null>>): void {
    this.#address.choose(part);
  }

  protected setGroup(event: Event): void {
    const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
    this.narrow({ groupId: value === '' ? null : value });
  }

  protected async showMore(): Promise<void> {
    const shown = this.shown();
    const query = this.query();
    const cursor = shown.next;
    if (!query || cursor === undefined) return;
    const page = await this.more.send(() => this.#api.call(listEntries, { query: { ...query, cursor } }));
    // Another filter was chosen meanwhile: this page belongs to the list before.
    if (!page || this.shown() !== shown) return;
    this.shown.set({ entries: [...shown.entries, ...page.entries], next: page.next });
  }
}

function oneOf<Word extends string>(words: readonly Word[], value: string | undefined): Word | undefined {
  return words.find((word) => word === value);
}
