import { Component, computed, inject, input, output } from '@angular/core';
import type { AskedRule, FactFilter, LeafRule, Rule } from '@countersign/domain/competency';
import { counted } from '@countersign/contracts/words/count';
import { FilterEditor, chosen } from './filter-editor';
import {
  given,
  idFrom,
  leafKinds,
  newRule,
  ruleKindNames,
  withAt,
  without,
  type RuleSurroundings,
} from './edited-set';
import { SetTrial } from './set-trial';

/** One rule as a sentence whose boxed words can be changed; what is wrong with it stands below. */
@Component({
  selector: 'cs-rule-editor',
  imports: [FilterEditor],
  templateUrl: './rule-editor.html',
  styleUrl: './sentence.css',
})
export class RuleEditor {
  readonly #trial = inject(SetTrial);

  readonly rule = input.required<Rule>();
  readonly around = input.required<RuleSurroundings>();
  /** JSON pointer of the rule in the set. */
  readonly at = input.required<string>();
  readonly changed = output<Rule>();

  protected readonly helps = [1, 2, 3, 4, 5] as const;
  protected readonly branches = ['listed', 'others'] as const;
  protected readonly leafKinds = leafKinds;
  protected readonly askedKinds = [...leafKinds, 'any-of'] as const;
  protected readonly names = ruleKindNames;
  protected readonly faults = computed(() => {
    const { kind } = this.rule();
    // What is wrong in a rule within stands there.
    if (kind === 'any-of') return this.#own(['', '/need', '/rules']);
    if (kind === 'base-specialty')
      return [...this.#own(['']), ...this.#trial.faultsUnder(`${this.at()}/specialties`)];
    return this.#trial.faultsUnder(this.at());
  });
  protected readonly list = (parts: readonly LeafRule[]): string => counted(parts.length, 'rule', 'rules');

  #own(places: readonly string[]): readonly string[] {
    return places.flatMap((place) => this.#trial.faultAt(`${this.at()}${place}`) ?? []);
  }

  protected wrong(key: string): 'true' | null {
    return this.#trial.faultsUnder(`${this.at()}/${key}`).length > 0 ? 'true' : null;
  }

  /** A number of the sentence; what is no number is 0, which the server refuses with words. */
  protected number(key: 'need' | 'n' | 'percent' | 'windowMonths', event: Event): void {
    const typed = event.target instanceof HTMLInputElement ? event.target.valueAsNumber : 0;
    this.#change({ [key]: Number.isSafeInteger(typed) ? typed : 0 });
  }

  protected choose(key: 'per' | 'of' | 'standing' | 'competencyId', event: Event): void {
    this.#change({ [key]: chosen(event) });
  }

  protected help(event: Event): void {
    this.#change({ minHelp: Number(chosen(event)) });
  }

  protected filter(filter: FactFilter): void {
    this.#change({ filter });
  }

  protected certificate(event: Event): void {
    const title = textOf(event);
    this.#change({ title, certificateId: idFrom(title, 'certificate') });
  }

  protected part(parts: readonly LeafRule[], at: number, rule: Rule): void {
    this.#change({ rules: withAt(parts, at, rule as LeafRule) });
  }

  protected addPart(parts: readonly LeafRule[], event: Event): void {
    const kind = leafKinds.find((one) => one === chosen(event));
    if (kind) this.#change({ rules: [...parts, newRule(kind, this.around()) as LeafRule] });
    if (event.target instanceof HTMLSelectElement) event.target.value = '';
  }

  protected removePart(parts: readonly LeafRule[], at: number): void {
    this.#change({ rules: without(parts, at) });
  }

  protected named(event: Event): void {
    const specialties = textOf(event)
      .split(/[;,]/)
      .map((one) => one.trim());
    this.#change({ specialties });
  }

  protected branch(key: 'listed' | 'others', event: Event): void {
    const kind = this.askedKinds.find((one) => one === chosen(event));
    this.put(key, kind && (newRule(kind, this.around()) as AskedRule));
  }

  protected put(key: 'listed' | 'others', rule: Rule | undefined): void {
    this.#change({ [key]: rule });
  }

  #change(change: object): void {
    this.changed.emit(given({ ...this.rule(), ...change } as Rule));
  }
}

function textOf(event: Event): string {
  return event.target instanceof HTMLInputElement ? event.target.value : '';
}
