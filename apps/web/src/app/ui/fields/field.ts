import {
  Component,
  computed,
  DestroyRef,
  Directive,
  effect,
  ElementRef,
  inject,
  input,
  model,
  signal,
  untracked,
} from '@angular/core';
import { Privacy } from '../../platform/privacy';
import { FieldError } from './field-error';
import { FieldPiece } from './field-piece';
import { ProseNote } from './prose-note';

/** A labelled field around one native control: `<cs-field label="Reason"><textarea [(csProse)]="reason"></textarea></cs-field>`. */
@Component({
  selector: 'cs-field',
  imports: [FieldError, ProseNote],
  host: { class: 'cs-field' },
  template: `
    <label [for]="id">{{ label() }}</label>
    <ng-content />
    @if (hint(); as text) {
      <small [id]="hintId">{{ text }}</small>
    }
    <cs-field-error [id]="errorId" [text]="shownError()" />
    @if (prose(); as text) {
      <cs-prose-note [id]="proseId" [text]="text.looked()" (done)="text.focus()" />
    }
  `,
  styles: `
    small {
      color: var(--cs-text-2);
      font-size: var(--cs-text-xs);
      font-weight: var(--cs-weight);
    }
  `,
})
export class Field extends FieldPiece {
  readonly label = input.required<string>();
  /** What helps to fill it in, always in sight. */
  readonly hint = input<string>();

  protected readonly hintId = `${this.id}-hint`;
  protected readonly proseId = `${this.id}-prose`;
  /** The control, where it holds prose. */
  readonly prose = signal<FieldProse | undefined>(undefined);
  readonly #isStopped = computed(() => this.prose()?.isStopped() ?? false);
  /** What the privacy guard says, it says itself, and takes back itself. */
  protected readonly shownError = computed(() => (this.#isStopped() ? undefined : this.error()));
  protected override readonly needsAttention = computed(() => !!this.error() || this.#isStopped());
  /** The text as it is cannot be taken. */
  readonly isWrong = this.needsAttention;
  /** Ids of the lines that belong to the control. */
  readonly describedBy = computed(() =>
    [
      this.hint() ? this.hintId : null,
      this.shownError() ? this.errorId : null,
      this.#isStopped() ? this.proseId : null,
    ]
      .filter(Boolean)
      .join(' '),
  );
}

/** The control of a {@link Field}: named by its label, pointing to its hint and to what needs attention. */
@Directive({
  selector: 'input[csControl], select[csControl]',
  host: {
    class: 'cs-input',
    '[id]': 'field.id',
    '[attr.aria-invalid]': "field.isWrong() ? 'true' : null",
    '[attr.aria-describedby]': 'field.describedBy() || null',
  },
})
export class FieldControl {
  protected readonly field = inject(Field);
}

/** The control of a {@link Field} that holds a name, a number or what is looked for; prose has {@link FieldProse}. */
@Directive({
  selector: 'input[csText], textarea[csText]',
  hostDirectives: [FieldControl],
  host: { '[value]': 'csText()', '(input)': 'typed()' },
})
export class FieldText {
  readonly #control = inject<ElementRef<HTMLInputElement | HTMLTextAreaElement>>(ElementRef).nativeElement;

  readonly csText = model.required<string>();

  protected typed(): void {
    this.csText.set(this.#control.value);
  }
}

/** How long somebody has paused, in ms, before what they typed is looked at. */
const PAUSE_MS = 600;

/**
 * The control of a {@link Field} that holds prose, anything that is kept in somebody's words: the privacy guard reads it at
 * every pause, and the field says which words are in the way.
 */
@Directive({
  selector: 'input[csProse], textarea[csProse]',
  hostDirectives: [FieldControl],
  host: {
    '[value]': 'csProse()',
    '(focus)': 'privacy.load()',
    '(input)': 'typed()',
    '(blur)': 'look()',
  },
})
export class FieldProse {
  protected readonly privacy = inject(Privacy);
  readonly #control = inject<ElementRef<HTMLInputElement | HTMLTextAreaElement>>(ElementRef).nativeElement;
  #pause: ReturnType<typeof setTimeout> | undefined;

  readonly csProse = model.required<string>();
  readonly #looked = signal('');
  /** The text as it was when its writer last paused. */
  readonly looked = this.#looked.asReadonly();
  /** The guard stops at words of it. */
  readonly isStopped = computed(() => {
    const { identifying, doubtful } = this.privacy.stopped(this.#looked());
    return identifying.length + doubtful.length > 0;
  });

  constructor() {
    inject(Field).prose.set(this);
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#pause));
    // What is there before anybody types, and what others put there, is looked at too.
    effect(() => {
      const text = this.csProse();
      if (this.#pause === undefined) untracked(() => this.look(text));
    });
  }

  focus(): void {
    this.#control.focus();
  }

  protected typed(): void {
    this.csProse.set(this.#control.value);
    void this.privacy.load();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.look(), PAUSE_MS);
  }

  protected look(text = this.csProse()): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    if (text !== '') void this.privacy.load();
    this.#looked.set(text);
  }
}
