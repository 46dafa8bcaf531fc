import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { readChartSettings, setChart } from '@countersign/contracts/curves/endpoints';
import type { CompetencyChartView } from '@countersign/contracts/curves/views';
import { operatingInWords } from '@countersign/contracts/words/competence';
import { counted } from '@countersign/contracts/words/count';
import { curveParameters } from '@countersign/contracts/words/curve';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Field, FieldControl } from '../ui/fields/field';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { SetNote } from '../ui/set-note';

/** What a field of the form is called, and within which numbers it lies. */
const fields = [
  { key: 'adequatePercent', label: 'Adequate: percent not going well', min: 1, max: 60 },
  { key: 'inadequatePercent', label: 'Inadequate: percent not going well', min: 2, max: 90 },
  { key: 'horizon', label: 'Cases over which it promises', min: 20, max: 100 },
  { key: 'falsePercent', label: 'False signals at most, percent', min: 1, max: 20 },
] as const;

/** By which numbers the learning curves of a program are drawn; the director sets them before the first case. */
@Component({
  selector: 'cs-charts-page',
  imports: [Field, FieldControl, Loading, ProblemNote, SetNote],
  templateUrl: './charts-page.html',
  styleUrl: './charts-page.css',
})
export class ChartsPage {
  readonly #api = inject(ProgramApi);
  readonly #session = inject(Session);

  protected readonly read = this.#api.read(readChartSettings, () => ({}));
  protected readonly view = linkedSignal(() => this.read.view());
  protected readonly maySet = computed(() => this.#session.role() === 'director');
  /** The competency whose numbers are being set. */
  protected readonly opened = signal<string | undefined>(undefined);
  protected readonly sending = new Sending();
  protected readonly fields = fields;
  protected readonly parameters = curveParameters;
  protected readonly operating = operatingInWords;

  protected open(competencyId: string): void {
    this.sending.forget();
    this.opened.set(this.opened() === competencyId ? undefined : competencyId);
  }

  /** For whom a new setting is. */
  protected reach({ begun }: CompetencyChartView): string {
    if (begun === 0) return 'Nobody has a judged case yet: it is for everybody.';
    return `${counted(begun, 'fellow has', 'fellows have')} a judged case and ${begun === 1 ? 'keeps' : 'keep'} what the chart was begun with: no past signal is written anew.`;
  }

  protected names({ keptBy }: CompetencyChartView): string {
    return keptBy.map(({ name }) => name).join(', ');
  }

  protected async set(event: Event, competencyId: string): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const number = (key: (typeof fields)[number]['key']) => Number(form.get(key));
    const view = await this.sending.send(() =>
      this.#api.call(setChart, {
        body: {
          ...{ id: this.sending.id, competencyId },
          ...{ adequatePercent: number('adequatePercent'), inadequatePercent: number('inadequatePercent') },
          ...{ horizon: number('horizon'), falsePercent: number('falsePercent') },
        },
      }),
    );
    if (!view) return;
    this.view.set(view);
    this.opened.set(undefined);
  }
}
