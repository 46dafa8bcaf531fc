import { Location } from '@angular/common';
import {
  afterRenderEffect,
  Component,
  computed,
  DOCUMENT,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { readEvidence } from '@countersign/contracts/competencies/endpoints';
import type { EvidenceView } from '@countersign/contracts/competencies/views';
import type { RuleView } from '@countersign/contracts/competencies/rule-views';
import { readCompetency } from '@countersign/contracts/curves/endpoints';
import type { RatingPointView } from '@countersign/contracts/curves/views';
import {
  competenceInWords,
  competenceRuleInWords,
  concernInWords,
  operatingInWords,
} from '@countersign/contracts/words/competence';
import { ruleInWords } from '@countersign/contracts/words/competency';
import { movesInWords } from '@countersign/contracts/words/curve';
import {
  forecastFinding,
  forecastReason,
  forecastRecordInWords,
} from '@countersign/contracts/words/forecast';
import { dayFull, dayShort } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { Session } from '../platform/session';
import type { Tables } from '../platform/tables';
import { DateBand } from '../ui/charts/date-band';
import { RatingsChart } from '../ui/charts/ratings-chart';
import { CompetenceShape } from '../ui/competence-shape';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PersonName } from '../ui/person-name';
import { SaveTables } from '../ui/save-tables';
import { SetNote } from '../ui/set-note';
import { VolumeBar } from '../ui/volume-bar';
import { AlarmReviewed } from './alarm-review';
import { CurveCard } from './curve-card';
import { evidenceTables } from './evidence-tables';
import { RulesEvidence } from './rules-evidence';

/** A fellow in one competency: volume with its forecast, the learning curve, ratings, rules with the entries behind them. */
@Component({
  selector: 'cs-competency-page',
  imports: [
    PersonName,
    ...[AlarmReviewed, CompetenceShape, CurveCard, DateBand, Icon, Loading, RatingsChart, RouterLink],
    ...[RulesEvidence, SaveTables, SetNote, VolumeBar],
  ],
  host: { '(document:keydown.escape)': 'leave()' },
  templateUrl: './competency-page.html',
  styleUrl: './competency-page.css',
})
export class CompetencyPage {
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #location = inject(Location);
  readonly #route = inject(ActivatedRoute);
  readonly #document = inject(DOCUMENT);

  /** Whose; the reader's own where it is absent. */
  readonly fellowId = input<string>();
  readonly competencyId = input.required<string>();

  readonly #params = computed(() => {
    const fellowId = this.fellowId() ?? this.#session.personId();
    return fellowId === undefined ? undefined : { params: { fellowId, competencyId: this.competencyId() } };
  });
  protected readonly read = inject(ProgramApi).read(readCompetency, this.#params);
  /** The entries behind the rules; the numbers do not wait for them, and a supervisor has another place for them. */
  protected readonly evidence = inject(ProgramApi).read(readEvidence, () =>
    this.#session.role() === 'supervisor' ? undefined : this.#params(),
  );
  protected readonly view = linkedSignal(() => this.read.view());
  protected readonly isSupervisor = computed(() => this.#session.role() === 'supervisor');
  protected readonly back = computed(() => {
    if (this.isSupervisor()) return ['/queue'];
    const isOwn = (this.fellowId() ?? this.#session.personId()) === this.#session.personId();
    return isOwn ? ['/progress'] : ['/fellows', this.fellowId() ?? ''];
  });
  protected readonly forecast = computed(() => {
    const view = this.view();
    if (!view?.forecast) return undefined;
    const { forecast, forecastRecord, need, asOfOn } = view;
    return {
      dates: forecast,
      finding: forecastFinding(forecast, need, asOfOn),
      reasons: forecastReason(forecast, forecastRecord, asOfOn),
      record: forecastRecordInWords(forecastRecord),
    };
  });
  protected readonly moves = computed(() => {
    const view = this.view();
    if (!view) return [];
    return movesInWords(view, {
      rule: (rule) => this.ruleText(rule),
      item: (itemId) => this.#catalogue.name(itemId),
    });
  });
  protected readonly looked = signal<RatingPointView | undefined>(undefined);
  protected readonly said = competenceInWords;
  protected readonly concern = concernInWords;
  protected readonly lightInWords = competenceRuleInWords;
  protected readonly operating = operatingInWords;
  protected readonly tables = (view: EvidenceView): Tables => evidenceTables(view, this.#catalogue.index());
  protected readonly day = dayFull;
  protected readonly sayRating = (one: RatingPointView): string =>
    `${dayShort(one.performedOn, this.view()?.asOfOn ?? one.performedOn)}, ${this.#catalogue.name(one.itemId)}: help ${one.help}`;

  constructor() {
    // The rule that was clicked is not on the page before its numbers are, too late for the router to scroll to it.
    afterRenderEffect(() => {
      const fragment = this.#route.snapshot.fragment;
      if (this.evidence.view() && fragment) this.#document.getElementById(fragment)?.scrollIntoView();
    });
  }

  /** Back to where the number was opened; where the page was opened by its address, to the fellow's progress. */
  protected leave(): void {
    if (this.#document.querySelector('dialog[open]')) return;
    if (this.#router.lastSuccessfulNavigation()?.previousNavigation) this.#location.back();
    else void this.#router.navigate(this.back());
  }

  protected ruleText(rule: Pick<RuleView, 'rule' | 'otherTitle' | 'titles'>): string {
    return ruleInWords(rule, this.#catalogue.index());
  }
}
