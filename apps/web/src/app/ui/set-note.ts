import { Component, input } from '@angular/core';
import type { RequirementSetView } from '@countersign/contracts/competencies/views';
import { setStandingWords } from '@countersign/contracts/words/competency';
import { dayFull } from '@countersign/contracts/words/time';

/** By which requirement set numbers are counted; where no director verified it, that is said with its source. */
@Component({
  selector: 'cs-set-note',
  template: `
    {{ set().title }}, version {{ set().version }}.
    @if (set().standing !== 'verified') {
      <span class="cs-pill late">{{ words[set().standing] }}</span> {{ set().source }}.
    } @else if (!set().binds) {
      <span class="cs-pill late">not binding</span> It is in force from {{ day(set().effectiveOn) }} or for
      another cohort.
    }
  `,
})
export class SetNote {
  readonly set = input.required<RequirementSetView>();
  protected readonly words = setStandingWords;
  protected readonly day = dayFull;
}
