import { Component, inject, input, linkedSignal } from '@angular/core';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { AgeBand, DiagnosisGroup, PainCategory } from '@countersign/domain/entry';
import { ageBandWords, diagnosisGroupWords, painCategoryWords } from '@countersign/contracts/words/entry';
import { ChipSelect } from '../ui/fields/chip-select';
import { ChoiceChips, choicesOf } from '../ui/fields/choice-chips';
import { Field, FieldProse } from '../ui/fields/field';
import { Switch } from '../ui/fields/switch';
import { DiagnosisField } from './diagnosis-field';
import { EntryDraft } from './entry-draft';

const optional = ['diagnosisId', 'ageBand', 'caseLabel', 'reflection'] as const;

/** What the entry was about, and what may be added: nothing here can tell who the patient was. */
@Component({
  selector: 'cs-case-fields',
  imports: [ChipSelect, ChoiceChips, DiagnosisField, Field, FieldProse, Switch],
  template: `
    <cs-choice-chips
      legend="Kind of pain"
      [choices]="painCategories"
      [value]="draft.encounter().painCategory"
      (valueChange)="draft.change({ painCategory: $event })"
      [error]="draft.noteAt('/painCategory')"
    />
    <cs-choice-chips
      legend="Diagnosis"
      [choices]="diagnosisGroups"
      [value]="draft.encounter().diagnosisGroup"
      (valueChange)="draft.change({ diagnosisGroup: $event })"
      [error]="draft.noteAt('/diagnosisGroup')"
    />
    <details class="cs-more" [open]="isOpen()">
      <summary>
        More <span class="cs-text-3">diagnosis code, age band, label, private reflection</span>
      </summary>
      <div class="cs-stack more">
        <cs-diagnosis-field
          [index]="index()"
          [group]="draft.encounter().diagnosisGroup"
          [value]="draft.encounter().diagnosisId"
          (valueChange)="draft.change({ diagnosisId: $event })"
          [error]="draft.noteAt('/diagnosisId')"
        />
        <cs-chip-select
          label="Age band"
          icon="people"
          [required]="false"
          [choices]="ageBands"
          [value]="draft.encounter().ageBand"
          (valueChange)="draft.change({ ageBand: $event })"
          [error]="draft.noteAt('/ageBand')"
        />
        <cs-field
          label="Label"
          hint="Your program’s own label, never a name or a record number."
          [error]="draft.noteAt('/caseLabel')"
        >
          <input
            maxlength="40"
            autocomplete="off"
            [csProse]="draft.encounter().caseLabel ?? ''"
            (csProseChange)="draft.change({ caseLabel: $event || undefined })"
          />
        </cs-field>
        <cs-field
          label="Reflection"
          hint="Only you can read this. Leave out whatever could tell who the patient was."
          [error]="draft.noteAt('/reflection')"
        >
          <textarea
            maxlength="2000"
            [csProse]="draft.encounter().reflection ?? ''"
            (csProseChange)="draft.change({ reflection: $event || undefined })"
          ></textarea>
        </cs-field>
      </div>
    </details>
    <cs-switch
      [on]="draft.encounter().simulation"
      (onChange)="draft.change({ simulation: $event })"
      [error]="draft.noteAt('/simulation')"
    >
      Simulation <small>no patient; counted apart</small>
    </cs-switch>
  `,
  styleUrl: './case-fields.css',
})
export class CaseFields {
  protected readonly draft = inject(EntryDraft);

  readonly index = input.required<CatalogueIndex>();
  protected readonly painCategories = choicesOf<PainCategory>(painCategoryWords);
  protected readonly diagnosisGroups = choicesOf<DiagnosisGroup>(diagnosisGroupWords);
  protected readonly ageBands = choicesOf<AgeBand>(ageBandWords);
  readonly #startsOpen = optional.some((field) => this.draft.encounter()[field] !== undefined);
  /** What was there when the entry was opened is in sight, and so is what needs attention or did: nothing closes on somebody who writes. */
  protected readonly isOpen = linkedSignal<boolean, boolean>({
    source: () => optional.some((field) => this.draft.noteAt(`/${field}`) !== undefined),
    computation: (needsAttention, before) => needsAttention || (before?.value ?? this.#startsOpen),
  });
}
