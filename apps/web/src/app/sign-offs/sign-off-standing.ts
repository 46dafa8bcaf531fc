import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SignOffAct, SignOffView } from '@countersign/contracts/sign-offs/views';
import { allOf } from '@countersign/contracts/words/list';
import { personInWords } from '@countersign/contracts/words/person';
import { askedSentence, declineReasonWords } from '@countersign/contracts/words/sign-off';
import { dayFull, instantFull } from '@countersign/contracts/words/time';
import { ProgramClock } from '../platform/program-clock';
import { Session } from '../platform/session';
import { Icon, type IconName } from '../ui/icon';
import { SignatureBlocks } from './signature-blocks';

/** In these a sign-off stands for something today. */
const held: readonly SignOffView['state'][] = ['signed', 'lapsed', 'suspended'];

interface Offer {
  readonly act: SignOffAct;
  readonly label: string;
  readonly icon?: IconName;
  /** Stands back behind the others. */
  readonly quiet?: true;
}

/** In the order in which they are offered; what decides on changed evidence is equal, and none is filled. */
const offers: readonly Offer[] = [
  { act: 'keep', label: 'Keep it, with a reason' },
  { act: 'renew', label: 'Ask for new signatures' },
  { act: 'suspend', label: 'Suspend until reviewed' },
  { act: 'reinstate', label: 'End the suspension' },
  { act: 'revoke', label: 'Revoke, with a reason', quiet: true },
  { act: 'withdraw', label: 'Withdraw the request', icon: 'return' },
];

/** Where a sign-off stands that the reader does not sign now: its signatures, what ended it, and what may be done. */
@Component({
  selector: 'cs-sign-off-standing',
  imports: [Icon, RouterLink, SignatureBlocks],
  templateUrl: './sign-off-standing.html',
  styles: `
    :host,
    dl {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--cs-4);
    }
    .cs-button {
      width: 100%;
      min-height: var(--cs-touch-main);
    }
    .acts {
      display: grid;
      gap: var(--cs-3);
    }
    blockquote {
      margin: 0;
      padding-inline-start: 0.75rem;
      border-inline-start: 3px solid var(--cs-line);
      overflow-wrap: anywhere;
    }
    .more {
      display: inline-flex;
      align-items: center;
      min-height: var(--cs-touch);
    }
  `,
})
export class SignOffStanding {
  readonly #clock = inject(ProgramClock);
  readonly #session = inject(Session);

  readonly signOff = input.required<SignOffView>();
  readonly busy = input(false);
  readonly act = output<SignOffAct>();

  protected readonly sentence = computed(() => askedSentence(this.signOff()));
  /** What is not in force must not read as if it were. */
  protected readonly lead = computed(() => {
    const { state, turn } = this.signOff();
    if (turn !== undefined) return 'Asked for:';
    return state === 'signed' ? undefined : 'Not in force:';
  });
  protected readonly end = computed(() => {
    const { end } = this.signOff();
    return (
      end && {
        by: personInWords(end.by),
        at: instantFull(end.at, this.#clock.timeZone()),
        reason: end.reasonCode === undefined ? undefined : declineReasonWords[end.reasonCode],
        text: end.text,
      }
    );
  });
  protected readonly current = computed(() => {
    const { currentThroughOn } = this.signOff();
    return currentThroughOn === undefined ? undefined : dayFull(currentThroughOn);
  });
  /** Where a version followed the one that was signed: what it stands for today. */
  protected readonly today = computed(() => {
    const { competencyId, standsAs, state, setVersion } = this.signOff();
    if (!held.includes(state) || standsAs.some((one) => one.competencyId === competencyId)) return undefined;
    const titles = allOf(standsAs.map(({ title }) => title));
    return titles === ''
      ? `Signed under version ${setVersion}. Nothing in the requirements of today continues it, so that it permits nothing.`
      : `Signed under version ${setVersion}; it stands for ${titles} in the requirements of today.`;
  });
  protected readonly offers = computed(() => {
    const { acts } = this.signOff();
    const own: readonly Offer[] =
      acts.includes('decline') && !acts.includes('sign')
        ? [{ act: 'decline', label: 'Take back, with a reason', icon: 'return' }]
        : [];
    return [...offers.filter(({ act }) => acts.includes(act)), ...own];
  });
  protected readonly evidence = computed(() => {
    const { id, fellow, competencyId } = this.signOff();
    return this.#session.role() === 'supervisor'
      ? ['/sign-offs', id, 'evidence']
      : ['/fellows', fellow.id, 'competencies', competencyId];
  });

  /** The page as it is, with the signatures. */
  protected print(): void {
    globalThis.print();
  }
}
