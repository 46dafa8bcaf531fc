import { afterNextRender, Component, computed, ElementRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type {
  CompetencyCellView,
  CompetencyColumnView,
  DashboardView,
  FellowRowView,
} from '@countersign/contracts/dashboards/views';
import type { CellForecastView } from '@countersign/contracts/dashboards/attention-views';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { cellSentence } from '@countersign/contracts/words/dashboard';
import { signedInWords } from '@countersign/contracts/words/sign-off';
import { ProgramClock } from '../platform/program-clock';
import { newestOf } from '../sign-offs/newest-of';
import { CompetenceShape } from '../ui/competence-shape';
import { Icon } from '../ui/icon';
import { PersonName } from '../ui/person-name';
import { SignedMark } from '../ui/signed-mark';
import { fillStep } from './fill-step';
import { GridPlace } from './grid-place';

/** One cell with what it shows and says. */
interface Cell {
  readonly value: CompetencyCellView;
  readonly column: CompetencyColumnView;
  readonly step: number;
  readonly sentence: string;
  /** Less likely than not to reach its target by the end of training. */
  readonly isUnlikely: boolean;
  /** What the fellow holds, whether it is in force or not. */
  readonly held: SignOffView | undefined;
  readonly link: readonly string[];
}

interface Row {
  readonly row: FellowRowView;
  /** One for each column; null where the fellow's set does not ask for it. */
  readonly cells: readonly (Cell | null)[];
}

/**
 * Fellows by competencies: volume as fill and number, rules met as a check in its corner, competence as shape, sign-off as
 * two checks. Every cell opens its entries.
 */
@Component({
  selector: 'cs-heat-grid',
  imports: [CompetenceShape, Icon, PersonName, RouterLink, SignedMark],
  host: { '(keydown)': 'onKey($event)' },
  templateUrl: './heat-grid.html',
  styleUrl: './heat-grid.css',
})
export class HeatGrid {
  readonly #clock = inject(ProgramClock);
  readonly #host: ElementRef<HTMLElement> = inject(ElementRef);
  readonly view = input.required<DashboardView>();
  readonly signOffs = input<readonly SignOffView[]>([]);
  /** Open forecasts; they come after the numbers. */
  readonly forecasts = input<readonly CellForecastView[]>([]);

  protected readonly place = inject(GridPlace);
  protected readonly rows = computed<readonly Row[]>(() => {
    const newest = newestOf(this.signOffs());
    return this.view().fellows.map((row) => ({
      row,
      cells: this.view().competencies.map((column) =>
        this.#cellOf(row, column, newest(row.fellow.id, column.id).held),
      ),
    }));
  });

  readonly #unlikely = computed(
    () =>
      new Set(
        this.forecasts().flatMap(({ fellowId, competencyId, byEnd }) =>
          byEnd < LESS_LIKELY ? [`${fellowId} ${competencyId}`] : [],
        ),
      ),
  );

  constructor() {
    afterNextRender(() => {
      if (this.place.opened) this.#focus();
      this.place.opened = false;
    });
  }

  protected onKey(event: KeyboardEvent): void {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const { row, column } = this.place.stop();
    this.place.stop.set({
      row: clamp(row + move.row, this.rows().length),
      column: clamp(column + move.column, this.view().competencies.length),
    });
    this.#focus();
  }

  #cellOf(row: FellowRowView, column: CompetencyColumnView, held: SignOffView | undefined): Cell | null {
    const value = row.competencies.find((cell) => cell.competencyId === column.id);
    if (!value) return null;
    const link = ['/fellows', row.fellow.id, 'competencies', column.id];
    const isUnlikely = this.#unlikely().has(`${row.fellow.id} ${column.id}`);
    const late = isUnlikely ? '; less likely than not by the end of training' : '';
    const signed = held ? `; ${signedInWords(held, (at) => this.#clock.dayOf(at))}` : '';
    const sentence = `${cellSentence(row, column, value)}${signed}${late}`;
    return { value, column, held, link, isUnlikely, step: fillStep(value.approved, value.need), sentence };
  }

  #focus(): void {
    const at = `${this.place.stop().row}-${this.place.stop().column}`;
    this.#host.nativeElement.querySelector<HTMLElement>(`[data-cell="${at}"]`)?.focus();
  }
}

/** Chance below which a target is less likely than not. */
const LESS_LIKELY = 0.5;

const moves: Readonly<Record<string, { row: number; column: number }>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  Home: { row: 0, column: -Infinity },
  End: { row: 0, column: Infinity },
};

function clamp(at: number, length: number): number {
  return Math.min(length - 1, Math.max(0, at));
}
