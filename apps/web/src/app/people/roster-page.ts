import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { importRoster, tryRoster } from '@countersign/contracts/people/endpoints';
import type { ImportRowBody } from '@countersign/contracts/people/roster-bodies';
import type { ImportProblemView, ImportTrialView } from '@countersign/contracts/people/roster-views';
import { counted } from '@countersign/contracts/words/count';
import { fixInWords, rosterColumnWords, rosterFaultWords } from '@countersign/contracts/words/roster';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';
import { readRosterFile } from './roster-file';

/** A roster is looked at row by row before anything is changed; what is ready is brought in by one button. */
@Component({
  selector: 'cs-roster-page',
  imports: [Icon, ProblemNote, RouterLink],
  templateUrl: './roster-page.html',
  styleUrls: ['../ui/part-lines.css', './roster-page.css'],
})
export class RosterPage {
  readonly #api = inject(ProgramApi);
  readonly #router = inject(Router);

  protected readonly columns = ['name', 'email', 'role', 'fromOn', 'toOn'] as const;
  protected readonly columnWords = rosterColumnWords;
  protected readonly faultWords = rosterFaultWords;
  protected readonly fixWords = fixInWords;
  protected readonly looking = new Sending();
  protected readonly bringing = new Sending();
  protected readonly trouble = signal('');
  protected readonly fileName = signal('');
  protected readonly rows = signal<readonly ImportRowBody[]>([]);
  protected readonly lines = signal<readonly number[]>([]);
  protected readonly trial = signal<ImportTrialView | null>(null);
  protected readonly showsReady = signal(false);

  protected readonly heading = computed(() => {
    const trial = this.trial();
    if (!trial) return 'Import people';
    return trial.wrong === 0
      ? `${counted(trial.ready, 'row is', 'rows are')} ready`
      : `${trial.wrong} of ${counted(trial.rows.length, 'row needs', 'rows need')} you`;
  });
  protected readonly wrong = computed(() =>
    (this.trial()?.rows ?? []).flatMap(({ problem }, place) =>
      problem ? [{ problem, ...this.#row(place) }] : [],
    ),
  );
  protected readonly ready = computed(() =>
    (this.trial()?.rows ?? []).flatMap(({ problem }, place) => (problem ? [] : [this.#row(place)])),
  );
  protected readonly buttonText = computed(() => {
    const { ready = 0, wrong = 0 } = this.trial() ?? {};
    return wrong === 0 ? `Add ${ready}` : `Add ${ready}, leave out ${wrong}`;
  });

  #row(place: number): { readonly place: number; readonly line: number; readonly row: ImportRowBody } {
    return { place, line: this.lines()[place] ?? 0, row: this.rows()[place] ?? {} };
  }

  protected async choose(event: Event): Promise<void> {
    const { target } = event;
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (!file) return;
    this.trial.set(null);
    this.fileName.set(file.name);
    const found = readRosterFile(await file.text());
    if ('trouble' in found) return this.trouble.set(found.trouble);
    this.trouble.set('');
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
    this.rows.update(without);
    this.lines.update(without);
    this.trial.set({ rows: without(rows), ready: this.ready().length, wrong: this.wrong().length - 1 });
  }

  protected async bringIn(): Promise<void> {
    const ready = this.trial()?.ready ?? 0;
    if (ready === 0) return;
    const body = { id: this.bringing.id, rows: [...this.rows()], ready };
    const view = await this.bringing.send(() => this.#api.call(importRoster, { body }));
    if (view) await this.#router.navigateByUrl('/people');
  }

  async #look(rows: readonly ImportRowBody[]): Promise<void> {
    this.rows.set(rows);
    const view = await this.looking.send(() => this.#api.call(tryRoster, { body: { rows: [...rows] } }));
    this.trial.set(view ?? null);
  }
}

/** The row with another cell; an empty one is left out. */
function withCell(row: ImportRowBody, column: keyof ImportRowBody, value: string): ImportRowBody {
  const { [column]: _before, ...rest } = row;
  return value === '' ? rest : { ...rest, [column]: value };
}
