import { Component, computed, inject, input, output } from '@angular/core';
import type { AskedRule, FactFilter, LeafRule, Rule } from '@countersign/domain/competency';
import { counted } from '@countersign/contracts/words/count';
import type { Choice } from '../ui/fields/choice-chips';
import { BoxedChoice, BoxedNumber, chosen } from './boxed';
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
import { FilterEditor } from './filter-editor';
import { SetTrial } from './set-trial';

/** A member of a rule that one box of its sentence holds. */
type SetKey = 'need' | 'n' | 'percent' | 'windowMonths' | 'per' | 'of' | 'standing' | 'competencyId';

const units: readonly Choice[] = [
  { value: 'session', name: 'sessions' },
  { value: 'procedure', name: 'procedures' },
  { value: 'level', name: 'levels' },
];
const differing: readonly Choice[] = [
  { value: 'supervisor', name: 'supervisors' },
  { value: 'site', name: 'sites' },
  { value: 'item', name: 'procedures' },
];
const spans: readonly Choice[] = [
  { value: 'newest', name: 'the newest' },
  { value: 'all', name: 'all, and at least' },
];
const standings: readonly Choice[] = [
  { value: 'met', name: 'met' },
  { value: 'signed', name: 'signed off' },
];
const helps: readonly Choice[] = [1, 2, 3, 4, 5].map((help) => ({
  value: `${help}`,
  name: `help ${help} or more`,
}));

/** One rule as a sentence whose boxed words can be changed; what is wrong with it stands below. */
@Component({
  selector: 'cs-rule-editor',
  imports: [BoxedChoice, BoxedNumber, FilterEditor],
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

  protected readonly units = units;
  protected readonly differing = differing;
  protected readonly spans = spans;
  protected readonly standings = standings;
  protected readonly helps = helps;
  /** The competencies that may come first; an empty choice only until one is chosen. */
  protected readonly others = computed((): readonly Choice[] => {
    const rule = this.rule();
    const isOpen = rule.kind === 'other-competency' && rule.competencyId === '';
    const others = this.around().others.map(({ id, title }) => ({ value: id, name: title || id }));
    return isOpen ? [{ value: '', name: 'choose a competency' }, ...others] : others;
  });
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

  protected set(key: SetKey, value: number | string): void {
    this.#change({ [key]: value });
  }

  protected help(help: string): void {
    this.#change({ minHelp: Number(help) });
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
