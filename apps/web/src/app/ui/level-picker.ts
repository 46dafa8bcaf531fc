import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  model,
  untracked,
} from '@angular/core';
import { plainWord, type CatalogueItem, type Side } from '@countersign/domain/catalogue';
import { countProcedure, type LevelAndSide } from '@countersign/domain/entry';
import { levelTypeWords, levelsInWords } from '@countersign/contracts/words/catalogue';
import { counted } from '@countersign/contracts/words/count';
import { Shortcuts } from '../platform/shortcuts';
import { Icon } from './icon';
import { boneOf, LevelArt } from './level-picker-art';
import {
  columnsOf,
  isPressed,
  marksOf,
  rowsOf,
  toggled,
  usualRows,
  withOpenSides,
  type PickerColumn,
} from './level-picker-levels';

const columnWords: Readonly<Record<PickerColumn, string>> = {
  left: 'left',
  middle: 'midline',
  right: 'right',
  both: 'both sides',
};

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Levels and sides of a procedure, drawn as the spine seen from behind. A grid of toggle buttons with one tab stop:
 * arrows move, space toggles, `b` takes both sides.
 */
@Component({
  selector: 'cs-level-picker',
  imports: [Icon, LevelArt],
  templateUrl: './level-picker.html',
  styleUrl: './level-picker.css',
})
export class LevelPicker {
  readonly #shortcuts = inject(Shortcuts);
  readonly #host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly item = input.required<CatalogueItem>();
  readonly levels = model.required<readonly LevelAndSide[]>();
  /** Levels that the fellow used last for this item; a long list starts around them. */
  readonly usual = input<readonly string[]>([]);
  /** Id of the line that says what is wrong with the choice. */
  readonly errorId = input<string>();
  readonly invalid = input(false);

  /** The whole list of a long spine; another item starts folded again. */
  protected readonly whole = linkedSignal({ source: () => this.item().id, computation: () => false });
  protected readonly columns = computed(() => columnsOf(this.item()));
  protected readonly isLateral = computed(() => this.columns().length > 1);
  protected readonly heading = computed(() => levelTypeWords[this.item().levelType] || 'Levels');

  /** Chosen once for an item: rows that moved while somebody presses them would mislead the finger. */
  readonly #part = linkedSignal<{ item: CatalogueItem; usual: readonly string[] }, readonly string[]>({
    source: () => ({ item: this.item(), usual: this.usual() }),
    computation: ({ item, usual }, before) => {
      const chosen = untracked(this.levels).map(({ level }) => level);
      const stays = before?.source.item.id === item.id && chosen.length > 0;
      return stays ? before.value : usualRows(item, chosen.length > 0 ? chosen : usual);
    },
  });
  protected readonly rows = computed(() => {
    const part = this.#part();
    const isPart = !this.whole() && this.levels().every(({ level }) => part.includes(level));
    const names = isPart ? part : rowsOf(this.item());
    return names.map((level) => {
      const marks = marksOf(this.levels(), level, this.item());
      const cells = this.columns().map((column) => ({
        column,
        pressed: isPressed(marks, column),
        text: this.#textOf(level, column),
        name:
          column === 'middle' && !this.isLateral()
            ? plainWord(level)
            : `${plainWord(level)} ${columnWords[column]}`,
      }));
      return { level, marks, cells };
    });
  });
  /** Some levels, such as the divisions of a nerve, are no part of the spine. */
  protected readonly isSpine = computed(() =>
    this.item().levels.some((level) => boneOf(level, this.item().levelType) !== 'none'),
  );
  protected readonly hidden = computed(() => {
    const shown = this.rows().map((row) => row.level);
    return rowsOf(this.item()).filter((level) => !shown.includes(level));
  });
  protected readonly hiddenText = computed(() => {
    const levels = this.hidden();
    const [first = ''] = levels;
    return levels.length === 1
      ? `${plainWord(first)} too`
      : `${counted(levels.length, 'more level', 'more levels')}`;
  });

  protected readonly chosen = computed(() => levelsInWords(this.levels(), undefined));
  protected readonly counts = computed(() => {
    const { sessions, levels, joints } = countProcedure({ levels: this.levels() }, this.item());
    const parts = [counted(sessions, 'session', 'sessions'), counted(levels, 'level', 'levels')];
    return [...parts, ...(joints === undefined ? [] : [counted(joints, 'joint', 'joints')])].join(', ');
  });
  /** Levels that the search named without a side. */
  protected readonly open = computed(() => {
    if (!this.isLateral()) return '';
    return levelsInWords(
      this.levels().filter((one) => one.side === undefined),
      undefined,
    );
  });

  /** The button that the tab key reaches; arrows move it. */
  protected readonly stop = linkedSignal<string, { row: number; column: number }>({
    source: () => this.item().id,
    computation: () => ({ row: 0, column: 0 }),
  });

  protected isStop(row: number, column: number): boolean {
    const stop = this.stop();
    return Math.min(stop.row, this.rows().length - 1) === row && stop.column === column;
  }

  protected press(level: string, column: PickerColumn): void {
    this.levels.set(toggled(this.levels(), this.item(), { level, column }));
  }

  protected sideForOpen(side: Side): void {
    this.levels.set(withOpenSides(this.levels(), side));
  }

  protected showWhole(): void {
    this.whole.set(true);
  }

  protected onKey(event: KeyboardEvent, row: number, column: number): void {
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      this.#moveTo(row + step[0], column + step[1]);
    } else if (this.#shortcuts.keyOf(event) === 'b' && this.columns().includes('both')) {
      event.preventDefault();
      const level = this.rows()[row]?.level;
      if (level !== undefined) this.press(level, 'both');
    }
  }

  #moveTo(row: number, column: number): void {
    if (row < 0 || column < 0 || row >= this.rows().length || column >= this.columns().length) return;
    this.stop.set({ row, column });
    this.#host.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus();
  }

  #textOf(level: string, column: PickerColumn): string {
    if (column === 'both') return 'Both';
    if (column === 'middle') return this.isLateral() ? 'Mid' : plainWord(level);
    return `${plainWord(level)} ${column}`;
  }
}
