import { Component, computed, input } from '@angular/core';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import { willCount } from '@countersign/domain/competency';
import type { DraftContent } from '@countersign/domain/entry';
import type { ProgressView } from '@countersign/contracts/competencies/views';
import { againstInWords, openInWords } from '@countersign/contracts/words/will-count';

/**
 * What the entry will add to the fellow's competencies once it is approved, and where it will not, why: by the rules and
 * the numbers of the progress page. Nothing is promised before the approval.
 */
@Component({
  selector: 'cs-will-count',
  template: `
    @for (line of lines(); track line.key) {
      <p class="line">
        @if (line.adds > 0) {
          <span
            >Will count: <b>{{ line.title }}</b></span
          >
          <b class="number"
            >{{ line.value }} <span aria-hidden="true">→</span><span class="cs-visually-hidden">to</span>
            {{ line.value + line.adds }} of {{ line.need }}</b
          >
        } @else {
          <span
            ><b>{{ line.title }}:</b> {{ line.why }}</span
          >
          <span class="number">{{ line.value }} of {{ line.need }}</span>
        }
      </p>
    }
    @if (isUnasked()) {
      <p class="when">No competency counts this; it stays in your log.</p>
    } @else if (counts()) {
      <p class="when">
        Once {{ supervisor() ?? 'your supervisor' }} approves
        @if (waiting() > 0) {
          · {{ waiting() }} more {{ waiting() === 1 ? 'waits' : 'wait' }}
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.125rem;
      font-size: var(--cs-text-md);
    }
    :host:empty {
      display: none;
    }
    .line {
      display: flex;
      gap: 0.75rem;
      justify-content: space-between;
      font-size: var(--cs-text-sm);
      line-height: 1.3;
    }
    .number {
      flex: none;
    }
    .when {
      color: var(--cs-text-2);
      font-size: var(--cs-text-xs);
    }
  `,
})
export class WillCount {
  readonly content = input.required<DraftContent>();
  readonly index = input.required<CatalogueIndex>();
  /** Where the fellow stands; without it nothing is said. */
  readonly progress = input<ProgressView | undefined>();
  /** Name of the supervisor who will decide. */
  readonly supervisor = input<string | undefined>();

  protected readonly lines = computed(() => {
    const { competencies = [], asOfOn: asOf = '', baseSpecialty = null } = this.progress() ?? {};
    const asked = competencies.map(({ id, rules }) => ({ id, rules: rules.map(({ rule }) => rule) }));
    if (asked.length === 0) return [];
    const draft = { content: this.content(), catalogue: this.index() };
    return willCount(asked, draft, { asOf, baseSpecialty }).flatMap((found) => {
      const competency = competencies.find(({ id }) => id === found.competencyId);
      const standing = competency?.rules[found.ruleIndex];
      if (!competency || !standing) return [];
      const { value, need, waiting } = standing;
      const why = found.open.length > 0 ? `depends on ${openInWords(found.open)}` : notCounted(found.against);
      const key = `${found.competencyId} ${found.ruleIndex}`;
      return [{ key, title: competency.title, adds: found.adds, value, need, waiting, why }];
    });
  });
  protected readonly counts = computed(() => this.lines().some(({ adds }) => adds > 0));
  protected readonly waiting = computed(() =>
    this.lines().reduce((sum, { adds, waiting }) => sum + (adds > 0 ? waiting : 0), 0),
  );
  /** The numbers are there, something was chosen, and no competency is about it. */
  protected readonly isUnasked = computed(
    () => this.progress() !== undefined && this.content().procedures.length > 0 && this.lines().length === 0,
  );
}

function notCounted(against: Parameters<typeof againstInWords>[0]): string {
  return `not counted, ${againstInWords(against)}`;
}
