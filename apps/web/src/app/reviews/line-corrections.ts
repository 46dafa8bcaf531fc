import { Component, computed, inject, input } from '@angular/core';
import type { ProcedureRole } from '@countersign/domain/catalogue';
import { CONTEST_DAYS, type SupervisionLevel } from '@countersign/domain/entry';
import type { EntryView } from '@countersign/contracts/entries/views';
import { roleWordsOf, supervisionWords } from '@countersign/contracts/words/procedure';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ChipSelect } from '../ui/fields/chip-select';
import { choicesOf } from '../ui/fields/choice-chips';
import { Field, FieldProse } from '../ui/fields/field';
import type { ApprovalDraft } from './approval-draft';

/** Sets role and supervision level of each procedure right; the fellow's own values stay beside them. */
@Component({
  selector: 'cs-line-corrections',
  imports: [ChipSelect, Field, FieldProse],
  template: `
    @for (line of lines(); track $index) {
      <fieldset>
        <legend>Correct {{ line.procedure.itemName }}</legend>
        <div class="chips">
          <cs-chip-select
            [label]="'Role in ' + line.procedure.itemName"
            icon="person"
            [choices]="line.roles"
            [value]="draft().roles.at($index) ?? line.procedure.role"
            (valueChange)="draft().roles.set($index, $event)"
          />
          @if (!line.isMeeting) {
            <cs-chip-select
              [label]="'Supervision of ' + line.procedure.itemName"
              icon="hidden"
              [choices]="levels"
              [value]="draft().supervisions.at($index) ?? line.procedure.supervision"
              [error]="draft().contradictions().get($index)"
              (valueChange)="draft().supervisions.set($index, $event)"
            />
          }
        </div>
      </fieldset>
    }
    <cs-field label="Why do you correct it?" [hint]="hint" [error]="error()">
      <textarea rows="2" maxlength="1000" [(csProse)]="draft().correctionReason"></textarea>
    </cs-field>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--cs-4);
    }
    legend {
      margin-bottom: var(--cs-2);
      font-size: var(--cs-text-sm);
      font-weight: 600;
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: var(--cs-2);
    }
  `,
})
export class LineCorrections {
  readonly #catalogue = inject(ProgramCatalogue);

  readonly procedures = input.required<EntryView['content']['procedures']>();
  readonly draft = input.required<ApprovalDraft>();
  readonly error = input<string>();

  protected readonly hint = `Your values count from now on. The fellow may accept or contest them within ${CONTEST_DAYS} days; then they stand.`;
  protected readonly levels = choicesOf<SupervisionLevel>(supervisionWords);
  /** The procedures with the roles in the words of their item. */
  protected readonly lines = computed(() =>
    this.procedures().map((procedure) => {
      const item = this.#catalogue.index()?.item(procedure.itemId);
      return {
        procedure,
        roles: choicesOf<ProcedureRole>(roleWordsOf(item)),
        // In a meeting nobody holds a needle, and nobody is supervised at it.
        isMeeting: item?.meeting ?? false,
      };
    }),
  );
}
