import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { leavesOf, type Competency } from '@countersign/domain/competency';
import {
  draftRequirementSet,
  exportRequirementSet,
  readRequirementSets,
  redraftRequirementSet,
} from '@countersign/contracts/requirements/endpoints';
import { instantFull } from '@countersign/contracts/words/time';
import type { HoldsUnsaved } from '../platform/keep-unsaved';
import { partOfAddress } from '../platform/in-address';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';
import { CompetencyEditor } from './competency-editor';
import {
  moved,
  newCompetency,
  nextOf,
  withCompetency,
  without,
  withSourced,
  type EditedSet,
} from './edited-set';
import { LiveExample } from './live-example';
import { RatingOddsPanel } from './rating-odds-panel';
import { SetHead } from './set-head';
import { SetTrial } from './set-trial';
import { TrialResult } from './trial-result';

/** Steps that can be taken back. */
const MOST_STEPS = 100;

/** Requirements in plain sentences, with what they would say of the fellows beside them; kept as a draft, which binds nobody. */
@Component({
  selector: 'cs-edit-page',
  imports: [
    ...[CompetencyEditor, Icon, LiveExample, ProblemNote, RatingOddsPanel, RouterLink, SetHead],
    TrialResult,
  ],
  providers: [SetTrial],
  host: { '(window:beforeunload)': 'onUnload($event)' },
  templateUrl: './edit-page.html',
  styleUrl: './edit-page.css',
})
export class EditPage implements HoldsUnsaved {
  readonly #api = inject(ProgramApi);
  readonly #router = inject(Router);
  readonly #clock = inject(ProgramClock);
  readonly #session = inject(Session);
  protected readonly trial = inject(SetTrial);

  /** The draft that is changed. */
  readonly draft = input<string>();
  /** The published set that a new draft starts from. */
  readonly from = input<string>();
  /** A published number that is taken into the draft. */
  readonly take = input<string>();

  readonly #sets = this.#api.read(readRequirementSets, () => ({}));
  protected readonly isDirector = computed(() => this.#session.role() === 'director');
  protected readonly getting = new Sending();
  protected readonly saving = new Sending();
  protected readonly set = signal<EditedSet | undefined>(undefined);
  /** What was before each change, the newest last. */
  readonly #before = signal<readonly EditedSet[]>([]);
  protected readonly mayUndo = computed(() => this.#before().length > 0);
  readonly #saved = signal<EditedSet | undefined>(undefined);
  protected readonly isUnsaved = computed(() => this.set() !== undefined && this.set() !== this.#saved());
  /** Of the draft as it was read or saved last. */
  readonly #revision = signal<number | undefined>(undefined);
  protected readonly said = signal('');
  readonly #at = partOfAddress('at', '0');
  /** Which competency is open, from 0. */
  protected readonly place = computed(() => Math.max(0, Math.trunc(Number(this.#at())) || 0));
  protected readonly competency = computed(() => this.set()?.competencies[this.place()]);
  /** The first rule about ratings, also within another. */
  protected readonly rated = computed(() => {
    const leaves = (this.competency()?.rules ?? []).flatMap((rule) => leavesOf(rule));
    const found = leaves.find(({ rule: { kind } }) => kind === 'rating-last-n' || kind === 'rating-share');
    return found?.rule;
  });
  /** Somebody else saved meanwhile: who, and when. */
  protected readonly conflict = computed(() => {
    if (this.saving.problem()?.code !== 'requirement/draft-changed') return undefined;
    const now = this.#sets.view()?.drafts?.find(({ id }) => id === this.draft());
    return (
      now && { by: now.savedBy, at: instantFull(now.savedAt, this.#clock.timeZone()), revision: now.revision }
    );
  });
  protected readonly cohorts = computed(() => {
    const { published = [], fellows = [], drafts = [] } = this.#sets.view() ?? {};
    const named = [...published, ...drafts, ...fellows].flatMap(({ cohort }) => cohort ?? []);
    return [...new Set(named)].sort();
  });

  constructor() {
    effect(() => {
      const [draft, from] = [this.draft(), this.from()];
      const row = draft ?? from;
      if (row !== undefined) untracked(() => void this.#open(row, draft !== undefined));
    });
    effect(() => {
      // The revision that the person saw is the one with which the page was opened, not a later one.
      const known = this.#sets.view()?.drafts?.find(({ id }) => id === this.draft());
      if (known && untracked(this.#revision) === undefined) this.#revision.set(known.revision);
    });
  }

  mayLeave(): boolean {
    return !this.isUnsaved() || confirm('Leave without saving this draft?');
  }

  protected onUnload(event: BeforeUnloadEvent): void {
    if (this.isUnsaved()) event.preventDefault();
  }

  protected change(next: EditedSet, said = ''): void {
    const before = this.set();
    if (before === undefined || next === before) return;
    this.#before.update((all) => [...all, before].slice(-MOST_STEPS));
    this.#show(next, said);
  }

  protected undo(): void {
    const last = this.#before().at(-1);
    if (last === undefined) return;
    this.#before.update((all) => all.slice(0, -1));
    this.#show(last, 'Taken back.');
    this.open(Math.min(this.place(), last.competencies.length - 1));
  }

  protected changeCompetency(change: Partial<Competency>, said = ''): void {
    const set = this.set();
    if (set) this.change(withCompetency(set, this.place(), change), said);
  }

  protected open(place: number): void {
    this.#at.set(String(place));
  }

  protected add(): void {
    const set = this.set();
    if (!set) return;
    this.change({ ...set, competencies: [...set.competencies, newCompetency(set)] }, 'Added a competency.');
    this.open(set.competencies.length);
  }

  protected remove(): void {
    const [set, one] = [this.set(), this.competency()];
    if (!set || !one) return;
    this.change(
      { ...set, competencies: without(set.competencies, this.place()) },
      `Removed ${one.title || 'the competency'}. Undo brings it back.`,
    );
    this.open(Math.max(0, Math.min(this.place(), set.competencies.length - 2)));
  }

  protected move(by: number): void {
    const set = this.set();
    if (!set) return;
    const to = this.place() + by;
    const competencies = moved(set.competencies, this.place(), to);
    if (competencies === set.competencies) return;
    this.change({ ...set, competencies }, `Moved to place ${to + 1}.`);
    this.open(to);
  }

  protected async save(revision = this.#revision()): Promise<boolean> {
    const [set, draftId] = [this.set(), this.draft()];
    // Until it is known which state of the draft was opened, nothing is written over it.
    if (!set || (draftId !== undefined && revision === undefined)) return false;
    const body = { set };
    const view = await this.saving.send(() =>
      draftId === undefined || revision === undefined
        ? this.#api.call(draftRequirementSet, { body })
        : this.#api.call(redraftRequirementSet, { params: { draftId }, ifMatch: revision, body }),
    );
    if (!view) {
      if (this.saving.isOutdated()) this.#sets.reload();
      return false;
    }
    this.#saved.set(set);
    this.#sets.set(view);
    const kept = view.drafts?.find(({ id }) => id === draftId) ?? view.drafts?.[0];
    this.#revision.set(kept?.revision);
    this.said.set('Saved as a draft.');
    if (draftId === undefined && kept)
      await this.#router.navigate(['/requirements/edit'], {
        ...{ queryParams: { draft: kept.id, from: null, take: null }, queryParamsHandling: 'merge' },
        replaceUrl: true,
      });
    return true;
  }

  /** What the other editor saved, in the place of what is on the page. */
  protected async takeTheirs(): Promise<void> {
    const draft = this.draft();
    if (draft === undefined) return;
    this.#revision.set(this.conflict()?.revision);
    this.saving.forget();
    this.#saved.set(undefined);
    this.set.set(undefined);
    await this.#open(draft, true);
  }

  protected async publish(): Promise<void> {
    if (this.isUnsaved() && !(await this.save())) return;
    await this.#router.navigate(['/requirements'], { queryParams: { publish: this.draft() } });
  }

  #show(set: EditedSet, said: string): void {
    this.set.set(set);
    this.said.set(said);
    this.trial.changed(set);
  }

  async #open(setRowId: string, isDraft: boolean): Promise<void> {
    if (this.set() !== undefined) return;
    const bytes = await this.getting.send(() =>
      this.#api.bytes(exportRequirementSet, { params: { setRowId } }),
    );
    if (!bytes) return;
    const read = JSON.parse(
      new TextDecoder().decode(bytes),
      (_, value: unknown) => value ?? undefined,
    ) as EditedSet;
    const set = isDraft ? read : withSourced(nextOf(read), this.take());
    this.#before.set([]);
    if (isDraft) this.#saved.set(set);
    if (!isDraft && this.take() !== undefined) this.open(set.competencies.length - 1);
    this.#show(set, '');
  }
}
