import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readWaiting, reassign, setFallback } from '@countersign/contracts/reviews/waiting-endpoints';
import type { WaitingEntryView, WaitingListView } from '@countersign/contracts/reviews/waiting-views';
import { counted } from '@countersign/contracts/words/count';
import { personInWords } from '@countersign/contracts/words/person';
import { ageText, dayShort } from '@countersign/contracts/words/time';
import { ageInDays } from '../platform/dates';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import type { Tables } from '../platform/tables';
import { EmptyState } from '../ui/empty-state';
import { Field, FieldControl } from '../ui/fields/field';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { PersonName } from '../ui/person-name';
import { SaveTables } from '../ui/save-tables';
import { waitingTables } from './waiting-tables';

/** What waits, by the supervisor for whom it waits: chosen entries are handed over to another one by one act. */
@Component({
  selector: 'cs-waiting-page',
  imports: [PersonName, EmptyState, Field, FieldControl, Icon, Loading, ProblemNote, RouterLink, SaveTables],
  templateUrl: './waiting-page.html',
  styleUrl: './waiting-page.css',
})
export class WaitingPage {
  readonly #api = inject(ProgramApi);
  readonly #clock = inject(ProgramClock);
  readonly #session = inject(Session);

  protected readonly first = this.#api.read(readWaiting, () => ({}));
  protected readonly view = linkedSignal(() => this.first.view());
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly toId = signal('');
  protected readonly tried = signal(false);
  protected readonly handing = new Sending();
  protected readonly setting = new Sending();
  protected readonly isDirector = computed(() => this.#session.roles().includes('director'));
  protected readonly fallbackId = linkedSignal(() => this.view()?.fallback?.person.id ?? '');
  protected readonly fallbackDays = linkedSignal(() => this.view()?.fallback?.afterDays ?? 14);

  readonly #entries = computed(() => (this.view()?.groups ?? []).flatMap(({ entries }) => entries));
  protected readonly picked = computed(() => this.#entries().filter(({ id }) => this.chosen().has(id)));
  protected readonly heading = computed(() => counted(this.#entries().length, 'entry waits', 'entries wait'));
  protected readonly handText = computed(() =>
    this.picked().length === 0 ? 'Choose entries to hand over' : `Hand over these ${this.picked().length}`,
  );
  protected readonly personInWords = personInWords;
  protected readonly today = this.#clock.today;
  protected readonly tables = (view: WaitingListView): Tables => waitingTables(view, this.#clock.now());

  protected aged({ submittedAt }: WaitingEntryView): string {
    return ageText(ageInDays(submittedAt, this.#clock.now()));
  }

  protected lineOf({ itemNames, performedOn, named }: WaitingEntryView): string {
    const from = named === undefined ? [] : [`handed over from ${personInWords(named)}`];
    return [itemNames.join(', '), dayShort(performedOn, this.#clock.today()), ...from].join(' · ');
  }

  protected choose(ids: readonly string[], on: boolean): void {
    this.chosen.update((chosen) => {
      const after = new Set(chosen);
      for (const id of ids)
        if (on) after.add(id);
        else after.delete(id);
      return after;
    });
  }

  protected areChosen(entries: readonly WaitingEntryView[]): boolean {
    return entries.every(({ id }) => this.chosen().has(id));
  }

  protected idsOf(entries: readonly WaitingEntryView[]): readonly string[] {
    return entries.map(({ id }) => id);
  }

  protected valueOf(event: Event): string {
    const { target } = event;
    return target instanceof HTMLSelectElement || target instanceof HTMLInputElement ? target.value : '';
  }

  protected isOn(event: Event): boolean {
    return event.target instanceof HTMLInputElement && event.target.checked;
  }

  protected async handOver(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const toId = this.toId();
    if (this.picked().length === 0 || toId === '') return;
    const entries = this.picked().map(({ id, revision }) => ({ id, revision, toId }));
    const view = await this.handing.send(() => this.#api.call(reassign, { body: { entries } }));
    if (!view) {
      if (this.handing.isOutdated()) this.first.reload();
      return;
    }
    this.#show(view);
    this.chosen.set(new Set());
    this.tried.set(false);
  }

  protected async setRule(event: Event): Promise<void> {
    event.preventDefault();
    const personId = this.fallbackId();
    const body = personId === '' ? {} : { fallback: { personId, afterDays: this.fallbackDays() } };
    const view = await this.setting.send(() => this.#api.call(setFallback, { body }));
    if (view) this.#show(view);
  }

  #show(view: WaitingListView): void {
    this.view.set(view);
  }
}
