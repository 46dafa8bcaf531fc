import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ruleInWords } from '@countersign/contracts/words/competency';
import {
  digestInWords,
  holdsInWords,
  rulesFinding,
  signedSentence,
} from '@countersign/contracts/words/sign-off';
import { dayFull, instantFull } from '@countersign/contracts/words/time';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { LearningChart } from './learning-chart';
import type { DrawnDocument } from './shown-document';

/**
 * What is signed, as one sheet: the edge of the paper is the edge of what is signed. All of it comes from the bytes of the
 * document; a link out of it opens what lies behind a number today, which is no part of what is signed.
 */
@Component({
  selector: 'cs-signing-paper',
  imports: [Icon, LearningChart, RouterLink],
  templateUrl: './signing-paper.html',
  styleUrl: './signing-paper.css',
})
export class SigningPaper {
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #session = inject(Session);

  readonly shown = input.required<DrawnDocument>();
  /** The words of the waiver, which are kept apart; the sheet holds a commitment to them. */
  readonly waiverText = input<string>();
  /** It was signed already. */
  readonly signed = input(false);
  /** Signatures are still to come: as long as they are, whoever may sign reads the evidence. */
  readonly pending = input(false);

  protected readonly document = computed(() => this.shown().document);
  protected readonly shortDigest = computed(() => digestInWords(this.shown().digest, 2));
  protected readonly fullDigest = computed(() => digestInWords(this.shown().digest));
  protected readonly sentence = computed(() => signedSentence(this.document()));
  protected readonly holds = computed(() => holdsInWords(this.document()));
  protected readonly finding = computed(() => rulesFinding(this.document().rules));
  protected readonly rules = computed(() =>
    this.document().rules.map((rule) => ({
      ...rule,
      said: ruleInWords(rule, this.#catalogue.index()),
      link: this.#evidenceOf(),
      fragment: `rule-${rule.index}`,
    })),
  );
  /** Entries that were counted, once each, with the version that counts. */
  protected readonly entries = computed(() => {
    const all = this.document().rules.flatMap(({ evidence }) => evidence);
    const versions = new Map(all.map(({ entryId, number }) => [entryId, number]));
    return [...versions].map(([id, number]) => ({ id, number, short: id.slice(-8) }));
  });
  /** Supervisors read entries that name them; the evidence page knows which these are. */
  protected readonly mayOpenEntries = computed(() => this.#session.role() !== 'supervisor');
  protected readonly waiver = computed(() => {
    const { waiver, program } = this.document();
    return (
      waiver && { by: waiver.by.name, at: instantFull(waiver.at, program.timeZone), textId: waiver.textId }
    );
  });
  protected readonly day = dayFull;

  #evidenceOf(): readonly string[] | null {
    const { fellow, competency, signOffId } = this.document();
    if (this.#session.role() !== 'supervisor') return ['/fellows', fellow.id, 'competencies', competency.id];
    return this.pending() ? ['/sign-offs', signOffId, 'evidence'] : null;
  }
}
