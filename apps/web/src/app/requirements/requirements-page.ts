import { Component, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  exportRequirementSet,
  publishRequirementSet,
  readRequirementSets,
  removeRequirementDraft,
} from '@countersign/contracts/requirements/endpoints';
import type { DraftLineView, RequirementSetsView } from '@countersign/contracts/requirements/views';
import { counted } from '@countersign/contracts/words/count';
import { dayFull } from '@countersign/contracts/words/time';
import { urlOf } from '../platform/api';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { AskDialog } from '../ui/ask-dialog';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { CohortTable } from './cohort-table';
import { PublishForm, type Publishing } from './publish-form';
import { SetLine } from './set-line';

/** What competencies are measured by: versions, drafts, and whom each binds. */
@Component({
  selector: 'cs-requirements-page',
  imports: [AskDialog, CohortTable, Loading, ProblemNote, PublishForm, RouterLink, SetLine],
  templateUrl: './requirements-page.html',
  styleUrl: './requirements-page.css',
})
export class RequirementsPage {
  readonly #api = inject(ProgramApi);
  readonly #session = inject(Session);
  readonly #clock = inject(ProgramClock);
  private readonly removing = viewChild.required(AskDialog);

  protected readonly read = this.#api.read(readRequirementSets, () => ({}));
  protected readonly view = this.read.view;
  protected readonly sending = new Sending();
  protected readonly isDirector = computed(() => this.#session.role() === 'director');
  protected readonly mayDraft = computed(() => this.view()?.drafts !== undefined);
  /** The draft whose form of publishing is open: the one of the address, until another is. */
  readonly publish = input<string>();
  protected readonly publishing = linkedSignal(() => this.publish() ?? '');
  protected readonly asked = signal<DraftLineView | undefined>(undefined);
  protected readonly cohorts = computed(() => {
    const { published = [], fellows = [] } = this.view() ?? {};
    const named = [...published, ...fellows].flatMap(({ cohort }) => (cohort === undefined ? [] : [cohort]));
    return [...new Set(named)].sort();
  });
  protected readonly day = dayFull;
  protected readonly competencyCount = (count: number): string =>
    counted(count, 'competency', 'competencies');

  protected dayOf(instant: number): string {
    return dayFull(this.#clock.dayOf(instant));
  }

  protected fileOf({ id }: { readonly id: string }): string {
    return urlOf(exportRequirementSet, { programId: this.#session.programId(), setRowId: id });
  }

  protected show(view: RequirementSetsView): void {
    this.read.set(view);
  }

  protected async send({ id, revision }: DraftLineView, body: Publishing): Promise<void> {
    const request = { params: { draftId: id }, ifMatch: revision, body };
    const view = await this.sending.send(() => this.#api.call(publishRequirementSet, request));
    if (!view) return;
    this.publishing.set('');
    this.show(view);
  }

  protected async remove(draft: DraftLineView): Promise<void> {
    this.asked.set(draft);
    if ((await this.removing().ask()) !== 'remove') return;
    const request = { params: { draftId: draft.id }, ifMatch: draft.revision };
    const view = await this.sending.send(() => this.#api.call(removeRequirementDraft, request));
    if (view) this.show(view);
  }
}
