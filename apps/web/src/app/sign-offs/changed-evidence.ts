import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SignOffDocument } from '@countersign/domain/signing';
import { readSignOffEvidence } from '@countersign/contracts/sign-offs/endpoints';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { ruleInWords } from '@countersign/contracts/words/competency';
import { evidenceChangeWords } from '@countersign/contracts/words/sign-off';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramClock } from '../platform/program-clock';
import { Icon } from '../ui/icon';

/** Evidence that changed under a signature: the rules when it was signed and now, side by side, and each entry that changed. */
@Component({
  selector: 'cs-changed-evidence',
  imports: [Icon, RouterLink],
  template: `
    @if (flaggedOn(); as on) {
      <div class="cs-note returned">
        <cs-icon name="flag" />
        <p>
          <b>Flagged to the director, {{ on }}.</b> The signatures stay as they were given; the sign-off holds
          until the director decides.
        </p>
      </div>
    }
    @if (lines().length > 0) {
      <div class="cs-table-box" tabindex="0" role="region" aria-label="When signed, and now">
        <table class="cs-table">
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col" class="number">When signed</th>
              <th scope="col" class="number">Now</th>
            </tr>
          </thead>
          <tbody>
            @for (line of lines(); track line.index) {
              <tr>
                <td>{{ line.said }}</td>
                <td class="number">{{ line.then }}</td>
                <td class="number" [class.other]="line.now !== line.then">{{ line.now }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
    <ul>
      @for (one of signOff().changed; track one.entryId) {
        <li>
          <a [routerLink]="['/entries', one.entryId]">An entry that was counted</a>, version {{ one.number }},
          {{ what[one.what] }} on {{ day(one.at) }}.
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--cs-4);
    }
    td,
    th {
      white-space: normal;
    }
    .other {
      font-weight: var(--cs-weight-bold);
    }
    li {
      font-size: var(--cs-text-sm);
    }
    li a {
      display: inline-flex;
      align-items: center;
      min-height: var(--cs-touch);
    }
  `,
})
export class ChangedEvidencePanel {
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #clock = inject(ProgramClock);

  readonly signOff = input.required<SignOffView>();
  /** As it was signed; absent while it is on its way. */
  readonly document = input<SignOffDocument>();

  readonly #now = inject(ProgramApi).read(readSignOffEvidence, () => ({
    params: { signOffId: this.signOff().id },
  }));
  protected readonly lines = computed(() => {
    const now = this.#now.view()?.rules ?? [];
    return (this.document()?.rules ?? []).map((rule) => {
      const { index, value, need } = rule;
      const today = now.find((one) => one.index === index);
      return {
        index,
        said: ruleInWords(rule, this.#catalogue.index()),
        then: `${value} of ${need}`,
        now: today ? `${today.value} of ${today.need}` : '…',
      };
    });
  });
  protected readonly flaggedOn = computed(() => {
    const { flaggedAt } = this.signOff();
    return flaggedAt === undefined ? undefined : this.day(flaggedAt);
  });
  protected readonly what = evidenceChangeWords;
  protected readonly day = (at: number): string => dayFull(this.#clock.dayOf(at));
}
