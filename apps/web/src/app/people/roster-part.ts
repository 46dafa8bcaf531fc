import { Component, computed, input, output, signal } from '@angular/core';
import type { ImportRowBody } from '@countersign/contracts/people/roster-bodies';
import type { ImportProblemView, ImportTrialView } from '@countersign/contracts/people/roster-views';
import { fixInWords, rosterColumnWords, rosterFaultWords } from '@countersign/contracts/words/roster';
import { Sending } from '../platform/sending';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';
import { readRosterFile, type RosterFile } from './roster-file';

/** A roster as it was looked at last, with the row that each line of the file became. */
export interface LookedRoster {
  readonly rows: readonly ImportRowBody[];
  readonly trial: ImportTrialView;
}

/** A roster from a file, looked at row by row; what is to be done with it stands inside the element, below the rows. */
@Component({
  selector: 'cs-roster-part',
  imports: [Icon, ProblemNote],
  templateUrl: './roster-part.html',
  styleUrls: ['../ui/part-lines.css', './roster-part.css'],
})
export class RosterPart {
  /** Asks the server what would become of rows; rejects with `ProblemError`. */
  readonly look = input.required<(rows: ImportRowBody[]) => Promise<ImportTrialView>>();
  /** What was found now; null while another file is read. */
  readonly looked = output<LookedRoster | null>();

  protected readonly columnWords = rosterColumnWords;
  protected readonly faultWords = rosterFaultWords;
  protected readonly fixWords = fixInWords;
  protected readonly looking = new Sending();
  protected readonly trouble = signal('');
  protected readonly isReading = signal(false);
  /** What the rows are of. */
  protected readonly fileName = signal('');
  protected readonly rows = signal<readonly ImportRowBody[]>([]);
  protected readonly lines = signal<readonly number[]>([]);
  protected readonly trial = signal<ImportTrialView | null>(null);
  protected readonly showsReady = signal(false);

  protected readonly wrong = computed(() =>
    (this.trial()?.rows ?? []).flatMap(({ problem }, place) =>
      problem ? [{ problem, ...this.#row(place) }] : [],
    ),
  );
  protected readonly ready = computed(() =>
    (this.trial()?.rows ?? []).flatMap(({ problem }, place) => (problem ? [] : [this.#row(place)])),
  );

  #row(place: number): { readonly place: number; readonly line: number; readonly row: ImportRowBody } {
    return { place, line: this.lines()[place] ?? 0, row: this.rows()[place] ?? {} };
  }

  protected async choose(event: Event): Promise<void> {
    const file = chosenIn(event);
    if (!file) return this.isReading.set(false);
    this.#show([], null);
    this.trouble.set('');
    this.fileName.set(file.name);
    this.isReading.set(true);
    const found = await read(file);
    // Another one was chosen meanwhile.
    if (file !== chosenIn(event)) return;
    this.isReading.set(false);
    if ('trouble' in found) return this.trouble.set(found.trouble);
    if (found.sheet !== undefined) this.fileName.set(`${file.name}, sheet “${found.sheet}”`);
    this.lines.set(found.lines);
    await this.#look(found.rows);
  }

  protected fix(place: number, { column, fix }: ImportProblemView): Promise<void> {
    const rows = this.rows().map((row, at) => (at === place ? withCell(row, column, fix ?? '') : row));
    return this.#look(rows);
  }

  protected leaveOut(place: number): void {
    const { rows = [] } = this.trial() ?? {};
    const without = <T>(list: readonly T[]): T[] => list.filter((_, at) => at !== place);
    const trial = { rows: without(rows), ready: this.ready().length, wrong: this.wrong().length - 1 };
    this.lines.update(without);
    this.#show(without(this.rows()), trial);
  }

  async #look(rows: readonly ImportRowBody[]): Promise<void> {
    const view = await this.looking.send(() => this.look()([...rows]));
    this.#show(rows, view ?? null);
  }

  #show(rows: readonly ImportRowBody[], trial: ImportTrialView | null): void {
    this.rows.set(rows);
    this.trial.set(trial);
    this.looked.emit(trial && { rows, trial });
  }
}

function chosenIn({ target }: Event): File | undefined {
  return target instanceof HTMLInputElement ? target.files?.[0] : undefined;
}

async function read(file: File): Promise<RosterFile> {
  try {
    return await readRosterFile(file.name, await file.arrayBuffer());
  } catch {
    return { trouble: 'The file could not be read just now. Choose it again.' };
  }
}

/** The row with another cell; an empty one is left out. */
function withCell(row: ImportRowBody, column: keyof ImportRowBody, value: string): ImportRowBody {
  const { [column]: _before, ...rest } = row;
  return value === '' ? rest : { ...rest, [column]: value };
}
