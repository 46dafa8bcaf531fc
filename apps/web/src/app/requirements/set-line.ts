import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PublishedSetView } from '@countersign/contracts/requirements/views';
import { setStandingWords } from '@countersign/contracts/words/competency';
import { counted } from '@countersign/contracts/words/count';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramClock } from '../platform/program-clock';
import { Icon } from '../ui/icon';

/** One published version: what it is, how far it can be relied on, whom it binds. */
@Component({
  selector: 'cs-set-line',
  imports: [Icon, RouterLink],
  template: `
    <h3>
      @if (linked()) {
        <a [routerLink]="['/requirements', set().id]">{{ set().title }}, version {{ set().version }}</a>
      } @else {
        {{ set().title }}, version {{ set().version }}
      }
      @if (set().standing === 'verified') {
        <span class="cs-pill approved"><cs-icon name="check" />verified</span>
      } @else {
        <span class="cs-pill late">{{ words[set().standing] }}</span>
      }
    </h3>
    <dl>
      <dt>Against</dt>
      <dd>{{ set().verifiedAgainst ?? set().edition }}</dd>
      <dt>Source</dt>
      <dd>{{ set().source }}</dd>
      <dt>Verified</dt>
      <dd>
        @if (set().verifiedOn; as on) {
          by {{ set().verifiedBy }} on {{ day(on) }}
        } @else {
          by nobody
        }
      </dd>
      <dt>For</dt>
      <dd>
        {{ set().cohort ? 'cohort ' + set().cohort : 'every cohort' }}, from {{ day(set().effectiveOn) }}
      </dd>
      <dt>Binds</dt>
      <dd>{{ set().binds === 0 ? 'nobody today' : fellows(set().binds) + ' today' }}</dd>
      <dt>Published</dt>
      <dd>
        {{ day(clock.dayOf(set().publishedAt))
        }}{{ set().publishedBy ? ' by ' + set().publishedBy : ', with the program' }}
      </dd>
    </dl>
  `,
  styles: `
    :host {
      display: block;
    }
    h3 {
      display: flex;
      flex-wrap: wrap;
      gap: var(--cs-2) var(--cs-3);
      align-items: center;
    }
    h3 a {
      display: inline-flex;
      align-items: center;
      min-height: var(--cs-touch);
    }
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: var(--cs-1) var(--cs-4);
      margin: var(--cs-2) 0 0;
      font-size: var(--cs-text-sm);
    }
    dt {
      color: var(--cs-text-2);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class SetLine {
  readonly set = input.required<PublishedSetView>();
  /** Whether its name leads to its page. */
  readonly linked = input(true);
  protected readonly clock = inject(ProgramClock);
  protected readonly words = setStandingWords;
  protected readonly day = dayFull;
  protected readonly fellows = (count: number): string => counted(count, 'fellow', 'fellows');
}
