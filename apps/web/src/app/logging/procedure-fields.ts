import { Component, computed, inject, input, linkedSignal, output, untracked } from '@angular/core';
import type {
  CatalogueIndex,
  CatalogueItem,
  Guidance,
  ProcedureRole,
  Side,
} from '@countersign/domain/catalogue';
import type { DraftProcedure, Help, Outcome, SupervisionLevel } from '@countersign/domain/entry';
import { guidanceWords, sideWords, levelName } from '@countersign/contracts/words/catalogue';
import {
  outcomeWords,
  roleQuestion,
  roleWordsOf,
  supervisionWords,
} from '@countersign/contracts/words/procedure';
import { helpReceived } from '@countersign/contracts/words/rating';
import { ChipSelect } from '../ui/fields/chip-select';
import { ChoiceChips, choicesOf } from '../ui/fields/choice-chips';
import { Field, FieldProse } from '../ui/fields/field';
import { FieldError } from '../ui/fields/field-error';
import { ToggleChips } from '../ui/fields/toggle-chips';
import { HelpScale } from '../ui/help-scale';
import { Icon } from '../ui/icon';
import { LevelPicker } from '../ui/level-picker';
import { ComplicationFields } from './complication-fields';
import { DetailFields } from './detail-fields';
import { EntryDraft, patched, type Patch } from './entry-draft';

/** Everything about one chosen procedure or experience: where, how, whose hands, and how it went. */
@Component({
  selector: 'cs-procedure-fields',
  imports: [
    ChipSelect,
    ChoiceChips,
    ComplicationFields,
    DetailFields,
    Field,
    FieldError,
    FieldProse,
    HelpScale,
    Icon,
    LevelPicker,
    ToggleChips,
  ],
  templateUrl: './procedure-fields.html',
  styleUrl: './procedure-fields.css',
})
export class ProcedureFields {
  protected readonly draft = inject(EntryDraft);

  readonly index = input.required<CatalogueIndex>();
  readonly item = input.required<CatalogueItem>();
  readonly procedure = input.required<DraftProcedure>();
  /** JSON pointer of the procedure in the entry. */
  readonly pointer = input.required<string>();
  /** Levels used last for the item. */
  readonly usual = input<readonly string[]>([]);
  readonly changed = output<DraftProcedure>();

  protected readonly roleQuestion = roleQuestion;
  protected readonly roles = computed(() => choicesOf<ProcedureRole>(roleWordsOf(this.item())));
  protected readonly supervisionLevels = choicesOf<SupervisionLevel>(supervisionWords).map(
    ({ value, name }) => ({ value, name }),
  );
  protected readonly outcomes = choicesOf<Outcome>({
    success: outcomeWords.success,
    'supervisor-took-over': outcomeWords['supervisor-took-over'],
    converted: outcomeWords.converted,
    aborted: outcomeWords.aborted,
  });
  protected readonly helpReceived = helpReceived;

  protected readonly isProcedure = computed(() => this.item().kind === 'procedure');
  protected readonly hasLevels = computed(() => this.item().levels.length > 0);
  /** Targets alone were named, such as a bone that is no vertebra: then the side is said once. */
  protected readonly areTargets = computed(() => {
    const { levels } = this.procedure();
    return levels.length > 0 && levels.every(({ level }) => this.item().targets.includes(level));
  });
  protected readonly sides = computed(() =>
    this.hasLevels() && !this.areTargets()
      ? []
      : this.item().sides.map((side) => ({ value: side, name: sideWords[side] })),
  );
  protected readonly targets = computed(() => this.item().targets.map((key) => this.#named(key)));
  protected readonly chosenTargets = computed(() =>
    this.procedure()
      .levels.map(({ level }) => level)
      .filter((level) => !this.item().levels.includes(level)),
  );
  protected readonly guidance = computed(() =>
    this.item().guidance.map((value) => ({ value, name: guidanceWords[value] })),
  );
  /** Those of the item, and what was recorded under another edition, so that it can be taken out. */
  protected readonly techniques = computed(() =>
    [...new Set([...this.item().techniques, ...this.procedure().techniques])].map((key) => this.#named(key)),
  );
  protected readonly detailNames = computed(() =>
    this.item()
      .details.map(({ name }) => name.toLowerCase())
      .join(', '),
  );
  readonly #startsOpen = linkedSignal({
    source: () => this.item().id,
    computation: () => untracked(this.procedure).details !== undefined,
  });
  /** What was there when the procedure was opened is in sight, and so is what needs attention. */
  protected readonly detailsOpen = computed(() => this.#startsOpen() || this.noteAt('details') !== undefined);
  protected readonly regions = computed(() => {
    const regions = this.item().regions.filter((region) => region !== 'any');
    return regions.length > 1 && !this.hasLevels() ? regions.map((key) => this.#named(key)) : [];
  });

  protected noteAt(field: string): string | undefined {
    return this.draft.noteAt(`${this.pointer()}/${field}`);
  }

  protected patch(patch: Patch<DraftProcedure>): void {
    this.changed.emit(patched(this.procedure(), patch));
  }

  protected setSide(side: Side | undefined): void {
    this.patch({ side });
  }

  /** A target that lies in one region says it, unless somebody has chosen another. */
  protected setTargets(targets: readonly string[]): void {
    const { levels, region } = this.procedure();
    const kept = levels.filter(({ level }) => this.item().levels.includes(level));
    const said = targets.flatMap((target) => this.item().regionOf[target] ?? []);
    this.patch({
      levels: [...kept, ...targets.map((level) => ({ level }))],
      ...(region === undefined && said.length > 0 ? { region: said[0] } : {}),
    });
  }

  protected setGuidance(guidance: Guidance | undefined): void {
    this.patch({ guidance });
  }

  /** Only an aborted procedure has a reason. */
  protected setOutcome(outcome: Outcome | undefined): void {
    this.patch({ outcome, ...(outcome === 'aborted' ? {} : { abortedReason: undefined }) });
  }

  #named(value: string): { value: string; name: string } {
    return { value, name: levelName(value, this.index()) };
  }

  protected setSelfHelp(selfHelp: Help | undefined): void {
    this.patch({ selfHelp });
  }
}
