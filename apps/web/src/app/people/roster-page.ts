import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { importRoster, tryRoster } from '@countersign/contracts/people/endpoints';
import type { ImportRowBody } from '@countersign/contracts/people/roster-bodies';
import type { ImportTrialView } from '@countersign/contracts/people/roster-views';
import { counted } from '@countersign/contracts/words/count';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { ProblemNote } from '../ui/problem-note';
import { RosterPart, type LookedRoster } from './roster-part';

/** A roster is looked at row by row before anything is changed; what is ready is brought in by one button. */
@Component({
  selector: 'cs-roster-page',
  imports: [ProblemNote, RosterPart, RouterLink],
  templateUrl: './roster-page.html',
})
export class RosterPage {
  readonly #api = inject(ProgramApi);
  readonly #router = inject(Router);

  protected readonly bringing = new Sending();
  protected readonly roster = signal<LookedRoster | null>(null);
  protected readonly trial = computed(() => this.roster()?.trial ?? null);

  protected readonly heading = computed(() => {
    const trial = this.trial();
    if (!trial) return 'Import people';
    return trial.wrong === 0
      ? `${counted(trial.ready, 'row is', 'rows are')} ready`
      : `${trial.wrong} of ${counted(trial.rows.length, 'row needs', 'rows need')} you`;
  });
  protected readonly buttonText = computed(() => {
    const { ready = 0, wrong = 0 } = this.trial() ?? {};
    return wrong === 0 ? `Add ${ready}` : `Add ${ready}, leave out ${wrong}`;
  });

  protected readonly look = (rows: ImportRowBody[]): Promise<ImportTrialView> =>
    this.#api.call(tryRoster, { body: { rows } });

  protected async bringIn(): Promise<void> {
    const { rows = [], trial } = this.roster() ?? {};
    if (!trial || trial.ready === 0) return;
    const body = { id: this.bringing.id, rows: [...rows], ready: trial.ready };
    const view = await this.bringing.send(() => this.#api.call(importRoster, { body }));
    if (view) await this.#router.navigateByUrl('/people');
  }
}
