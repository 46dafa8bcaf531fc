import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readQualifications } from '@countersign/contracts/qualifications/endpoints';
import {
  qualificationName,
  qualificationStateInWords,
  qualificationWarning,
} from '@countersign/contracts/words/qualification';
import { ProgramApi } from '../platform/program-api';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';

/** Says what of the reader’s own qualifications has expired or will soon; nothing where nothing does. */
@Component({
  selector: 'cs-expiry-note',
  imports: [Icon, RouterLink],
  template: `
    @if (warning(); as words) {
      <div class="cs-note returned">
        <cs-icon name="warning" />
        <div>
          <p>{{ words }}.</p>
          <ul>
            @for (one of warned(); track one.id) {
              <li>{{ name(one) }}: {{ state(one) }}</li>
            }
          </ul>
          <a routerLink="/my-qualifications">Look at them</a>
        </div>
      </div>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
    ul {
      margin: 0;
      padding-inline-start: 1.1rem;
    }
    a {
      display: inline-flex;
      align-items: center;
      justify-self: start;
      min-height: var(--cs-touch);
    }
  `,
})
export class ExpiryNote {
  readonly #api = inject(ProgramApi);
  readonly #personId = inject(Session).personId;
  readonly #read = this.#api.read(readQualifications, () => {
    const fellowId = this.#personId();
    return fellowId === undefined ? undefined : { params: { fellowId } };
  });

  protected readonly name = qualificationName;
  protected readonly state = qualificationStateInWords;
  protected readonly warned = computed(() =>
    (this.#read.view()?.qualifications ?? []).filter(({ state }) => ['expired', 'expiring'].includes(state)),
  );
  protected readonly warning = computed(() => {
    const expired = this.warned().filter(({ state }) => state === 'expired').length;
    return qualificationWarning({ expired, expiring: this.warned().length - expired });
  });
}
