import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readProgress } from '@countersign/contracts/competencies/endpoints';
import type { CompetencyProgressView, GroupProgressView } from '@countersign/contracts/competencies/views';
import { competenceInWords, competenceRuleInWords } from '@countersign/contracts/words/competence';
import { ruleInWords, rulesInWords } from '@countersign/contracts/words/competency';
import { procedureCount } from '@countersign/contracts/words/count';
import { falseLightsInWords } from '@countersign/contracts/words/curve';
import { forecastRange, forecastRecordInWords } from '@countersign/contracts/words/forecast';
import { personInWords } from '@countersign/contracts/words/person';
import { readSignOffs } from '@countersign/contracts/sign-offs/endpoints';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramApi } from '../platform/program-api';
import { Session } from '../platform/session';
import { AskForSignOff } from '../sign-offs/ask-for-sign-off';
import { newestOf } from '../sign-offs/newest-of';
import { AsOf, PastDay, pastDayAsked } from '../ui/as-of';
import { CompetenceShape } from '../ui/competence-shape';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { SaveTables } from '../ui/save-tables';
import { SetNote } from '../ui/set-note';
import { VolumeBar } from '../ui/volume-bar';
import { progressTables } from './progress-tables';

/** Where a fellow stands: two lights per competency, never merged, and every number a link to its entries. */
@Component({
  selector: 'cs-progress-page',
  imports: [
    AsOf,
    AskForSignOff,
    CompetenceShape,
    Icon,
    Loading,
    PastDay,
    RouterLink,
    SaveTables,
    SetNote,
    VolumeBar,
  ],
  templateUrl: './progress-page.html',
  styleUrl: './progress-page.css',
})
export class ProgressPage {
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #session = inject(Session);

  /** Whose progress; the reader's own where it is absent. */
  readonly fellowId = input<string>();

  /** The past day that the numbers are for; undefined for today. */
  protected readonly past = pastDayAsked();
  readonly #whose = computed(() => this.fellowId() ?? this.#session.personId());
  protected readonly read = inject(ProgramApi).read(readProgress, () => {
    const fellowId = this.#whose();
    const asOfOn = this.past();
    if (fellowId === undefined) return undefined;
    return { params: { fellowId }, query: asOfOn === undefined ? {} : { asOfOn } };
  });
  /** What is signed and asked for; the numbers do not wait for it. */
  protected readonly signOffs = inject(ProgramApi).read(readSignOffs, () => {
    const fellowId = this.#whose();
    // What is signed today says nothing of a past day.
    return fellowId === undefined || this.past() !== undefined ? undefined : { query: { fellowId } };
  });
  protected readonly newestOf = computed(() => newestOf(this.signOffs.view()?.signOffs ?? []));
  protected readonly view = this.read.view;
  protected readonly isOwn = computed(() => this.fellowId() === undefined);
  /** Where letters about the fellow are; only a director signs one. */
  protected readonly letters = computed(() => {
    if (this.isOwn()) return { path: '/letters', label: 'My letters' };
    const isDirector = this.#session.role() === 'director';
    return isDirector
      ? { path: `/fellows/${this.fellowId()}/letter`, label: 'Sign a letter' }
      : { path: '/letters', label: 'Letters' };
  });
  protected readonly heading = computed(() => {
    const fellow = this.view()?.fellow;
    if (this.isOwn()) return 'My progress';
    return fellow === undefined ? 'Progress' : personInWords(fellow);
  });
  protected readonly competencies = computed(() =>
    // Not met before met, else the order of the requirement set.
    (this.view()?.competencies ?? []).toSorted((one, other) => Number(one.met) - Number(other.met)),
  );
  /** The competency that is least likely to be reached in time: what to look for next. */
  protected readonly rarest = computed(() => {
    const open = this.competencies().filter(({ forecast }) => forecast?.byEnd !== undefined);
    return open.toSorted((one, other) => (one.forecast?.byEnd ?? 1) - (other.forecast?.byEnd ?? 1))[0];
  });
  protected readonly falseLights = computed(() => {
    const view = this.view();
    return view && falseLightsInWords(view.falseLights);
  });
  protected readonly met = computed(() => this.competencies().filter((one) => one.met).length);
  protected readonly entriesLink = computed(() =>
    this.isOwn() ? ['/entries'] : ['/fellows', this.fellowId() ?? '', 'entries'],
  );
  protected readonly counts = computed(() => {
    const view = this.view();
    if (!view) return [];
    const own = [
      ['returned', view.returned, 'returned'],
      ['draft', view.drafts, 'drafts'],
    ] as const;
    return [
      { state: 'approved', count: view.approved, name: 'approved' },
      { state: 'submitted', count: view.waiting, name: 'waiting' },
      // A draft is the fellow's alone.
      ...own.slice(0, this.isOwn() ? 2 : 1).map(([state, count, name]) => ({ state, count, name })),
    ];
  });
  protected readonly sections = computed(() => {
    const groups = this.view()?.groups ?? [];
    const of = (kind: GroupProgressView['kind']) => groups.filter((group) => group.kind === kind);
    return [
      { title: 'Procedures by group', groups: of('procedure') },
      { title: 'Experiences', groups: of('experience') },
    ];
  });
  protected readonly forecastRecord = forecastRecordInWords;
  protected readonly tables = progressTables;
  protected readonly said = competenceInWords;
  protected readonly ruleText = (rule: Parameters<typeof ruleInWords>[0]): string =>
    ruleInWords(rule, this.#catalogue.index());
  protected readonly lightInWords = competenceRuleInWords;
  protected readonly rulesText = rulesInWords;
  protected readonly procedureCount = procedureCount;

  /** Where one competency is opened. */
  protected linkTo({ id }: Pick<CompetencyProgressView, 'id'>): string[] {
    return this.isOwn() ? ['/progress', id] : ['/fellows', this.fellowId() ?? '', 'competencies', id];
  }

  /** By when the volume is reached, as a range; undefined where that is no question any more, or cannot be told. */
  protected dates({ forecast }: CompetencyProgressView): string | undefined {
    const view = this.view();
    return forecast && view && forecastRange(forecast, view.asOfOn);
  }
}
