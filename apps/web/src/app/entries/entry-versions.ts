import { Component, computed, inject, input } from '@angular/core';
import type { DecisionView, EntryView, VersionView } from '@countersign/contracts/entries/views';
import { changeInWords } from '@countersign/contracts/words/change';
import { counted } from '@countersign/contracts/words/count';
import { helpReceived, nextTimeSteps } from '@countersign/contracts/words/rating';
import { returnReasonWords } from '@countersign/contracts/words/review';
import { instantFull } from '@countersign/contracts/words/time';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { Icon } from '../ui/icon';

/** Every version of an entry with what changed and what was decided, newest first. */
@Component({
  selector: 'cs-entry-versions',
  imports: [Icon],
  templateUrl: './entry-versions.html',
  styleUrl: './entry-versions.css',
})
export class EntryVersions {
  readonly #catalogue = inject(ProgramCatalogue);

  readonly entry = input.required<EntryView>();

  protected readonly versions = computed(() => {
    const { versions, approvedNumber } = this.entry();
    return versions.toReversed().map((version) => ({
      number: version.number,
      counts: version.number === approvedNumber,
      sent: sentText(version),
      changes: version.changes.map((change) => changeInWords(change, this.entry(), this.#catalogue.index())),
      decisions: version.decisions.map(decisionInWords),
    }));
  });
}

function sentText({ at, submittedAt, lateDays }: VersionView): string {
  if (submittedAt === undefined) return `Written ${instantFull(at)}, not submitted`;
  const late = lateDays === undefined ? '' : `, ${counted(lateDays, 'day', 'days')} after the procedure`;
  return `Submitted ${instantFull(submittedAt)}${late}`;
}

function decisionInWords(decision: DecisionView) {
  const help = helpReceived.find((step) => step.value === decision.help);
  const nextTime = nextTimeSteps.find((step) => step.value === decision.nextTime);
  return {
    kind: decision.kind,
    undone: decision.undone,
    title: `${decision.kind === 'approved' ? 'Approved' : 'Returned'} by ${decision.by.name}`,
    at: instantFull(decision.at),
    lines: [
      help && { label: `Help ${help.value}`, text: help.full },
      nextTime && { label: 'Next time', text: nextTime.full },
      decision.keepDoing && { label: 'Keep doing', text: decision.keepDoing },
      decision.nextTimeText && { label: 'Do differently', text: decision.nextTimeText },
      decision.reasonText && {
        label: returnReasonWords[decision.reasonCode ?? 'other'],
        text: decision.reasonText,
      },
    ].filter((line) => typeof line === 'object'),
  };
}
