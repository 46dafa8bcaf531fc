import { computed, inject, Injectable, signal } from '@angular/core';
import { latestWithin, type Stretch } from '@countersign/domain/calendar';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import {
  checkContent,
  type ContentStage,
  type DraftContent,
  type DraftProcedure,
} from '@countersign/domain/entry';
import type { FieldProblem } from '@countersign/contracts/problems';
import { problemInWords } from '@countersign/contracts/words/problem';
import { Privacy } from '../platform/privacy';

/** Something to put right at one field, by its JSON pointer into the entry. */
export interface FieldNote {
  readonly pointer: string;
  readonly text: string;
}

/** An entry apart from its procedures. */
export type Encounter = Omit<DraftContent, 'procedures'>;

/** New values of some fields; `undefined` empties one. */
export type Patch<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** A place for a procedure, empty until one is chosen; the key stays while others come and go. */
export interface DraftSlot {
  readonly key: number;
  readonly procedure: DraftProcedure | null;
}

/** What the early checks need to know. */
export interface DraftFacts {
  readonly catalogue: CatalogueIndex;
  readonly today: string;
  readonly training: readonly Stretch[];
  /** Ids of details that the program needs wherever an item has them. */
  readonly neededDetails: readonly string[];
}

interface ServerNote extends FieldNote {
  readonly code: string;
  /** The value that the server saw; another value has not been judged. */
  readonly value: string;
}

/** Changes some fields of a thing; emptied ones are left out, as the wire wants it. */
export function patched<T extends object>(whole: T, patch: Patch<T>): T {
  const fields = Object.entries({ ...whole, ...patch }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as T;
}

/** The entry on the log page while it is written, with what still needs attention. */
@Injectable()
export class EntryDraft {
  readonly #privacy = inject(Privacy);
  #keys = 0;
  readonly #encounter = signal<Encounter>({ performedOn: '', simulation: false });
  readonly #slots = signal<readonly DraftSlot[]>([this.#emptySlot()]);
  readonly #facts = signal<DraftFacts | null>(null);
  readonly #stage = signal<ContentStage | null>(null);
  /** Fields that are judged at once, by pointer: what was chosen in them can be wrong before all is complete. */
  readonly #judged = signal<ReadonlySet<string>>(new Set());
  readonly #server = signal<readonly ServerNote[]>([]);
  readonly #saved = signal('');

  readonly encounter = this.#encounter.asReadonly();
  readonly slots = this.#slots.asReadonly();

  readonly content = computed<DraftContent>(() => ({
    ...this.#encounter(),
    procedures: this.#slots().flatMap(({ procedure }) => procedure ?? []),
  }));

  /** Something was typed that is not saved. */
  readonly changed = computed(() => JSON.stringify(this.content()) !== this.#saved());

  /** What needs attention: until the first attempt to save in fields that are judged at once, then as one types. */
  readonly notes = computed<readonly FieldNote[]>(() => {
    const content = this.content();
    const own = this.#refusals().map(({ code, field = '', detail }) => ({
      pointer: field,
      text: problemInWords({ code, pointer: field, values: detail }),
    }));
    const servers = this.#server().filter(
      ({ code, pointer, value }) =>
        valueAt(content, pointer) === value &&
        !own.some((note) => note.pointer === pointer) &&
        // once the guard is here, it says itself what is still in the way
        !(code.startsWith('privacy/') && this.#privacy.isHere()),
    );
    return [...own, ...servers];
  });

  /** Starts with this content, which counts as saved. */
  start(content: DraftContent, facts: DraftFacts): void {
    this.#facts.set(facts);
    this.takeUp(content);
    this.settle();
  }

  /** Goes on with a content that is not saved. */
  takeUp({ procedures, ...encounter }: DraftContent): void {
    this.#encounter.set(encounter);
    this.#slots.set(
      procedures.length === 0
        ? [this.#emptySlot()]
        : procedures.map((procedure) => ({ ...this.#emptySlot(), procedure })),
    );
    this.#stage.set(null);
    this.#judged.set(new Set());
    this.#server.set([]);
  }

  /** The early checks know more, or it is another day; a draft in which nothing was typed yet moves to the new day. */
  know(facts: DraftFacts): void {
    const before = this.#facts();
    this.#facts.set(facts);
    if (before === null || this.changed() || this.#encounter().performedOn !== before.today) return;
    this.change({ performedOn: latestWithin(facts.today, facts.training) ?? facts.today });
    this.settle();
  }

  /** What there is now is saved. */
  settle(): void {
    this.#saved.set(JSON.stringify(this.content()));
  }

  /** Changes fields of the encounter. */
  change(patch: Patch<Encounter>): void {
    this.#encounter.update((encounter) => patched(encounter, patch));
  }

  /** Judges a field from now on, whatever else is still to be filled in. */
  judge(pointer: string): void {
    this.#judged.update((judged) => new Set([...judged, pointer]));
  }

  /** Puts a procedure into its place, or empties the place. */
  put(key: number, procedure: DraftProcedure | null): void {
    this.#slots.update((slots) => slots.map((slot) => (slot.key === key ? { key, procedure } : slot)));
  }

  /** Makes room for another procedure. */
  add(): void {
    this.#slots.update((slots) => [...slots, this.#emptySlot()]);
  }

  /** Takes a procedure away; one place always stays. */
  remove(key: number): void {
    this.#slots.update((slots) => {
      const left = slots.filter((slot) => slot.key !== key);
      return left.length === 0 ? [this.#emptySlot()] : left;
    });
  }

  /** Pointer of the procedure in a place, as the checks number it. */
  pointerOf(key: number): string {
    const filled = this.#slots().filter((slot) => slot.procedure !== null || slot.key === key);
    return `/procedures/${filled.findIndex((slot) => slot.key === key)}`;
  }

  /** Checks for one way of saving and from then on keeps checking; true when nothing is in the way. */
  check(stage: ContentStage): boolean {
    this.#stage.set(stage);
    this.#server.set([]);
    return this.#refusals().length === 0;
  }

  /** Takes over what the server found; a note goes when its field changes. */
  accept(problems: readonly FieldProblem[]): void {
    const content = this.content();
    this.#server.set(
      problems.map((problem) => ({
        code: problem.code,
        pointer: problem.pointer,
        text: problemInWords(problem),
        value: valueAt(content, problem.pointer),
      })),
    );
  }

  /** The line for a field, or for anything inside of it. */
  noteAt(pointer: string): string | undefined {
    return this.notes().find((note) => note.pointer === pointer || note.pointer.startsWith(`${pointer}/`))
      ?.text;
  }

  #refusals() {
    const [facts, stage] = [this.#facts(), this.#stage()];
    if (facts === null) return [];
    const content = this.content();
    const found = checkContent(content, { ...facts, stage: stage ?? 'draft' });
    if (stage === null) return found.filter(({ field = '' }) => this.#judged().has(field));
    return [...found, ...this.#privacy.refusals(content)];
  }

  #emptySlot(): DraftSlot {
    this.#keys += 1;
    return { key: this.#keys, procedure: null };
  }
}

function valueAt(content: object, pointer: string): string {
  let value: unknown = content;
  for (const name of pointer.split('/').slice(1)) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  }
  return JSON.stringify(value) ?? '';
}
