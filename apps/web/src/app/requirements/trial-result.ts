import { Component, computed, inject, input } from '@angular/core';
import type { Rule } from '@countersign/domain/competency';
import type {
  CompetencyDifferenceView,
  RequirementTrialView,
} from '@countersign/contracts/requirements/views';
import { ruleInWords } from '@countersign/contracts/words/competency';
import { counted } from '@countersign/contracts/words/count';
import { allOf } from '@countersign/contracts/words/list';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { Icon } from '../ui/icon';

const differenceWords = { added: 'new', removed: 'taken out', changed: 'changed', same: 'the same' } as const;

/** What publishing a file would change: what is wrong, rule by rule, and for each fellow with both numbers. */
@Component({
  selector: 'cs-trial-result',
  imports: [Icon],
  templateUrl: './trial-result.html',
  styleUrl: './trial-result.css',
})
export class TrialResult {
  readonly #catalogue = inject(ProgramCatalogue);
  readonly trial = input.required<RequirementTrialView>();

  protected readonly list = allOf;
  protected readonly words = differenceWords;
  protected readonly day = dayFull;
  protected readonly heading = computed(() => {
    const { faults, follows } = this.trial();
    if (faults.length > 0) return `${counted(faults.length, 'place', 'places')} to set right`;
    const changes = counted(this.changed().length, 'difference', 'differences');
    return follows
      ? `${changes} to ${follows.title}, version ${follows.version}`
      : 'The first set of the program';
  });
  protected readonly changed = computed(() =>
    this.trial().competencies.filter(({ difference }) => difference !== 'same'),
  );
  /** Of each fellow only what has another number, or is met under one version alone. */
  protected readonly fellows = computed(() =>
    this.trial().fellows.map((line) => ({
      ...line,
      lines: line.competencies.filter(
        ({ before, after }) =>
          before.length !== 1 ||
          before.some(
            ({ value, need, met }) => value !== after.value || need !== after.need || met !== after.met,
          ),
      ),
    })),
  );

  protected titleOf({ before, after }: CompetencyDifferenceView): string {
    return after?.title ?? before?.title ?? '';
  }

  protected ruleText(rule: Rule | undefined): string {
    if (rule === undefined) return '';
    const named = this.trial().competencies.flatMap(({ before, after }) =>
      [before ?? [], after ?? []].flat(),
    );
    const titles = Object.fromEntries(named.map(({ id, title }) => [id, title]));
    return ruleInWords({ rule, titles }, this.#catalogue.index());
  }
}
