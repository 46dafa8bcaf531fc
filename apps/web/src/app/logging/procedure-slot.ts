import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { DraftProcedure } from '@countersign/domain/entry';
import type { QuickPickView } from '@countersign/contracts/entries/views';
import { FieldError } from '../ui/fields/field-error';
import { EntryDraft, type DraftSlot } from './entry-draft';
import { LastTime } from './last-time';
import { ProcedureFields } from './procedure-fields';
import { ProcedureSearch } from './procedure-search';

/** A place for one procedure of the entry: the search until one is chosen, then everything about it. */
@Component({
  selector: 'cs-procedure-slot',
  imports: [FieldError, ProcedureFields, ProcedureSearch],
  host: { role: 'region', '[attr.aria-label]': 'label()' },
  template: `
    @if (slot().procedure || place() > 1) {
      <div class="title" [class.has-problem]="rowError()">
        <h2>{{ name() }}</h2>
        @if (slot().procedure) {
          <button type="button" class="cs-button text" (click)="exchange()">
            {{ exchanging() ? 'Keep' : 'Change' }}
          </button>
        }
        @if (isOneOfSeveral()) {
          <button type="button" class="cs-button text" (click)="draft.remove(slot().key)">Remove</button>
        }
      </div>
      <cs-field-error [text]="rowError()" />
    }
    @if (!slot().procedure || exchanging()) {
      <cs-procedure-search
        [index]="index()"
        [today]="draft.encounter().performedOn"
        [quickPicks]="quickPicks()"
        [itemId]="slot().procedure?.itemId"
        [error]="searchError()"
        (picked)="pick($event)"
      />
    }
    @if (slot().procedure; as procedure) {
      @if (index().item(procedure.itemId); as item) {
        <cs-procedure-fields
          [index]="index()"
          [item]="item"
          [procedure]="procedure"
          [pointer]="pointer()"
          [usual]="lastTime.levelsOf(item.id)"
          (changed)="draft.put(slot().key, $event)"
        />
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--cs-5);
      scroll-margin-top: 4rem;
    }
    .title {
      display: flex;
      align-items: flex-start;
    }
    h2 {
      flex: 1;
      padding-block: 0.5rem;
      font-size: var(--cs-text-lg);
    }
    .cs-button {
      padding-inline: 0.625rem;
    }
  `,
})
export class ProcedureSlot {
  readonly #injector = inject(Injector);
  readonly #host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly search = viewChild(ProcedureSearch);
  protected readonly draft = inject(EntryDraft);
  protected readonly lastTime = inject(LastTime);

  readonly slot = input.required<DraftSlot>();
  /** Place in the entry, from 1. */
  readonly place = input.required<number>();
  readonly index = input.required<CatalogueIndex>();
  readonly quickPicks = input.required<readonly QuickPickView[]>();
  /** A procedure was chosen. */
  readonly picked = output();

  /** The procedure is being exchanged for another. */
  protected readonly exchanging = signal(false);
  protected readonly isOneOfSeveral = computed(() => this.draft.slots().length > 1);
  protected readonly label = computed(() =>
    this.isOneOfSeveral() ? `Procedure ${this.place()}` : 'Procedure',
  );
  protected readonly name = computed(() => {
    const itemId = this.slot().procedure?.itemId;
    if (itemId === undefined) return 'Another procedure';
    return this.index().item(itemId)?.name ?? itemId;
  });
  protected readonly pointer = computed(() => this.draft.pointerOf(this.slot().key));
  protected readonly searchError = computed(() => {
    if (this.slot().procedure) return this.draft.noteAt(`${this.pointer()}/itemId`);
    return this.draft.notes().find(({ pointer }) => pointer === '/procedures')?.text;
  });

  /** What is wrong with the whole row, such as that it is there twice. */
  protected readonly rowError = computed(
    () => this.draft.notes().find(({ pointer }) => pointer === this.pointer())?.text,
  );

  /** Ready for the next procedure. */
  focus(): void {
    this.search()?.focus();
  }

  /** Opens the search for a chosen procedure, or closes it again. */
  protected exchange(): void {
    this.exchanging.update((open) => !open);
    this.#goTo('cs-procedure-search input');
  }

  protected pick(procedure: DraftProcedure): void {
    this.exchanging.set(false);
    this.draft.put(this.slot().key, procedure);
    void this.lastTime.lookUp(procedure.itemId);
    this.picked.emit();
    this.#goTo('cs-procedure-fields :is(input, select, [tabindex="0"])');
  }

  /** Goes to a control that is about to be there; what had the focus before is gone from the page. */
  #goTo(control: string): void {
    const go = (): void => {
      this.#host.querySelector<HTMLElement>(control)?.focus({ preventScroll: true });
      this.#host.scrollIntoView({ block: 'start' });
    };
    afterNextRender({ read: go }, { injector: this.#injector });
  }
}
