import { Component, computed, DestroyRef, DOCUMENT, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readDashboard } from '@countersign/contracts/dashboards/endpoints';
import { readStoppedTexts } from '@countersign/contracts/entries/endpoints';
import { readSignOffs } from '@countersign/contracts/sign-offs/endpoints';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import { competenceRuleInWords } from '@countersign/contracts/words/competence';
import { competencyFinding, groupFinding } from '@countersign/contracts/words/dashboard';
import { counted } from '@countersign/contracts/words/count';
import { ageText, clockTime } from '@countersign/contracts/words/time';
import { ContestedNote } from '../corrections/contested-note';
import { InAddress } from '../platform/in-address';
import { ProgramClock } from '../platform/program-clock';
import { ProgramApi } from '../platform/program-api';
import { Session } from '../platform/session';
import type { Tables } from '../platform/tables';
import { AsOf, PastDay, pastDayAsked } from '../ui/as-of';
import { CatalogueNote } from '../ui/catalogue-note';
import { SignOffsWaitNote } from '../sign-offs/sign-offs-wait-note';
import { EmptyState } from '../ui/empty-state';
import type { Choice } from '../ui/fields/choice-chips';
import { ViewChips } from '../ui/fields/view-chips';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PersonName } from '../ui/person-name';
import { SaveTables } from '../ui/save-tables';
import { SetNote } from '../ui/set-note';
import { ApprovalPanel } from './approval-panel';
import { AttentionPanel } from './attention-panel';
import { ClassForecast } from './class-forecast';
import { CompetencyTable } from './competency-table';
import { competencyTables, groupTables } from './dashboard-tables';
import { EditionNote } from './edition-note';
import { FellowCards } from './fellow-cards';
import { GroupTable } from './group-table';
import { HeatGrid } from './heat-grid';
import { cohortsIn, columnOrders, orderInWords, shownDashboard, type ColumnOrder } from './shown-dashboard';

const REFRESH_MS = 60_000;

const looks = ['map', 'table', 'groups'] as const;
type Look = (typeof looks)[number];

/** The director’s page: who has done what, how sure that is, what waits and for whom. It follows the program by itself. */
@Component({
  selector: 'cs-program-page',
  imports: [
    ApprovalPanel,
    AsOf,
    AttentionPanel,
    CatalogueNote,
    ClassForecast,
    CompetencyTable,
    ContestedNote,
    EmptyState,
    EditionNote,
    FellowCards,
    GroupTable,
    HeatGrid,
    Icon,
    Loading,
    PersonName,
    PastDay,
    RouterLink,
    SaveTables,
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
  readonly #address = inject(InAddress);

  protected readonly lightInWords = competenceRuleInWords;
  /** The past day that the numbers are for; undefined for today. */
  protected readonly past = pastDayAsked();
  protected readonly read = inject(ProgramApi).read(readDashboard, () => {
    const asOfOn = this.past();
    return { query: asOfOn === undefined ? {} : { asOfOn } };
  });
  /** How it is shown stands in the address, so that it is the same after going back. */
  readonly show = input<string>();
  readonly order = input<string>();
  readonly cohort = input<string>();
  protected readonly look = computed<Look>(() => looks.find((one) => one === this.show()) ?? 'map');
  protected readonly columnOrder = computed<ColumnOrder>(
    () => columnOrders.find((one) => one === this.order()) ?? 'emptiest',
  );
  protected readonly cohorts = computed(() => {
    const view = this.read.view();
    return view === undefined ? [] : cohortsIn(view);
  });
  protected readonly chosenCohort = computed(() => this.cohorts().find((one) => one === this.cohort()));
  readonly #shown = computed(() => ({ order: this.columnOrder(), cohort: this.chosenCohort() }));
  protected readonly view = computed(() => {
    const view = this.read.view();
    return view === undefined ? undefined : shownDashboard(view, this.#shown());
  });
  private readonly attention = viewChild(AttentionPanel);
  /** Of the fellows who are shown. */
  protected readonly forecasts = computed(() => {
    const shown = new Set((this.view()?.fellows ?? []).map(({ fellow }) => fellow.id));
    return (this.attention()?.view()?.forecasts ?? []).filter(({ fellowId }) => shown.has(fellowId));
  });
  readonly #signOffsRead = inject(ProgramApi).read(readSignOffs, () => ({ query: {} }));
  /** What is signed; the numbers do not wait for it. */
  protected readonly signOffs = computed(() =>
    this.past() === undefined ? (this.#signOffsRead.view()?.signOffs ?? []) : [],
  );
  readonly #session = inject(Session);
  /** Kept texts that the privacy guard would stop today; they are the director's to look at. */
  readonly #stopped = inject(ProgramApi).read(readStoppedTexts, () =>
    this.#session.role() === 'director' ? {} : undefined,
  );
  protected readonly stopped = computed(() => {
    const total = this.#stopped.view()?.total ?? 0;
    return total === 0 ? undefined : counted(total, 'kept text', 'kept texts');
  });
  protected readonly looks: readonly Choice<Look>[] = [
    { value: 'map', name: 'Map' },
    { value: 'table', name: 'Table' },
    { value: 'groups', name: 'Groups' },
  ];
  protected readonly orders: readonly Choice<ColumnOrder>[] = [
    { value: 'emptiest', name: 'Emptiest first' },
    { value: 'set', name: 'As in the requirements' },
  ];
  protected readonly title = computed(() => {
    const view = this.view();
    if (!view) return '';
    return this.look() === 'groups' ? groupFinding(view) : competencyFinding(view);
  });
  protected readonly orderText = computed(() =>
    this.look() === 'groups' ? 'Groups: as in the catalogue. Fellows: by name.' : orderInWords(this.#shown()),
  );
  protected readonly facts = computed(() => {
    const view = this.view();
    if (!view) return [];
    const sum = (of: 'approved' | 'waiting') => view.fellows.reduce((total, row) => total + row[of], 0);
    return [
      ...(this.past() === undefined ? [clockTime(view.asOf, this.#clock.timeZone())] : []),
      counted(view.fellows.length, 'fellow', 'fellows'),
      `${sum('approved').toLocaleString()} approved`,
      `${sum('waiting').toLocaleString()} waiting`,
    ];
  });
  protected readonly fellowCount = (fellows: number): string => counted(fellows, 'fellow', 'fellows');
  /** The numbers that are shown, the groups or the competencies. */
  /** Whether what is taken along would have the signatures too. */
  protected readonly isWhole = computed(
    () => this.past() !== undefined || this.#signOffsRead.view() !== undefined,
  );
  protected readonly tables = (view: DashboardView): Tables =>
    this.look() === 'groups' ? groupTables(view) : competencyTables(view, this.signOffs());
  protected readonly age = ageText;

  constructor() {
    const timer = setInterval(() => {
      if (this.#document.visibilityState === 'visible' && !this.read.isLoading()) this.#reload();
    }, REFRESH_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Puts a choice into the address; what is usual stands in none. */
  protected choose(part: { show?: Look; order?: ColumnOrder; cohort?: string }): void {
    const usual = ['map', 'emptiest'];
    this.#address.choose(
      Object.fromEntries(
        Object.entries(part).map(([name, value]) => [name, usual.includes(value) ? null : value]),
      ),
    );
  }

  protected valueOf({ target }: Event): string {
    return (target as HTMLSelectElement).value;
  }

  #reload(): void {
    this.read.reload();
    this.#signOffsRead.reload();
    this.attention()?.reload();
  }
}
