import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { EvidenceView } from '@countersign/contracts/competencies/views';
import { readTrialEvidence } from '@countersign/contracts/requirements/endpoints';
import { counted } from '@countersign/contracts/words/count';
import { dayFull } from '@countersign/contracts/words/time';
import { RulesEvidence } from '../competencies/rules-evidence';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { ProblemNote } from '../ui/problem-note';
import type { EditedSet } from './edited-set';
import { SetTrial } from './set-trial';

/** A draft against the fellows of the program, as the server counts them: both numbers, and opened which cases count and why. */
@Component({
  selector: 'cs-live-example',
  imports: [ProblemNote, RulesEvidence],
  templateUrl: './live-example.html',
  styleUrl: './live-example.css',
})
export class LiveExample {
  readonly #api = inject(ProgramApi);
  protected readonly trial = inject(SetTrial);

  readonly set = input.required<EditedSet>();
  readonly competencyId = input.required<string>();

  protected readonly view = this.trial.view;
  protected readonly lines = computed(() =>
    (this.view()?.fellows ?? []).flatMap(({ fellow, competencies }) => {
      const found = competencies.find(({ after }) => after.competencyId === this.competencyId());
      if (!found) return [];
      const { before, after } = found;
      const [old] = before;
      const share = (value: number, need: number) => (need === 0 ? 100 : Math.min(100, (100 * value) / need));
      return [
        {
          ...{ fellow, after, old, width: share(after.value, after.need) },
          tick: old && share(old.value, after.need),
        },
      ];
    }),
  );
  protected readonly heading = computed(() => {
    const lines = this.lines();
    if (lines.length === 0) return 'No fellow of today is of its cohort';
    const met = lines.filter(({ after }) => after.met).length;
    const before = lines.filter(({ old }) => old?.met === true).length;
    const present = this.view()?.follows ? `, ${before} under the present set` : '';
    return `${met} of ${counted(lines.length, 'fellow', 'fellows')} would meet it${present}`;
  });
  /** Whose evidence is open; another competency closes it. */
  protected readonly open = linkedSignal({ source: this.competencyId, computation: () => '' });
  protected readonly evidence = signal<EvidenceView | undefined>(undefined);
  protected readonly getting = new Sending();
  protected readonly day = dayFull;

  protected async show(fellowId: string): Promise<void> {
    const isOpen = this.open() === fellowId;
    this.open.set(isOpen ? '' : fellowId);
    this.evidence.set(undefined);
    if (isOpen) return;
    const asOfOn = this.trial.asOfOn();
    const body = {
      ...{ set: this.set(), fellowId, competencyId: this.competencyId() },
      ...(asOfOn === '' ? {} : { asOfOn }),
    };
    const view = await this.getting.send(() => this.#api.call(readTrialEvidence, { body }));
    if (view && this.open() === fellowId) this.evidence.set(view);
  }

  protected asOf(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.trial.asOfOn.set(event.target.value);
    this.open.set('');
    this.trial.changed(this.set());
  }

  protected difference({
    after,
    old,
  }: {
    after: { value: number };
    old: { value: number } | undefined;
  }): string {
    if (old === undefined || old.value === after.value) return '';
    return `Why not ${old.value}, as under the present set: the cases below say it.`;
  }
}
