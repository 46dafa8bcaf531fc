import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import {
  answerDelegation,
  endDelegation,
  offerDelegation,
  readDelegations,
} from '@countersign/contracts/delegations/endpoints';
import type { DelegationsView, DelegationView } from '@countersign/contracts/delegations/views';
import { delegationInWords, delegationStateWords } from '@countersign/contracts/words/delegation';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { EmptyState } from '../ui/empty-state';
import { Days } from '../ui/fields/days';
import { Field, FieldControl } from '../ui/fields/field';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';

/** Who decides in whose name: offer, accept or decline, end. Director and coordinator see all of the program. */
@Component({
  selector: 'cs-standing-in-page',
  imports: [Days, EmptyState, Field, FieldControl, Icon, Loading, ProblemNote],
  templateUrl: './standing-in-page.html',
  styleUrl: './standing-in-page.css',
})
export class StandingInPage {
  readonly #api = inject(ProgramApi);
  readonly #session = inject(Session);

  protected readonly first = this.#api.read(readDelegations, () => ({}));
  protected readonly view = linkedSignal(() => this.first.view());
  protected readonly sending = new Sending();
  protected readonly acting = new Sending();
  protected readonly supervisorId = signal<string | undefined>(undefined);
  protected readonly delegateId = signal('');
  protected readonly fromOn = linkedSignal(() => this.view()?.today ?? '');
  protected readonly toOn = signal('');
  protected readonly tried = signal(false);

  protected readonly stateWords = delegationStateWords;
  protected readonly inWords = delegationInWords;

  readonly #me = computed(() => this.#session.personId() ?? '');
  /** For whom: the reader where the reader supervises, else whoever is chosen. */
  protected readonly forId = computed(() => this.supervisorId() ?? (this.isSupervisor() ? this.#me() : ''));
  protected readonly isSupervisor = computed(() => this.#session.roles().includes('supervisor'));
  protected readonly choices = computed(() =>
    (this.view()?.supervisors ?? []).filter(({ id }) => id !== this.forId()),
  );
  protected readonly open = computed(() => this.#those('offered', 'accepted'));
  protected readonly past = computed(() => this.#those('declined', 'ended', 'over'));

  #those(...states: readonly DelegationView['state'][]): readonly DelegationView[] {
    return (this.view()?.delegations ?? []).filter(({ state }) => states.includes(state));
  }

  protected note(pointer: string, missing: boolean, words: string): string | undefined {
    return this.sending.noteAt(pointer) ?? (this.tried() && missing ? words : undefined);
  }

  protected valueOf(event: Event): string {
    const { target } = event;
    return target instanceof HTMLSelectElement || target instanceof HTMLInputElement ? target.value : '';
  }

  protected async offer(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const [supervisorId, delegateId, fromOn, toOn] = [
      this.forId(),
      this.delegateId(),
      this.fromOn(),
      this.toOn(),
    ];
    if ([supervisorId, delegateId, fromOn, toOn].includes('')) return;
    const body = { id: this.sending.id, supervisorId, delegateId, fromOn, toOn };
    const view = await this.sending.send(() => this.#api.call(offerDelegation, { body }));
    if (!view) return;
    this.view.set(view);
    this.delegateId.set('');
    this.toOn.set('');
    this.tried.set(false);
  }

  protected answer({ id: delegationId }: DelegationView, kind: 'accepted' | 'declined'): Promise<void> {
    return this.#act(() => this.#api.call(answerDelegation, { params: { delegationId }, body: { kind } }));
  }

  protected end({ id: delegationId }: DelegationView): Promise<void> {
    return this.#act(() => this.#api.call(endDelegation, { params: { delegationId } }));
  }

  async #act(call: () => Promise<DelegationsView>): Promise<void> {
    const view = await this.acting.send(call);
    if (view) this.view.set(view);
  }
}
