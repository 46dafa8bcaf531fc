import { Component, computed, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readDashboard } from '@countersign/contracts/dashboards/endpoints';
import { readStoppedTexts } from '@countersign/contracts/entries/endpoints';
import { readSignOffs } from '@countersign/contracts/sign-offs/endpoints';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import { competenceRuleInWords } from '@countersign/contracts/words/competence';
import { competencyFinding, groupFinding } from '@countersign/contracts/words/dashboard';
import { counted } from '@countersign/contracts/words/count';
import { ageText, clockTime, dayFull } from '@countersign/contracts/words/time';
import { ContestedNote } from '../corrections/contested-note';
import { ProgramClock } from '../platform/program-clock';
import { ProgramApi } from '../platform/program-api';
import { saveFile } from '../platform/save-file';
import { Session } from '../platform/session';
import { CatalogueNote } from '../ui/catalogue-note';
import { SignOffsWaitNote } from '../sign-offs/sign-offs-wait-note';
import { EmptyState } from '../ui/empty-state';
import type { Choice } from '../ui/fields/choice-chips';
import { ViewChips } from '../ui/fields/view-chips';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { SetNote } from '../ui/set-note';
import { ApprovalPanel } from './approval-panel';
import { CompetencyTable } from './competency-table';
import { competencyCsv, groupCsv } from './dashboard-csv';
import { EditionNote } from './edition-note';
import { FellowCards } from './fellow-cards';
import { GroupTable } from './group-table';
import { HeatGrid } from './heat-grid';

const REFRESH_MS = 60_000;

type Look = 'map' | 'table' | 'groups';

/** The director’s page: who has done what, how sure that is, what waits and for whom. It follows the program by itself. */
@Component({
  selector: 'cs-program-page',
  imports: [
    ApprovalPanel,
    CatalogueNote,
    CompetencyTable,
    ContestedNote,
    EmptyState,
    EditionNote,
    FellowCards,
    GroupTable,
    HeatGrid,
    Icon,
    Loading,
    RouterLink,
    SetNote,
    SignOffsWaitNote,
    ViewChips,
  ],
  templateUrl: './program-page.html',
  styleUrl: './program-page.css',
})
export class ProgramPage {
  readonly #document = inject(DOCUMENT);
  readonly #clock = inject(ProgramClock);

  protected readonly lightInWords = competenceRuleInWords;
  protected readonly read = inject(ProgramApi).read(readDashboard, () => ({}));
  protected readonly view = this.read.view;
  readonly #signOffsRead = inject(ProgramApi).read(readSignOffs, () => ({ query: {} }));
  /** What is signed; the numbers do not wait for it. */
  protected readonly signOffs = computed(() => this.#signOffsRead.view()?.signOffs ?? []);
  readonly #session = inject(Session);
  /** Kept texts that the privacy guard would stop today; they are the director's to look at. */
  readonly #stopped = inject(ProgramApi).read(readStoppedTexts, () =>
    this.#session.role() === 'director' ? {} : undefined,
  );
  protected readonly stopped = computed(() => {
    const total = this.#stopped.view()?.total ?? 0;
    return total === 0 ? undefined : counted(total, 'kept text', 'kept texts');
  });
  protected readonly look = signal<Look>('map');
  protected readonly looks: readonly Choice<Look>[] = [
    { value: 'map', name: 'Map' },
    { value: 'table', name: 'Table' },
    { value: 'groups', name: 'Groups' },
  ];
  protected readonly title = computed(() => {
    const view = this.view();
    if (!view) return '';
    return this.look() === 'groups' ? groupFinding(view) : competencyFinding(view);
  });
  protected readonly order = computed(() =>
    this.look() === 'groups'
      ? 'Groups: as in the catalogue. Fellows: by name.'
      : 'Competencies: emptiest first. Fellows: by name.',
  );
  protected readonly facts = computed(() => {
    const view = this.view();
    if (!view) return [];
    const sum = (of: 'approved' | 'waiting') => view.fellows.reduce((total, row) => total + row[of], 0);
    return [
      `As of ${dayFull(view.asOfOn)}, ${clockTime(view.asOf, this.#clock.timeZone())}`,
      counted(view.fellows.length, 'fellow', 'fellows'),
      `${sum('approved').toLocaleString()} approved`,
      `${sum('waiting').toLocaleString()} waiting`,
    ];
  });
  protected readonly fellowCount = (fellows: number): string => counted(fellows, 'fellow', 'fellows');
  protected readonly age = ageText;

  constructor() {
    const timer = setInterval(() => {
      if (this.#document.visibilityState === 'visible' && !this.read.isLoading()) this.#reload();
    }, REFRESH_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  #reload(): void {
    this.read.reload();
    this.#signOffsRead.reload();
  }

  /** Saves the numbers that are shown, the groups or the competencies. */
  protected download(view: DashboardView): void {
    const [name, text] =
      this.look() === 'groups'
        ? ['procedure-groups', groupCsv(view)]
        : ['competencies', competencyCsv(view, this.signOffs())];
    const file = new Blob([text], { type: 'text/csv;charset=utf-8' });
    saveFile(this.#document, `${name}-${view.asOfOn}.csv`, file);
  }
}
