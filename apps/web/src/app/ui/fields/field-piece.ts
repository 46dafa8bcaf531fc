import { computed, Directive, input, type Signal } from '@angular/core';

let fieldsMade = 0;

/**
 * What every field has: it can need attention, then says so in a line under it, to which its controls point. The class
 * leads to the first such field of a page (`wayToFirstNote`).
 */
@Directive({ host: { '[class.has-problem]': 'needsAttention()' } })
export abstract class FieldPiece {
  /** What to put right, in a sentence. */
  readonly error = input<string | undefined>();

  protected readonly needsAttention: Signal<boolean> = computed(() => !!this.error());

  /** Tells the field from every other one of the app. */
  readonly id = `cs-field-${(fieldsMade += 1)}`;
  protected readonly errorId = `${this.id}-error`;
  protected readonly errorAt = computed(() => (this.error() ? this.errorId : null));
}
