import { Component, computed, inject, input, output, signal } from '@angular/core';
import { committeeOutcomes, type CommitteeOutcome, type MilestoneCode } from '@countersign/domain/committee';
import type { CommitteeView, MilestoneView } from '@countersign/contracts/dashboards/committee-views';
import { recordDecision } from '@countersign/contracts/dashboards/endpoints';
import {
  committeeOutcomeWords,
  milestonesFinding,
  suggestionInWords,
} from '@countersign/contracts/words/committee';
import { allOf } from '@countersign/contracts/words/list';
import { SUGGESTION_RULE } from '@countersign/domain/committee';
import { v7 as uuidv7 } from 'uuid';
import { keepTexts } from '../platform/kept-texts';
import { Privacy } from '../platform/privacy';
import { Sending } from '../platform/sending';
import { ActSigner } from '../platform/signer';
import { SignerProof } from '../ui/fields/signer-proof';
import { Field, FieldProse, FieldText } from '../ui/fields/field';
import { wayToFirstNote } from '../ui/fields/first-note';
import { ToggleChips } from '../ui/fields/toggle-chips';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';
import { MilestoneScale } from './milestone-scale';

/** What can be chosen for a milestone: a level in halves, or that it cannot be said yet. */
const choices = [
  ...['1', '1.5', '2', '2.5', '3', '3.5', '4', '4.5', '5'].map((level) => ({ value: level, name: level })),
  { value: 'later', name: 'cannot say yet' },
];

/** What the committee sets for each milestone and decides on the training; nothing is filled in beforehand. */
@Component({
  selector: 'cs-committee-form',
  imports: [Field, FieldProse, FieldText, Icon, MilestoneScale, ProblemNote, ToggleChips, SignerProof],
  templateUrl: './committee-form.html',
  styleUrl: './committee-form.css',
})
export class CommitteeForm {
  readonly #privacy = inject(Privacy);
  readonly #goToFirstNote = wayToFirstNote();

  readonly view = input.required<CommitteeView>();
  /** Only a director records. */
  readonly canRecord = input(false);
  readonly recorded = output<CommitteeView>();

  protected readonly levels = signal<Readonly<Partial<Record<MilestoneCode, string>>>>({});
  protected readonly reasons = signal<Readonly<Partial<Record<MilestoneCode, string>>>>({});
  protected readonly outcome = signal<CommitteeOutcome | undefined>(undefined);
  protected readonly reason = signal('');
  protected readonly present = signal<readonly string[]>([]);
  protected readonly lookAgainOn = signal('');
  protected readonly signer = new ActSigner();
  protected readonly sending = new Sending();
  /** The same for every try, so that a decision sent twice is there once. */
  readonly #id = signal(uuidv7());
  readonly #kept = keepTexts(() => `committee:${this.view().fellow.id}`, { reason: this.reason });

  protected readonly choices = choices;
  protected readonly outcomes = committeeOutcomes.map((value) => ({
    value,
    name: committeeOutcomeWords[value],
  }));
  protected readonly people = computed(() => this.view().people.map(({ id, name }) => ({ value: id, name })));
  protected readonly lines = computed(() =>
    this.view().milestones.map((milestone) => {
      const chosen = this.levels()[milestone.code] ?? '';
      const level = chosen === '' || chosen === 'later' ? undefined : Number(chosen);
      const { suggested } = milestone;
      return {
        ...{ milestone, chosen, level, said: suggestionInWords(milestone) },
        differs: chosen !== '' && suggested !== undefined && level !== suggested,
      };
    }),
  );
  protected readonly title = computed(() => {
    const decided = this.lines().filter(({ chosen }) => chosen !== '').length;
    return milestonesFinding(decided, this.lines().length);
  });
  protected readonly missing = computed(() => {
    const open = this.lines().filter(({ chosen }) => chosen === '');
    if (open.length > 3) return `Choose ${open.length} milestones to record`;
    if (open.length > 0) return `Choose ${allOf(open.map(({ milestone }) => milestone.code))} to record`;
    const unsaid = this.lines().find(
      ({ differs, milestone }) => differs && (this.reasons()[milestone.code] ?? '').trim() === '',
    );
    if (unsaid) return `Say why ${unsaid.milestone.code} differs`;
    if (this.outcome() === undefined) return 'Choose a decision';
    if (this.reason().trim() === '') return 'Write the reason';
    if (this.present().length === 0) return 'Say who was present';
    return this.signer.isMissing() ? 'Enter your password to record' : null;
  });
  protected readonly ruleText = `Ring: suggestion, the median of the help ratings of the newest ${SUGGESTION_RULE.cases} cases by at least ${SUGGESTION_RULE.raters} supervisors, never above ${SUGGESTION_RULE.highest}. Dot: decision. Hatched: too little evidence to suggest. Codes and short titles of our own; confirm them against the current document of your accreditor.`;

  protected choose({ code }: MilestoneView, { target }: Event): void {
    const { value } = target as HTMLSelectElement;
    this.levels.update((levels) => ({ ...levels, [code]: value }));
  }

  protected say({ code }: MilestoneView, reason: string): void {
    this.reasons.update((reasons) => ({ ...reasons, [code]: reason }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const outcome = this.outcome();
    if (this.missing() !== null || outcome === undefined) return;
    const milestones = this.lines().map(({ milestone: { code }, level }) => {
      const reason = (this.reasons()[code] ?? '').trim();
      return {
        code,
        ...(level === undefined ? {} : { level }),
        ...(reason === '' ? {} : { reason }),
      };
    });
    const said = { reason: this.reason(), milestones };
    if (this.#privacy.stops(said)) {
      this.#goToFirstNote();
      return;
    }
    const lookAgainOn = this.lookAgainOn();
    const view = await this.sending.send(() =>
      this.signer.sign(recordDecision, {
        params: { fellowId: this.view().fellow.id },
        body: {
          ...{ id: this.#id(), outcome, ...said, present: [...this.present()] },
          ...(lookAgainOn === '' ? {} : { lookAgainOn }),
        },
      }),
    );
    if (view) await this.#done(view);
  }

  async #done(view: CommitteeView): Promise<void> {
    this.levels.set({});
    this.reasons.set({});
    this.outcome.set(undefined);
    this.reason.set('');
    this.present.set([]);
    this.lookAgainOn.set('');
    this.#id.set(uuidv7());
    await this.#kept.done();
    this.recorded.emit(view);
  }
}
