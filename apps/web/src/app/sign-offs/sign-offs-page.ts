import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readSignOffs } from '@countersign/contracts/sign-offs/endpoints';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { counted } from '@countersign/contracts/words/count';
import { personInWords } from '@countersign/contracts/words/person';
import { placeInWords, signOffStandingWords } from '@countersign/contracts/words/sign-off';
import { dayFull } from '@countersign/contracts/words/time';
import { InAddress } from '../platform/in-address';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Session } from '../platform/session';
import { EmptyState } from '../ui/empty-state';
import type { Choice } from '../ui/fields/choice-chips';
import { ViewChips } from '../ui/fields/view-chips';
import { Icon, type IconName } from '../ui/icon';
import { Loading } from '../ui/loading';
import { SaveTables } from '../ui/save-tables';
import { signOffsTables } from './sign-offs-tables';

/** What a list can be narrowed to. */
type Filter = 'asked' | 'signed' | 'lapsed' | 'suspended' | 'revoked' | 'flagged';

const isPending = ({ state }: SignOffView): boolean => state === 'asked' || state === 'partly-signed';

const filters: Readonly<Record<Filter, (signOff: SignOffView) => boolean>> = {
  asked: isPending,
  signed: ({ state }) => state === 'signed',
  lapsed: ({ state }) => state === 'lapsed',
  suspended: ({ state }) => state === 'suspended',
  revoked: ({ state }) => state === 'revoked',
  flagged: ({ flaggedAt }) => flaggedAt !== undefined,
};
const choices: readonly Choice<Filter | 'all'>[] = [
  { value: 'all', name: 'All' },
  { value: 'asked', name: 'Asked' },
  { value: 'signed', name: 'Signed' },
  { value: 'lapsed', name: 'Lapsed' },
  { value: 'suspended', name: 'Suspended' },
  { value: 'revoked', name: 'Revoked' },
  { value: 'flagged', name: 'Evidence changed' },
];

interface Section {
  readonly title: string;
  readonly of: (signOff: SignOffView) => boolean;
}

/** In this order, each sign-off in the first that it belongs to. */
const sections: readonly Section[] = [
  { title: 'Wait for you', of: ({ waitsForMe }) => waitsForMe },
  { title: 'Wait for others', of: isPending },
  { title: 'Signed', of: filters.signed },
  { title: 'Lapsed or suspended', of: ({ state }) => state === 'lapsed' || state === 'suspended' },
  { title: 'Ended', of: () => true },
];

const icons: Readonly<Partial<Record<SignOffView['state'], IconName>>> = {
  asked: 'clock',
  'partly-signed': 'check',
  signed: 'checks',
  lapsed: 'late',
  suspended: 'warning',
};

/** Sign-offs that the reader may see: what waits for the reader first; filters stand in the address. */
@Component({
  selector: 'cs-sign-offs-page',
  imports: [EmptyState, Icon, Loading, RouterLink, SaveTables, ViewChips],
  templateUrl: './sign-offs-page.html',
  styleUrl: './sign-offs-page.css',
})
export class SignOffsPage {
  readonly #clock = inject(ProgramClock);
  readonly #address = inject(InAddress);
  readonly #session = inject(Session);

  readonly state = input<string>();

  protected readonly read = inject(ProgramApi).read(readSignOffs, () => ({ query: {} }));
  protected readonly chosen = computed<Filter | undefined>(() => {
    const state = this.state();
    return choices.find(({ value }) => value === state && value !== 'all')?.value as Filter | undefined;
  });
  protected readonly all = computed(() => this.read.view()?.signOffs ?? []);
  protected readonly shown = computed(() => {
    const chosen = this.chosen();
    return chosen === undefined ? this.all() : this.all().filter(filters[chosen]);
  });
  protected readonly sections = computed(() => {
    const rest = new Set(this.shown());
    return sections
      .map(({ title, of }) => {
        const own = [...rest].filter(of);
        for (const one of own) rest.delete(one);
        return { title, lines: own.map((one) => this.#lineOf(one)) };
      })
      .filter(({ lines }) => lines.length > 0);
  });
  protected readonly waits = computed(() => {
    const waiting = this.read.view()?.waiting ?? 0;
    return waiting === 0 ? undefined : `${counted(waiting, 'waits', 'wait')} for you`;
  });
  protected readonly isFellow = computed(() => this.#session.role() === 'fellow');
  protected readonly hasFilters = computed(() =>
    ['director', 'coordinator'].includes(this.#session.role() ?? ''),
  );
  protected readonly choices = choices;
  protected readonly today = this.#clock.today;
  /** What is shown, with every signature. */
  protected readonly tables = signOffsTables;

  protected narrow(state: Filter | 'all'): void {
    this.#address.choose({ state: state === 'all' ? null : state });
  }

  #lineOf(signOff: SignOffView) {
    const { id, title, fellow, state, demonstration, flaggedAt, waitsForMe } = signOff;
    return {
      id,
      title,
      fellow: this.isFellow() ? undefined : personInWords(fellow),
      said: this.#saidOf(signOff),
      word: signOffStandingWords[state],
      icon: waitsForMe ? 'edit' : (icons[state] ?? 'void'),
      isFlagged: flaggedAt !== undefined,
      demonstration,
    } as const;
  }

  #saidOf(signOff: SignOffView): string {
    const { state, askedAt, signedAt, order, signatures, end, currentThroughOn } = signOff;
    const on = (at: number) => dayFull(this.#clock.dayOf(at));
    if (isPending(signOff)) return `asked ${on(askedAt)}, ${placeInWords(order, signatures.length)} is next`;
    const signed = signedAt === undefined ? `asked ${on(askedAt)}` : `signed ${on(signedAt)}`;
    if (end !== undefined) return `${signed}, ${state === 'suspended' ? state : 'ended'} ${on(end.at)}`;
    return currentThroughOn === undefined
      ? signed
      : `${signed}, current through ${dayFull(currentThroughOn)}`;
  }
}
