import { NgTemplateOutlet } from '@angular/common';
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
  imports: [NgTemplateOutlet, RouterLink],
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
          @if (opens(line)) {
            <a [routerLink]="['/entries', line.entry.id]">
              <ng-container [ngTemplateOutlet]="about" [ngTemplateOutletContext]="{ $implicit: line }" />
            </a>
          } @else {
            <div class="closed">
              <ng-container [ngTemplateOutlet]="about" [ngTemplateOutletContext]="{ $implicit: line }" />
            </div>
          }
        </li>
      }
    </ul>
    <ng-template #about let-line>
      <span class="day">{{ day(line.entry.performedOn) }}</span>
      @if (line.counts > 1) {
        <b>+{{ line.counts }}</b>
      }
      <span class="facts">{{ facts(line) }}</span>
      @if (line.reasons.length > 0) {
        <em>{{ why(line) }}</em>
      }
    </ng-template>
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
    a,
    .closed {
      display: block;
      padding-block: var(--cs-3);
      color: inherit;
      text-decoration: none;
    }
    a:hover {
      background: var(--cs-surface-1);
    }
    a .day {
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
  /** Only entries of this supervisor open; any does where it is absent. */
  readonly opensOf = input<string>();

  protected readonly all = signal(false);
  protected readonly shown = computed(() => (this.all() ? this.lines() : this.lines().slice(0, FIRST)));
  protected readonly day = dayFull;

  protected opens({ entry }: EvidenceLineView): boolean {
    const supervisorId = this.opensOf();
    return supervisorId === undefined || entry.supervisor?.id === supervisorId;
  }

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
