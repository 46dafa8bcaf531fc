import { Component, computed, inject, input } from '@angular/core';
import type { DecisionView, EntryView, VersionView } from '@countersign/contracts/entries/views';
import { changeInWords } from '@countersign/contracts/words/change';
import { correctionOf, settledInWords } from '@countersign/contracts/words/correction';
import { counted } from '@countersign/contracts/words/count';
import { decisionLines, decisionWords } from '@countersign/contracts/words/decision';
import { personInWords } from '@countersign/contracts/words/person';
import { dayShort, instantFull } from '@countersign/contracts/words/time';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramClock } from '../platform/program-clock';
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
  readonly #clock = inject(ProgramClock);

  readonly entry = input.required<EntryView>();

  /** That a correction stands because nobody answered it in its days; undefined for any other. */
  readonly #unanswered = computed(() => {
    const correction = correctionOf(this.entry());
    if (correction?.state !== 'open') return undefined;
    const dayOf = (at: number) => dayShort(this.#clock.dayOf(at), this.#clock.today());
    const said = settledInWords(correction, this.#clock.now(), dayOf);
    return said === undefined ? undefined : { at: correction.at, said };
  });
  protected readonly versions = computed(() => {
    const { versions, approvedNumber } = this.entry();
    return versions.toReversed().map((version) => ({
      number: version.number,
      counts: version.number === approvedNumber,
      sent: sentText(version, this.#clock.timeZone()),
      changes: version.changes.map((change) => changeInWords(change, this.entry(), this.#catalogue.index())),
      decisions: version.decisions.map((decision) => ({
        ...decisionInWords(decision, version.itemNames, this.#clock.timeZone()),
        note:
          decision.corrections && decision.at === this.#unanswered()?.at
            ? this.#unanswered()?.said
            : undefined,
      })),
    }));
  });
}

function sentText({ at, submittedAt, lateDays }: VersionView, timeZone: string): string {
  if (submittedAt === undefined) return `Written ${instantFull(at, timeZone)}, not submitted`;
  const late = lateDays === undefined ? '' : `, ${counted(lateDays, 'day', 'days')} after the procedure`;
  return `Submitted ${instantFull(submittedAt, timeZone)}${late}`;
}

function decisionInWords(decision: DecisionView, itemNames: readonly string[], timeZone: string) {
  const { kind, by, onBehalfOf, undone, at } = decision;
  const standIn = onBehalfOf === undefined ? '' : ` for ${personInWords(onBehalfOf)}`;
  return {
    kind,
    undone,
    goesOn: kind === 'approved' || kind === 'accepted' || kind === 'upheld',
    title: `${decisionWords[kind]} by ${personInWords(by)}${standIn}`,
    at: instantFull(at, timeZone),
    lines: decisionLines(decision, itemNames),
  };
}
