import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { exportRequirementSet, readRequirementSet } from '@countersign/contracts/requirements/endpoints';
import { urlOf } from '../platform/api';
import { ProgramApi } from '../platform/program-api';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { CompetencyRules } from './competency-rules';
import { SetLine } from './set-line';

/** One published version with all its rules, and the file in which it travels. */
@Component({
  selector: 'cs-set-page',
  imports: [CompetencyRules, Icon, Loading, RouterLink, SetLine],
  template: `
    <div class="cs-page narrow">
      <header class="cs-page-head">
        <a class="cs-icon-button" routerLink="/requirements" aria-label="Back to the requirements"
          ><cs-icon name="caret-left"
        /></a>
        <h1>Requirement set</h1>
        <a class="cs-button" [href]="file()" download>Export as JSON</a>
      </header>
      <cs-loading [of]="read">Getting the set …</cs-loading>
      @if (read.view(); as set) {
        <section class="cs-card"><cs-set-line [set]="set" [linked]="false" /></section>
        <h2>{{ set.competencies.length }} competencies; each is met when all its sentences are true</h2>
        <cs-competency-rules [competencies]="set.competencies" />
      }
    </div>
  `,
  styles: `
    section {
      padding: var(--cs-5);
    }
  `,
})
export class SetPage {
  readonly #session = inject(Session);
  readonly setRowId = input.required<string>();
  protected readonly read = inject(ProgramApi).read(readRequirementSet, () => ({
    params: { setRowId: this.setRowId() },
  }));
  protected readonly file = computed(() =>
    urlOf(exportRequirementSet, { programId: this.#session.programId(), setRowId: this.setRowId() }),
  );
}
