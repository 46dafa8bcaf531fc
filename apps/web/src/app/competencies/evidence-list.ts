import { notCountedWords } from '@countersign/contracts/words/competency';
import { lineInWords } from '@countersign/contracts/words/entry';
import { roleInWords } from '@countersign/contracts/words/procedure';
import { dayFull } from '@countersign/contracts/words/time';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ProgramCatalogue } from '../platform/program-catalogue';
import type { EvidenceLineView } from '@countersign/contracts/competencies/views';

const FIRST = 8;

/** Entries behind a number: the first few, the rest on request; each opens, and says why where it does not count. */
@Component({
  selector: 'cs-evidence-list',
  imports: [RouterLink],
  template: `
    <h3>
      {{ title() }} <span class="cs-text-2">{{ lines().length }}</span>
    </h3>
    @if (lines().length === 0) {
      <p class="cs-text-2">{{ none() }}</p>
    }
    <ul>
      @for (line of shown(); track $index) {
        <li>
          <a [routerLink]="['/entries', line.entry.id]">
            <span class="day">{{ day(line.entry.performedOn) }}</span>
            @if (line.counts > 1) {
              <b>+{{ line.counts }}</b>
            }
            <span class="facts">{{ facts(line) }}</span>
            @if (line.reasons.length > 0) {
              <em>{{ why(line) }}</em>
            }
          </a>
        </li>
      }
    </ul>
    @if (lines().length > shown().length) {
      <button type="button" class="cs-button quiet dense" (click)="all.set(true)">
        Show all {{ lines().length }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      align-content: start;
      gap: var(--cs-2);
    }
    h3 {
      font-size: var(--cs-text-md);
    }
    p,
    li {
      font-size: var(--cs-text-sm);
    }
    li {
      border-top: 1px solid var(--cs-line);
    }
    a {
      display: block;
      padding-block: var(--cs-3);
      color: inherit;
      text-decoration: none;
    }
    a:hover {
      background: var(--cs-surface-1);
    }
    .day {
      color: var(--cs-accent);
      text-decoration: underline;
      text-underline-offset: 2px;
    }
    .facts,
    em {
      display: block;
      color: var(--cs-text-2);
    }
    em {
      color: var(--cs-text);
      font-style: normal;
      font-weight: 560;
    }
  `,
})
export class EvidenceList {
  readonly #catalogue = inject(ProgramCatalogue);

  readonly title = input.required<string>();
  readonly lines = input.required<readonly EvidenceLineView[]>();
  readonly none = input.required<string>();

  protected readonly all = signal(false);
  protected readonly shown = computed(() => (this.all() ? this.lines() : this.lines().slice(0, FIRST)));
  protected readonly day = dayFull;

  protected facts({ entry }: EvidenceLineView): string {
    const procedures = entry.procedures.map((line) =>
      [lineInWords(line, this.#catalogue.index()), line.role && roleInWords(line, this.#catalogue.index())]
        .filter(Boolean)
        .join(', '),
    );
    return [...procedures, entry.supervisor?.name, entry.siteName].filter(Boolean).join(' · ');
  }

  protected why({ reasons }: EvidenceLineView): string {
    return reasons.map((reason) => notCountedWords[reason]).join('; ');
  }
}
