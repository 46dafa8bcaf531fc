import { inject, Injectable, signal } from '@angular/core';
import type { DraftContent } from '@countersign/domain/entry';
import { listEntries, readEntry } from '@countersign/contracts/entries/endpoints';
import type { ContentView } from '@countersign/contracts/entries/views';
import { ProgramApi } from '../platform/program-api';
import { Session } from '../platform/session';
import { EntryDraft, type Patch } from './entry-draft';

type Case = Patch<Pick<DraftContent, 'painCategory' | 'diagnosisGroup'>>;

/**
 * How the fellow logged an item the last time, for what is usually the same again: the part of the spine, the kind of
 * pain and the diagnosis. Never a judgment. Lives as long as the log page.
 */
@Injectable()
export class LastTime {
  readonly #api = inject(ProgramApi);
  readonly #session = inject(Session);
  readonly #draft = inject(EntryDraft);
  readonly #known = new Set<string>();
  #taken: Case | undefined;
  readonly #entries = signal<ReadonlyMap<string, ContentView>>(new Map());

  /** The case of the entry was taken over from an entry before. */
  readonly caseRemembered = signal(false);

  /** Levels used last for an item; none for the first one, and until they are known. */
  levelsOf(itemId: string): readonly string[] {
    const procedures = this.#entries().get(itemId)?.procedures ?? [];
    return procedures
      .filter((one) => one.itemId === itemId)
      .flatMap((one) => one.levels.map(({ level }) => level));
  }

  /** Looks an item up, once; what cannot be read is left out. */
  async lookUp(itemId: string): Promise<void> {
    if (this.#known.has(itemId)) return;
    this.#known.add(itemId);
    const last = await this.#read(itemId).catch(() => undefined);
    if (last) this.#entries.update((entries) => new Map(entries).set(itemId, last));
  }

  /** Looks an item up and fills in its usual case, unless somebody has chosen one. */
  async recall(itemId: string): Promise<void> {
    await this.lookUp(itemId);
    const last = this.#entries().get(itemId);
    if (last?.painCategory === undefined || last.diagnosisGroup === undefined) return;
    const { painCategory, diagnosisGroup } = this.#draft.encounter();
    const isOpen = painCategory === undefined && diagnosisGroup === undefined;
    const isTakenOver =
      painCategory === this.#taken?.painCategory && diagnosisGroup === this.#taken?.diagnosisGroup;
    if (isOpen || isTakenOver) this.takeOver(last);
  }

  /** Puts a case into the entry that belonged to another one; the next item may still know better. */
  takeOver({ painCategory, diagnosisGroup }: Case): void {
    this.#taken = { painCategory, diagnosisGroup };
    this.#draft.change(this.#taken);
    this.caseRemembered.set(painCategory !== undefined && diagnosisGroup !== undefined);
  }

  async #read(itemId: string): Promise<ContentView | undefined> {
    const fellowId = this.#session.personId();
    if (fellowId === undefined) return undefined;
    const page = await this.#api.call(listEntries, { query: { fellowId, itemId } });
    const newest = page.entries[0];
    if (!newest) return undefined;
    const entry = await this.#api.call(readEntry, { params: { entryId: newest.id } });
    return entry.content;
  }
}
