import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  draftRequirementSet,
  exportRequirementSet,
  readRequirementSets,
  redraftRequirementSet,
  tryRequirementSet,
} from '@countersign/contracts/requirements/endpoints';
import type { RequirementTrialView } from '@countersign/contracts/requirements/views';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Field, FieldText } from '../ui/fields/field';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';
import { TrialResult } from './trial-result';

/** Takes a set from a file or from what is pasted, says what it would change, and keeps it as a draft. */
@Component({
  selector: 'cs-import-page',
  imports: [Field, FieldText, Icon, ProblemNote, RouterLink, TrialResult],
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
})
export class ImportPage {
  readonly #api = inject(ProgramApi);
  readonly #router = inject(Router);

  /** The draft in whose place the file comes; a new one without. */
  readonly draft = input<string>();
  readonly #sets = this.#api.read(readRequirementSets, () => (this.draft() === undefined ? undefined : {}));
  protected readonly replaced = computed(() =>
    this.#sets.view()?.drafts?.find(({ id }) => id === this.draft()),
  );
  protected readonly text = signal('');
  protected readonly getting = new Sending();
  protected readonly isOver = signal(false);
  protected readonly trying = new Sending();
  protected readonly keeping = new Sending();
  /** What was tried, and what the server said to it; another text is another matter. */
  readonly #tried = signal<{ readonly text: string; readonly view: RequirementTrialView } | undefined>(
    undefined,
  );
  protected readonly trial = computed(() => {
    const tried = this.#tried();
    return tried?.text === this.text() ? tried.view : undefined;
  });
  /** Why what was pasted is no JSON; the place is in the runtime's words. */
  protected readonly unreadable = signal<string | undefined>(undefined);

  constructor() {
    effect(() => {
      const draft = this.draft();
      if (draft !== undefined) untracked(() => void this.#fill(draft));
    });
  }

  protected async take(files: FileList | null | undefined): Promise<void> {
    this.isOver.set(false);
    const file = files?.item(0);
    if (!file) return;
    this.text.set(await file.text());
    await this.try();
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    void this.take(event.dataTransfer?.files);
  }

  protected hover(event: DragEvent, isOver: boolean): void {
    event.preventDefault();
    this.isOver.set(isOver);
  }

  protected async try(event?: Event): Promise<void> {
    event?.preventDefault();
    this.#tried.set(undefined);
    const [text, set] = [this.text(), this.#setOf(this.text())];
    if (!set) return;
    const view = await this.trying.send(() => this.#api.call(tryRequirementSet, { body: { set } }));
    if (view) this.#tried.set({ text, view });
  }

  protected async keep(): Promise<void> {
    const set = this.#setOf(this.text());
    if (!set) return;
    const [body, draftId, replaced] = [{ set }, this.draft(), this.replaced()];
    if (draftId !== undefined && !replaced) return;
    const view = await this.keeping.send(() =>
      draftId === undefined || !replaced
        ? this.#api.call(draftRequirementSet, { body })
        : this.#api.call(redraftRequirementSet, { params: { draftId }, ifMatch: replaced.revision, body }),
    );
    if (view) await this.#router.navigate(['/requirements']);
  }

  /** The draft as it is kept, to be changed in place or by another file. */
  async #fill(setRowId: string): Promise<void> {
    const bytes = await this.getting.send(() =>
      this.#api.bytes(exportRequirementSet, { params: { setRowId } }),
    );
    if (bytes && this.text() === '') this.text.set(new TextDecoder().decode(bytes));
  }

  /** What says that there is none is left out, as everywhere in requests. */
  #setOf(text: string): object | undefined {
    this.unreadable.set(undefined);
    try {
      const read: unknown = JSON.parse(
        text.replace(/^\uFEFF/, ''),
        (_, value: unknown) => value ?? undefined,
      );
      if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read;
      this.unreadable.set('A set is one JSON object, in braces.');
    } catch (error) {
      this.unreadable.set(
        `This is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`,
      );
    }
    return undefined;
  }
}
