import { competenceWords } from '@countersign/contracts/words/competence';
import { Component, computed, input } from '@angular/core';
import type { CompetenceStateName } from '@countersign/contracts/competencies/views';

type Shape = 'none' | 'few' | 'learning' | 'standard' | 'look';

const shapes: Readonly<Record<CompetenceStateName, Shape>> = {
  'not-charted': 'none',
  none: 'none',
  insufficient: 'few',
  learning: 'learning',
  competent: 'standard',
  concern_low: 'look',
  concern_drift: 'look',
  concern_relapse: 'look',
};

/** Competence, the second light: a shape with its word, never merged with the volume. */
@Component({
  selector: 'cs-competence',
  host: { '[class]': 'shape()' },
  template: `
    <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <use [attr.href]="'#cs-shape-' + shape()" />
    </svg>
    <span [class.cs-visually-hidden]="word() === 'hidden'">{{ text() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
    }
    svg {
      flex: none;
      width: 1.25rem;
      height: 1.25rem;
      overflow: visible;
    }
    :host(.none) svg,
    :host(.few) svg {
      color: var(--cs-comp-few);
    }
    :host(.learning) svg {
      color: var(--cs-comp-learning);
    }
    :host(.standard) svg {
      color: var(--cs-comp-standard);
    }
    :host(.look) svg {
      color: var(--cs-comp-look);
    }
  `,
})
export class CompetenceShape {
  readonly state = input.required<CompetenceStateName>();
  /** `hidden` leaves the word to screen readers, where a legend or a table explains the shapes. */
  readonly word = input<'shown' | 'hidden'>('shown');

  protected readonly shape = computed(() => shapes[this.state()]);
  protected readonly text = computed(() => competenceWords[this.state()]);
}
