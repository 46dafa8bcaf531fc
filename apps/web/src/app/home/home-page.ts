import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readProgress } from '@countersign/contracts/competencies/endpoints';
import type { EntryQuery } from '@countersign/contracts/entries/bodies';
import { listEntries } from '@countersign/contracts/entries/endpoints';
import type { EntryLineView, EntryPageView } from '@countersign/contracts/entries/views';
import { counted } from '@countersign/contracts/words/count';
import { ageText } from '@countersign/contracts/words/time';
import { OwnCorrections } from '../corrections/own-corrections';
import { EntryLine } from '../entries/entry-line';
import { waitsFor } from '../entries/waits-for';
import type { Read } from '../platform/api';
import { ageInDays } from '../platform/dates';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Session } from '../platform/session';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { VolumeBar } from '../ui/volume-bar';
import { ExpiryNote } from '../qualifications/expiry-note';
import { ReturnedEntry } from './returned-entry';

type List = Read<EntryPageView>;

/** Entries that wait for one supervisor. */
interface WaitingOf {
  readonly name: string;
  readonly count: string;
  readonly oldest: string;
}

/** A fellow's start page: what came back first, then drafts, what waits and for whom, and what to look for next. */
@Component({
  selector: 'cs-home-page',
  imports: [
    EmptyState,
    EntryLine,
    ExpiryNote,
    Icon,
    Loading,
    OwnCorrections,
    ReturnedEntry,
    RouterLink,
    VolumeBar,
  ],
  templateUrl: './home-page.html',
  styleUrl: './home-page.css',
})
export class HomePage {
  readonly #api = inject(ProgramApi);

  readonly #clock = inject(ProgramClock);
  protected readonly fellowId = inject(Session).personId;
  protected readonly progress = this.#api.read(readProgress, () => {
    const fellowId = this.fellowId();
    return fellowId === undefined ? undefined : { params: { fellowId } };
  });
  protected readonly returned = this.#list({ state: 'returned' });
  protected readonly amendmentsBack = this.#list({ amendment: 'returned' });
  protected readonly drafts = this.#list({ state: 'draft' });
  protected readonly submitted = this.#list({ state: 'submitted' });
  protected readonly amended = this.#list({ amendment: 'waiting' });
  protected readonly reads = [
    this.progress,
    this.returned,
    this.amendmentsBack,
    this.drafts,
    this.submitted,
    this.amended,
  ];

  protected readonly standing = this.progress.view;
  protected readonly isNew = computed(() => {
    const standing = this.standing();
    return standing && standing.approved + standing.waiting + standing.returned + standing.drafts === 0;
  });
  protected readonly returnedLines = computed(() => [
    ...this.#lines(this.returned),
    ...this.#lines(this.amendmentsBack),
  ]);
  protected readonly draftLines = computed(() => this.#lines(this.drafts));
  readonly #waitingLines = computed(() => [...this.#lines(this.submitted), ...this.#lines(this.amended)]);
  protected readonly amendedTotal = computed(() => totalOf(this.amended));
  protected readonly waitingTotal = computed(() => totalOf(this.submitted) + this.amendedTotal());
  protected readonly waitsFor = computed(() => bySupervisor(this.#waitingLines(), this.#clock.now()));
  protected readonly areAllListed = computed(() => this.#waitingLines().length === this.waitingTotal());
  protected readonly waitingHeading = computed(
    () => `${counted(this.waitingTotal(), 'entry waits', 'entries wait')} for approval`,
  );
  protected readonly draftsHeading = computed(() => counted(totalOf(this.drafts), 'draft', 'drafts'));
  protected readonly returnedHeading = computed(() => {
    const count = totalOf(this.returned) + totalOf(this.amendmentsBack);
    return count === 1 ? 'One entry came back to you' : `${count} entries came back to you`;
  });

  /** What is furthest from its target; nothing when every count is met. */
  protected readonly emptiest = computed(() => {
    const open = (this.standing()?.competencies ?? []).filter(({ approved, need }) => approved < need);
    return open.toSorted((one, other) => one.approved / one.need - other.approved / other.need).slice(0, 3);
  });

  #list(which: Pick<EntryQuery, 'state' | 'amendment'>) {
    return this.#api.read(listEntries, () => {
      const fellowId = this.fellowId();
      return fellowId === undefined ? undefined : { query: { fellowId, ...which } };
    });
  }

  #lines(list: List): readonly EntryLineView[] {
    return list.view()?.entries ?? [];
  }
}

function totalOf(list: List): number {
  return list.view()?.total ?? 0;
}

/** For whom entries wait, and since when; who has the oldest comes first. */
function bySupervisor(lines: readonly EntryLineView[], now: number): readonly WaitingOf[] {
  const groups = new Map<string, number[]>();
  for (const { name, since } of lines.flatMap((line) => waitsFor(line) ?? [])) {
    groups.set(name, [...(groups.get(name) ?? []), since]);
  }
  return [...groups]
    .map(([name, sent]) => ({
      name,
      oldestAt: Math.min(...sent),
      count: counted(sent.length, 'entry', 'entries'),
    }))
    .sort((one, other) => one.oldestAt - other.oldestAt)
    .map(({ name, count, oldestAt }) => ({ name, count, oldest: ageText(ageInDays(oldestAt, now)) }));
}
