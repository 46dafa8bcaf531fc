import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FellowCompetencyView, CurveCaseView } from '@countersign/contracts/curves/views';
import { competenceInWords } from '@countersign/contracts/words/competence';
import {
  caseInWords,
  curveFinding,
  curveParameters,
  failureWords,
  panelWords,
} from '@countersign/contracts/words/curve';
import { dayFull, dayShort } from '@countersign/contracts/words/time';
import { partOfAddress } from '../platform/in-address';
import { ProgramCatalogue } from '../platform/program-catalogue';
import type { Tables } from '../platform/tables';
import { CurveDrawing } from '../ui/charts/curve-panel';
import { Icon } from '../ui/icon';
import { PersonName } from '../ui/person-name';
import { SaveTables } from '../ui/save-tables';
import { curveTables } from './curve-tables';

/** The learning curve of a competency: the finding as its title, two panels, the numbers behind them, a table and a file. */
@Component({
  selector: 'cs-curve-card',
  imports: [PersonName, CurveDrawing, Icon, RouterLink, SaveTables],
  templateUrl: './curve-card.html',
  styleUrl: './curve-card.css',
})
export class CurveCard {
  readonly #catalogue = inject(ProgramCatalogue);

  readonly view = input.required<FellowCompetencyView>();

  protected readonly finding = computed(() => curveFinding(this.view()));
  protected readonly rests = computed(() => competenceInWords(this.view().competence));
  protected readonly parameters = computed(() => curveParameters(this.view().competenceRule));
  protected readonly stretches = computed(() => this.view().curve?.stretches ?? []);
  /** The charts of today; below the fewest cases they show no signal, whatever a chart would say. */
  protected readonly now = computed(() => {
    const now = this.stretches().at(-1);
    const { competence, competenceRule } = this.view();
    if (!now || competence.n >= competenceRule.fewestCases) return now;
    return { panels: now.panels.map(({ reachedCase: _reached, changeCase: _change, ...panel }) => panel) };
  });
  protected readonly reviews = computed(() => this.stretches().flatMap(({ review }) => review ?? []));
  /** A projection only where the chart may signal at all. */
  protected readonly ahead = computed(() =>
    this.view().competence.n >= this.view().competenceRule.fewestCases
      ? this.view().curve?.successesToSignal
      : undefined,
  );
  protected readonly rows = computed(() =>
    this.stretches()
      .flatMap(({ panels }) => panels.flatMap(({ chart, cases }) => cases.map((one) => ({ ...one, chart }))))
      .toReversed(),
  );
  protected readonly failures = computed(
    () => this.view().competence.n - (this.view().competence.successes ?? 0),
  );
  protected readonly looked = signal<CurveCaseView | undefined>(undefined);
  readonly #curve = partOfAddress('curve');
  protected readonly asTable = computed(() => this.#curve() === 'table');
  protected readonly panelName = panelWords;
  protected readonly why = failureWords;
  protected readonly day = dayFull;
  protected readonly tables = (view: FellowCompetencyView): Tables =>
    curveTables(view, (itemId) => this.#catalogue.name(itemId));
  protected readonly say = computed(() => {
    const today = this.view().asOfOn;
    return (one: CurveCaseView) => caseInWords(one, { today, item: this.#catalogue.name(one.itemId) });
  });

  protected short(on: string): string {
    return dayShort(on, this.view().asOfOn);
  }

  protected item(itemId: string): string {
    return this.#catalogue.name(itemId);
  }

  protected showTable(shown: boolean): void {
    this.#curve.set(shown ? 'table' : '');
  }
}
