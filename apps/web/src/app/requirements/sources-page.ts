import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SOURCES_READ_ON, sourcedFacts } from '@countersign/domain/competency';
import { readRequirementSets } from '@countersign/contracts/requirements/endpoints';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { NumberSourceNote } from './number-source';

/** Published numbers to start from, each with where it can be read; off until a director verifies what is made of them. */
@Component({
  selector: 'cs-sources-page',
  imports: [Icon, Loading, NumberSourceNote, RouterLink],
  template: `
    <div class="cs-page narrow">
      <header class="cs-page-head">
        <a class="cs-icon-button" routerLink="/requirements" aria-label="Back to the requirements"
          ><cs-icon name="caret-left"
        /></a>
        <h1>Numbers with a source</h1>
      </header>
      <p class="cs-text-2">
        Read in public copies on {{ readOn }}; each may have been superseded. None is in force: taken into a
        draft it stays off until a director has compared it with the current document and publishes the set as
        verified.
      </p>
      <cs-loading [of]="read">Getting the requirements …</cs-loading>
      <section aria-labelledby="cs-for-fellows">
        <h2 id="cs-for-fellows">What a rule can ask of a fellow</h2>
        <ul class="cs-card cs-lines">
          @for (one of forFellows; track one.id) {
            <li>
              <h3>{{ one.fact }} <span class="cs-pill">off, not verified</span></h3>
              <cs-number-source [source]="one.source" />
              @if (present(); as from) {
                <div class="cs-acts">
                  <a
                    class="cs-button"
                    routerLink="/requirements/edit"
                    [queryParams]="{ from, take: one.id }"
                    [attr.aria-label]="'Take into a draft: ' + one.fact"
                    >Take into a draft</a
                  >
                </div>
              }
            </li>
          }
        </ul>
      </section>
      <section aria-labelledby="cs-for-places">
        <h2 id="cs-for-places">About places and curricula; no rule about a fellow can ask it</h2>
        <ul class="cs-card cs-lines">
          @for (one of forPlaces; track one.id) {
            <li>
              <p>{{ one.fact }}</p>
              <cs-number-source [source]="one.source" />
            </li>
          }
        </ul>
      </section>
    </div>
  `,
})
export class SourcesPage {
  protected readonly read = inject(ProgramApi).read(readRequirementSets, () => ({}));
  /** The set published last, from which a draft starts. */
  protected readonly present = computed(() => this.read.view()?.published[0]?.id);
  protected readonly readOn = dayFull(SOURCES_READ_ON);
  protected readonly forFellows = sourcedFacts.filter(({ competency }) => competency !== undefined);
  protected readonly forPlaces = sourcedFacts.filter(({ competency }) => competency === undefined);
}
