import { Component, computed, inject, input, output } from '@angular/core';
import { supervisionLevels } from '@countersign/domain/entry';
import { ruleKinds, type Competency, type Rule } from '@countersign/domain/competency';
import { supervisionInLine } from '@countersign/contracts/words/procedure';
import { chosen } from './boxed';
import { given, moved, newRule, ruleKindNames, withAt, without } from './edited-set';
import { ItemSet } from './item-set';
import { NumberSourceNote } from './number-source';
import { RuleEditor } from './rule-editor';
import { SetTrial } from './set-trial';

/** What was changed in a competency, and what is said of it where that is more than what is seen. */
export interface CompetencyChange {
  readonly change: Partial<Competency>;
  readonly said: string;
}

/** A competency: its titles, what it is about, its rules as sentences that must all be true, and what a sign-off of it is. */
@Component({
  selector: 'cs-competency-editor',
  imports: [ItemSet, NumberSourceNote, RuleEditor],
  templateUrl: './competency-editor.html',
  styleUrl: './competency-editor.css',
})
export class CompetencyEditor {
  protected readonly trial = inject(SetTrial);

  readonly competency = input.required<Competency>();
  readonly all = input.required<readonly Competency[]>();
  /** JSON pointer of the competency in the set. */
  readonly at = input.required<string>();
  readonly changed = output<CompetencyChange>();

  protected readonly kinds = ruleKinds;
  protected readonly names = ruleKindNames;
  protected readonly levels = supervisionLevels.map((value) => ({ value, name: supervisionInLine[value] }));
  protected readonly around = computed(() => ({
    about: this.competency().about,
    others: this.all().filter(({ id }) => id !== this.competency().id),
  }));
  protected readonly head = computed(() =>
    ['title', 'shortTitle', 'about', 'lapseMonths', 'id', 'source'].flatMap((key) =>
      this.trial.faultsUnder(`${this.at()}/${key}`),
    ),
  );

  protected wrong(key: string): 'true' | null {
    return this.trial.faultsUnder(`${this.at()}/${key}`).length > 0 ? 'true' : null;
  }

  protected text(key: 'title' | 'shortTitle', event: Event): void {
    if (event.target instanceof HTMLInputElement) this.emit({ [key]: event.target.value });
  }

  protected flag(key: 'highRisk' | 'observeFirst', event: Event): void {
    const is = event.target instanceof HTMLInputElement && event.target.checked;
    this.emit(key === 'highRisk' ? { highRisk: is } : ({ observeFirst: is ? true : undefined } as never));
  }

  protected lapse(event: Event): void {
    const months = event.target instanceof HTMLInputElement ? event.target.valueAsNumber : NaN;
    this.emit({ lapseMonths: Number.isNaN(months) ? undefined : months } as never);
  }

  protected grants(event: Event): void {
    const level = supervisionLevels.find((one) => one === chosen(event));
    this.emit({ grants: level } as never);
  }

  protected rule(at: number, rule: Rule): void {
    this.emit({ rules: withAt(this.competency().rules, at, given(rule)) });
  }

  protected add(kind: Rule['kind']): void {
    const rules = [...this.competency().rules, newRule(kind, this.around())];
    this.emit({ rules }, `Added a sentence: ${this.names[kind]}.`);
  }

  protected remove(at: number): void {
    this.emit({ rules: without(this.competency().rules, at) }, 'Removed a sentence. Undo brings it back.');
  }

  protected move(at: number, by: number): void {
    const rules = moved(this.competency().rules, at, at + by);
    if (rules !== this.competency().rules) this.emit({ rules }, `Moved to place ${at + by + 1}.`);
  }

  protected emit(change: Partial<Competency>, said = ''): void {
    this.changed.emit({ change, said });
  }
}
