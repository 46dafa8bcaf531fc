import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RuleView } from '@countersign/contracts/competencies/rule-views';
import type { RuleEvidenceView } from '@countersign/contracts/competencies/views';
import { notCountedWords, partsInWords, ruleInWords } from '@countersign/contracts/words/competency';
import { lineInWords } from '@countersign/contracts/words/entry';
import { roleInWords } from '@countersign/contracts/words/procedure';
import { dayFull } from '@countersign/contracts/words/time';
import { InAddress } from '../platform/in-address';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { Icon, type IconName } from '../ui/icon';
import { evidenceRows, type EvidenceMark, type EvidenceRow, type MarkState } from './evidence-marks';

const FIRST = 8;

const states = ['counts', 'waits', 'not'] as const satisfies readonly MarkState[];

const marks: Readonly<
  Record<MarkState, { readonly icon: IconName; readonly word: string; readonly title: string }>
> = {
  counts: { icon: 'check', word: 'counts', title: 'Counts' },
  waits: { icon: 'clock', word: 'waits for approval', title: 'Waits' },
  not: { icon: 'remove', word: 'does not count', title: 'Not counted' },
};

/** The rules of a competency with their numbers, and under them the entries behind all of them as one list with marks. */
@Component({
  selector: 'cs-rules-evidence',
  imports: [Icon, RouterLink],
  templateUrl: './rules-evidence.html',
  styleUrl: './rules-evidence.css',
})
export class RulesEvidence {
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #address = inject(InAddress);

  readonly rules = input.required<readonly RuleEvidenceView[]>();
  /** Only entries of this supervisor open; any does where it is absent. */
  readonly opensOf = input<string>();

  protected readonly rows = computed(() => evidenceRows(this.rules()));
  /** What of the list is shown; everything unless something is chosen. */
  protected readonly only = computed(() => states.find((one) => one === this.#address.value('entries')));
  protected readonly all = computed(() => this.#address.value('all') !== undefined);
  protected readonly chosen = computed(() => {
    const only = this.only();
    return only === undefined ? this.rows() : this.rows().filter(({ state }) => state === only);
  });
  protected readonly shown = computed(() => (this.all() ? this.chosen() : this.chosen().slice(0, FIRST)));
  protected readonly parts = computed(() =>
    states.map((state) => ({
      ...{ state, title: marks[state].title },
      count: this.rows().filter((row) => row.state === state).length,
    })),
  );
  protected readonly hidden = computed(() =>
    this.rules().filter(({ ratingsHidden }) => ratingsHidden === true),
  );
  protected readonly mark = marks;
  protected readonly day = dayFull;

  protected ruleText(rule: Pick<RuleView, 'rule' | 'otherTitle' | 'titles'>): string {
    return ruleInWords(rule, this.#catalogue.index());
  }

  /** What each of the rules in a rule says, and what is asked because of the base specialty. */
  protected within(rule: RuleView): readonly string[] {
    return partsInWords(rule, this.#catalogue.index());
  }

  protected show(state: MarkState): void {
    this.#address.choose({ entries: this.only() === state ? null : state, all: null });
  }

  protected showAll(): void {
    this.#address.choose({ all: 'shown' });
  }

  protected opens({ entry }: EvidenceRow): boolean {
    const supervisorId = this.opensOf();
    return supervisorId === undefined || entry.supervisor?.id === supervisorId;
  }

  protected facts({ entry }: EvidenceRow): string {
    const procedures = entry.procedures.map((line) =>
      [lineInWords(line, this.#catalogue.index()), line.role && roleInWords(line, this.#catalogue.index())]
        .filter(Boolean)
        .join(', '),
    );
    return [...procedures, entry.supervisor?.name, entry.siteName].filter(Boolean).join(' · ');
  }

  /** Why the entry does not count, for each rule that says so, in one line; those of one reason together. */
  protected why({ marks: own }: EvidenceRow): readonly string[] {
    const rulesBy = new Map<string, number[]>();
    for (const { rule, state, reasons } of own) {
      if (state !== 'not') continue;
      const text = reasons.map((reason) => notCountedWords[reason]).join('; ');
      rulesBy.set(text, [...(rulesBy.get(text) ?? []), rule + 1]);
    }
    return [...rulesBy].map(([text, rules]) => `rule ${rules.join(', ')}: ${text}`);
  }

  protected markSaid({ rule, state, counts }: EvidenceMark): string {
    const adds = counts > 1 ? `, adds ${counts}` : '';
    return `rule ${rule + 1} ${marks[state].word}${adds}`;
  }
}
