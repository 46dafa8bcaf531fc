import { Component, computed, inject, input } from '@angular/core';
import type { CompetencyView } from '@countersign/contracts/requirements/views';
import { ruleInWords } from '@countersign/contracts/words/competency';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { NumberSourceNote } from './number-source';

/** What a set asks for: each competency with its rules as sentences. */
@Component({
  selector: 'cs-competency-rules',
  imports: [NumberSourceNote],
  template: `
    <ul class="cs-card cs-lines">
      @for (one of lines(); track one.id) {
        <li>
          <h3>
            {{ one.title }}
            @if (one.highRisk) {
              <span class="cs-pill late">high risk: two supervisors</span>
            }
          </h3>
          <ul class="rules">
            @for (rule of one.sentences; track $index) {
              <li>{{ rule }}.</li>
            }
          </ul>
          @if (one.source; as source) {
            <cs-number-source [source]="source" />
          }
          @if (one.lapseMonths; as months) {
            <p class="cs-caption cs-text-2">A sign-off lapses after {{ months }} months without practice.</p>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    .cs-lines {
      margin: 0;
      padding: 0 var(--cs-5);
      list-style: none;
    }
    .cs-lines > li {
      padding-block: var(--cs-4);
    }
    h3 {
      display: flex;
      flex-wrap: wrap;
      gap: var(--cs-2);
      align-items: center;
    }
    .rules {
      margin: var(--cs-2) 0 0;
      padding-left: 1.1rem;
      list-style: disc;
    }
  `,
})
export class CompetencyRules {
  readonly competencies = input.required<readonly CompetencyView[]>();
  readonly #catalogue = inject(ProgramCatalogue);

  protected readonly lines = computed(() => {
    const titles = Object.fromEntries(this.competencies().map(({ id, title }) => [id, title]));
    return this.competencies().map((one) => ({
      ...one,
      sentences: one.rules.map((rule) => ruleInWords({ rule, titles }, this.#catalogue.index())),
    }));
  });
}
