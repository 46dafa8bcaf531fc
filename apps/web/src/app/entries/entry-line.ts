import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EntryLineView } from '@countersign/contracts/entries/views';
import { supervisorInWords } from '@countersign/contracts/words/person';
import { amendmentWords, lineInWords } from '@countersign/contracts/words/entry';
import { roleInWords } from '@countersign/contracts/words/procedure';
import { ageText, dayFull, dayShort } from '@countersign/contracts/words/time';
import { ageInDays } from '../platform/dates';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramClock } from '../platform/program-clock';
import { Icon } from '../ui/icon';
import { StatusChip } from '../ui/status-chip';
import { waitsFor } from './waits-for';

/** An entry in a list: a card on a phone, a row of columns on a wide screen; all of it opens the entry. */
@Component({
  selector: 'cs-entry-line',
  imports: [Icon, RouterLink, StatusChip],
  template: `
    <a translate="no" [routerLink]="['/entries', entry().id]">
      <span class="day" [title]="fullDay()">{{ day() }}</span>
      <span class="what">
        @for (procedure of procedures(); track $index) {
          <b>{{ procedure }}</b>
        } @empty {
          <b>Nothing chosen yet</b>
        }
      </span>
      <span class="facts">{{ facts() }}</span>
      <span class="state">
        <cs-status [state]="entry().state" [late]="entry().lateDays" />
        @if (entry().amendment?.state === 'returned') {
          <span class="cs-pill returned"><cs-icon name="return" />{{ amendmentWords.returned }}</span>
        }
        @if (entry().simulation) {
          <span class="cs-pill">simulation</span>
        }
        @if (help(); as given) {
          <small>help {{ given }}</small>
        }
        @if (waits(); as age) {
          <small>{{ age }}</small>
        }
      </span>
    </a>
  `,
  styleUrl: './entry-line.css',
})
export class EntryLine {
  readonly #clock = inject(ProgramClock);
  readonly #catalogue = inject(ProgramCatalogue);

  readonly entry = input.required<EntryLineView>();

  protected readonly amendmentWords = amendmentWords;
  protected readonly day = computed(() => dayShort(this.entry().performedOn, this.#clock.today()));
  protected readonly fullDay = computed(() => dayFull(this.entry().performedOn));
  protected readonly procedures = computed(() =>
    this.entry().procedures.map((line) => lineInWords(line, this.#catalogue.index())),
  );
  /** One number where all procedures have it, else one for each. */
  protected readonly help = computed(() => {
    const helps = this.entry().procedures.flatMap(({ help }) => help ?? []);
    return new Set(helps).size === 1 ? `${helps[0]}` : helps.join(', ');
  });
  protected readonly facts = computed(() => {
    const { procedures, siteName } = this.entry();
    const roles = procedures.flatMap(({ itemId, role }) =>
      role ? roleInWords({ itemId, role }, this.#catalogue.index()) : [],
    );
    return [...new Set(roles), supervisorInWords(this.entry()), siteName].filter(Boolean).join(' · ');
  });
  protected readonly waits = computed(() => {
    const since = waitsFor(this.entry())?.since;
    return since === undefined ? '' : ageText(ageInDays(since, this.#clock.now()));
  });
}
