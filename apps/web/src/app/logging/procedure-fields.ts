import { Component, computed, inject, input, output } from '@angular/core';
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
  procedureRoleWords,
  roleQuestion,
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
import { EntryDraft, patched, type Patch } from './entry-draft';

/** Everything about one chosen procedure or experience: where, how, whose hands, and how it went. */
@Component({
  selector: 'cs-procedure-fields',
  imports: [
    ChipSelect,
    ChoiceChips,
    ComplicationFields,
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
  protected readonly roles = choicesOf<ProcedureRole>(procedureRoleWords);
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
  protected readonly sides = computed(() =>
    this.hasLevels() ? [] : this.item().sides.map((side) => ({ value: side, name: sideWords[side] })),
  );
  protected readonly targets = computed(() => (this.hasLevels() ? [] : this.item().targets.map(named)));
  protected readonly chosenTargets = computed(() => this.procedure().levels.map(({ level }) => level));
  protected readonly guidance = computed(() =>
    this.item().guidance.map((value) => ({ value, name: guidanceWords[value] })),
  );
  protected readonly techniques = computed(() => this.item().techniques.map(named));
  protected readonly regions = computed(() => {
    const regions = this.item().regions.filter((region) => region !== 'any');
    return regions.length > 1 && !this.hasLevels() ? regions.map(named) : [];
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

  protected setTargets(targets: readonly string[]): void {
    this.patch({ levels: targets.map((level) => ({ level })) });
  }

  protected setGuidance(guidance: Guidance | undefined): void {
    this.patch({ guidance });
  }

  /** Only an aborted procedure has a reason. */
  protected setOutcome(outcome: Outcome | undefined): void {
    this.patch({ outcome, ...(outcome === 'aborted' ? {} : { abortedReason: undefined }) });
  }

  protected setSelfHelp(selfHelp: Help | undefined): void {
    this.patch({ selfHelp });
  }
}

function named(value: string): { value: string; name: string } {
  return { value, name: levelName(value) };
}
