import type { HttpResourceRef } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EntryState } from '@countersign/domain/entry';
import { readProgress } from '@countersign/contracts/dashboards/endpoints';
import { listEntries } from '@countersign/contracts/entries/endpoints';
import type { EntryLineView, EntryPageView } from '@countersign/contracts/entries/views';
import { Api } from '../platform/api';
import { ageInDays, ageText } from '../platform/dates';
import { problemOf } from '../platform/problem';
import { Session } from '../platform/session';
import { counted } from '../platform/words';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';
import { VolumeBar } from '../ui/volume-bar';
import { EntryLine } from './entry-line';
import { ReturnedEntry } from './returned-entry';

/** Entries that wait for one supervisor. */
interface WaitsFor {
  readonly name: string;
  readonly count: string;
  readonly oldest: string;
}

/** A fellow's start page: what came back first, then drafts, what waits and for whom, and what to look for next. */
@Component({
  selector: 'cs-home-page',
  imports: [EmptyState, EntryLine, Icon, ProblemNote, ReturnedEntry, RouterLink, VolumeBar],
  templateUrl: './home-page.html',
  styleUrl: './home-page.css',
})
export class HomePage {
  readonly #api = inject(Api);
  readonly #session = inject(Session);

  protected readonly now = Date.now();
  protected readonly fellowId = computed(() => this.#session.view()?.person.id);
  protected readonly progress = this.#api.resource(readProgress, () => {
    const of = this.#own();
    return of && { params: of };
  });
  protected readonly returned = this.#list('returned');
  protected readonly drafts = this.#list('draft');
  protected readonly submitted = this.#list('submitted');
  protected readonly amended = this.#list('amended');

  protected readonly trouble = computed(() => {
    const error =
      this.progress.error() ?? this.returned.error() ?? this.drafts.error() ?? this.submitted.error();
    return error ? problemOf(error) : null;
  });
  protected readonly standing = computed(() =>
    this.progress.hasValue() ? this.progress.value() : undefined,
  );
  protected readonly isNew = computed(() => {
    const standing = this.standing();
    return standing && standing.approved + standing.waiting + standing.returned + standing.drafts === 0;
  });
  protected readonly returnedLines = computed(() => this.#lines(this.returned));
  protected readonly draftLines = computed(() => this.#lines(this.drafts));
  readonly #waitingLines = computed(() => [...this.#lines(this.submitted), ...this.#lines(this.amended)]);
  protected readonly waitingTotal = computed(
    () =>
      (this.submitted.hasValue() ? this.submitted.value().total : 0) +
      (this.amended.hasValue() ? this.amended.value().total : 0),
  );
  protected readonly waitsFor = computed(() => bySupervisor(this.#waitingLines(), this.now));
  protected readonly areAllListed = computed(() => this.#waitingLines().length === this.waitingTotal());
  protected readonly waitingHeading = computed(
    () => `${counted(this.waitingTotal(), 'entry waits', 'entries wait')} for approval`,
  );
  protected readonly draftsHeading = computed(() =>
    counted(this.drafts.hasValue() ? this.drafts.value().total : 0, 'draft', 'drafts'),
  );
  protected readonly returnedHeading = computed(() => {
    const count = this.returnedLines().length;
    return count === 1 ? 'One entry came back to you' : `${count} entries came back to you`;
  });

  /** What is furthest from its target; nothing when every count is met. */
  protected readonly emptiest = computed(() => {
    const open = (this.standing()?.competencies ?? []).filter(({ approved, need }) => approved < need);
    return open.toSorted((one, other) => one.approved / one.need - other.approved / other.need).slice(0, 3);
  });

  protected reload(): void {
    for (const resource of [this.progress, this.returned, this.drafts, this.submitted, this.amended]) {
      resource.reload();
    }
  }

  #own(): { programId: string; fellowId: string } | undefined {
    const programId = this.#session.programId();
    const fellowId = this.#session.view()?.person.id;
    return programId !== '' && fellowId !== undefined ? { programId, fellowId } : undefined;
  }

  #list(state: EntryState) {
    return this.#api.resource(listEntries, () => {
      const own = this.#own();
      return own && { params: { programId: own.programId }, query: { fellowId: own.fellowId, state } };
    });
  }

  #lines(resource: HttpResourceRef<EntryPageView | undefined>): readonly EntryLineView[] {
    return resource.hasValue() ? resource.value().entries : [];
  }
}

/** For whom entries wait, and since when; who has the oldest comes first. */
function bySupervisor(lines: readonly EntryLineView[], now: number): readonly WaitsFor[] {
  const groups = new Map<string, EntryLineView[]>();
  for (const line of lines) {
    const name = line.supervisor?.name ?? 'nobody yet';
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  return [...groups]
    .map(([name, entries]) => {
      const oldestAt = Math.min(...entries.map(({ submittedAt }) => submittedAt ?? now));
      return { name, oldestAt, count: counted(entries.length, 'entry', 'entries') };
    })
    .sort((one, other) => one.oldestAt - other.oldestAt)
    .map(({ name, count, oldestAt }) => ({ name, count, oldest: ageText(ageInDays(oldestAt, now)) }));
}
