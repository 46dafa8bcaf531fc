import { Component, computed, inject, input } from '@angular/core';
import type { CommitteeView } from '@countersign/contracts/dashboards/committee-views';
import { readCompetency } from '@countersign/contracts/curves/endpoints';
import type { FellowCompetencyView } from '@countersign/contracts/curves/views';
import { SOMEBODY, withoutNames } from '@countersign/contracts/words/hide-names';
import { CurveCard } from '../competencies/curve-card';
import { partOfAddress } from '../platform/in-address';
import { ProgramApi } from '../platform/program-api';
import { Loading } from '../ui/loading';

/** The learning curve that a committee looks at: of what asks for a look, until another is chosen. */
@Component({
  selector: 'cs-committee-curve',
  imports: [CurveCard, Loading],
  template: `
    @if (chosen(); as competencyId) {
      <label class="cs-row cs-small">
        Learning curve of
        <select #choice class="cs-input" [value]="competencyId" (change)="asked.set(choice.value)">
          @for (one of charted(); track one.id) {
            <option [value]="one.id" [selected]="one.id === competencyId">{{ one.title }}</option>
          }
        </select>
      </label>
      <cs-loading [of]="read">Drawing the curve …</cs-loading>
      @if (curve(); as shown) {
        <h3 class="on-paper" translate="no">{{ shown.title }}</h3>
        <cs-curve-card [view]="shown" />
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--cs-3);
    }
    label {
      flex-wrap: wrap;
    }
    select {
      width: auto;
    }
    .on-paper {
      display: none;
    }
    @media print {
      label {
        display: none;
      }
      .on-paper {
        display: block;
      }
    }
  `,
})
export class CommitteeCurve {
  readonly view = input.required<CommitteeView>();
  readonly namesHidden = input(false);

  protected readonly asked = partOfAddress('curveOf');
  /** What has judged cases to draw. */
  protected readonly charted = computed(() =>
    this.view().competencies.filter(({ competence }) => competence.n > 0),
  );
  protected readonly chosen = computed(() => {
    const charted = this.charted();
    const worst = this.view().concerns.find(({ competence }) => competence !== undefined)?.competencyId;
    const most = charted.toSorted((one, other) => other.competence.n - one.competence.n)[0]?.id;
    const is = (id: string | undefined) => charted.some((one) => one.id === id);
    return [this.asked(), worst, most].find(is);
  });
  protected readonly read = inject(ProgramApi).read(readCompetency, () => {
    const competencyId = this.chosen();
    return competencyId === undefined
      ? undefined
      : { params: { fellowId: this.view().fellow.id, competencyId } };
  });
  /** Without the curve for readers who may not read ratings. */
  protected readonly curve = computed(() => {
    const view = this.read.view();
    if (view?.curve === undefined) return undefined;
    return this.namesHidden()
      ? withoutReviewers(
          view,
          this.view().people.map(({ name }) => name),
        )
      : view;
  });
}

/** The same curve without a word on who looked at an alarm. */
function withoutReviewers(view: FellowCompetencyView, names: readonly string[]): FellowCompetencyView {
  if (view.curve === undefined) return view;
  const stretches = view.curve.stretches.map(({ review, ...stretch }) => {
    if (review === undefined) return stretch;
    const note =
      review.note === undefined ? {} : { note: withoutNames(review.note, [...names, review.by.name]) };
    return { ...stretch, review: { ...review, ...note, by: { id: '', name: SOMEBODY } } };
  });
  return { ...view, curve: { ...view.curve, stretches } };
}
