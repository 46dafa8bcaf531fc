import { computed, DestroyRef, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { DraftContent } from '@countersign/domain/entry';
import { v7 as uuidv7 } from 'uuid';
import type { KeptForm } from '../platform/device-store';
import { Kept } from '../platform/kept';
import { KEEP_AFTER_MS } from '../platform/kept-texts';
import { EntryDraft } from './entry-draft';
import { SaveEntry } from './save-entry';

/** How a page tells that it goes: closed, reloaded, or frozen for good. */
const ENDS = ['beforeunload', 'pagehide'] as const;

/** An entry as it lies on the device. */
export interface KeptContent {
  readonly content: DraftContent;
  /** Revision of the entry that was edited or amended; absent for a new one. */
  readonly revision?: number;
}

/** What the form is about: a new entry, or one that is edited or amended. */
export interface KeptSubject {
  readonly entryId: string | undefined;
  readonly revision: number | undefined;
}

/**
 * Keeps the entry on this device while it is written, and offers what was left there by a closed tab, a reload or a
 * failed send. A new entry is kept under the id under which it is sent, so that sending it again logs it once.
 */
@Injectable()
export class KeptEntry {
  readonly #kept = inject(Kept);
  readonly #draft = inject(EntryDraft);
  readonly #saving = inject(SaveEntry);
  readonly #subject = signal<KeptSubject | null>(null);
  readonly #editId = signal(uuidv7());
  /** What lies on the device as it was typed, all of it. */
  readonly #whole = signal('');
  readonly #offers = signal<readonly KeptForm<KeptContent>[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What was left, the newest first; each is taken up or thrown away. */
  readonly offers = this.#offers.asReadonly();
  /** All that was typed lies on this device. */
  readonly isWhole = computed(() => this.#whole() === JSON.stringify(this.#draft.content()));

  readonly #id = computed(() =>
    this.#subject()?.entryId === undefined ? this.#saving.id() : this.#editId(),
  );
  readonly #form = computed(() => {
    const subject = this.#subject();
    if (subject === null) return null;
    return subject.entryId === undefined ? 'log' : `edit:${subject.entryId}`;
  });

  constructor() {
    effect(() => {
      this.#draft.content();
      clearTimeout(this.#timer);
      if (this.#form() !== null && this.#draft.changed())
        this.#timer = setTimeout(() => void this.keepNow(), KEEP_AFTER_MS);
    });
    // What was typed in the last moment before the page goes.
    const { defaultView } = inject(DOCUMENT);
    const keep = () => untracked(() => void this.keepNow());
    for (const end of ENDS) defaultView?.addEventListener(end, keep);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.#timer);
      for (const end of ENDS) defaultView?.removeEventListener(end, keep);
    });
  }

  /** The form begins: whatever was left in it before is offered. */
  async begin(subject: KeptSubject): Promise<void> {
    this.#subject.set(subject);
    const form = this.#form();
    if (form === null) return;
    const found = await this.#kept.find<KeptContent>(form);
    this.#offers.set(found.filter(({ id }) => id !== this.#id()));
  }

  /** Goes on with what was left. */
  takeUp({ id, value }: KeptForm<KeptContent>): void {
    if (this.#subject()?.entryId === undefined) this.#saving.goOnAs(id);
    else this.#editId.set(id);
    this.#draft.takeUp(value.content);
    this.#offers.update((offers) => offers.filter((one) => one.id !== id));
  }

  /** Whether the entry was changed since this was left. */
  isOutdated({ value }: KeptForm<KeptContent>): boolean {
    return value.revision !== this.#subject()?.revision;
  }

  /** Throws away what was left. */
  async throwAway({ form, id }: KeptForm<KeptContent>): Promise<void> {
    this.#offers.update((offers) => offers.filter((one) => one.id !== id));
    await this.#kept.drop(form, id);
  }

  /** It is saved, or not wanted: nothing of it is kept any more. */
  async done(): Promise<void> {
    clearTimeout(this.#timer);
    const form = this.#form();
    if (form !== null) await this.#kept.drop(form, this.#id());
  }

  /** Keeps what there is now. */
  async keepNow(): Promise<void> {
    clearTimeout(this.#timer);
    const [form, subject] = [this.#form(), this.#subject()];
    if (form === null || subject === null || !this.#draft.changed()) return;
    const content = this.#draft.content();
    const { revision } = subject;
    const value: KeptContent = { content, ...(revision === undefined ? {} : { revision }) };
    const isWhole = await this.#kept.keep(form, this.#id(), value);
    this.#whole.set(isWhole ? JSON.stringify(content) : '');
  }
}
