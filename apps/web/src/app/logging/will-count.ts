import { Component, computed, input } from '@angular/core';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { DraftContent } from '@countersign/domain/entry';
import type { ProgressView } from '@countersign/contracts/competencies/views';

/** What the entry will add to the fellow's numbers once it is approved; nothing is promised before. */
@Component({
  selector: 'cs-will-count',
  template: `
    @if (simulated()) {
      <p>Simulation: kept and counted apart, never with patients.</p>
    } @else {
      @for (line of lines(); track line.groupId) {
        <p class="line">
          <span
            >Will count: <b>{{ line.title }}</b></span
          >
          @if (line.approved !== undefined) {
            &ngsp;<b class="number"
              >{{ line.approved }} <span aria-hidden="true">→</span><span class="cs-visually-hidden">to</span>
              {{ line.approved + line.adds }}</b
            >
          }
        </p>
      }
      @if (lines().length > 0) {
        <p class="when">
          Once {{ supervisor() ?? 'your supervisor' }} approves
          @if (waiting() > 0) {
            · {{ waiting() }} more {{ waiting() === 1 ? 'waits' : 'wait' }}
          }
        </p>
      }
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
      font-size: var(--cs-text-md);
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
  /** Where the fellow stands; without it the groups are named without numbers. */
  readonly progress = input<ProgressView | undefined>();
  /** Name of the supervisor who will decide. */
  readonly supervisor = input<string | undefined>();

  protected readonly simulated = computed(
    () => this.content().simulation && this.content().procedures.length > 0,
  );
  protected readonly lines = computed(() => {
    const groups = this.content().procedures.flatMap(({ itemId }) => this.index().item(itemId)?.group ?? []);
    return [...new Set(groups)].map((groupId) => ({
      groupId,
      title: this.index().group(groupId)?.name ?? groupId,
      adds: groups.filter((group) => group === groupId).length,
      approved: this.#standing(groupId)?.approved,
    }));
  });
  protected readonly waiting = computed(() =>
    this.lines().reduce((sum, { groupId }) => sum + (this.#standing(groupId)?.waiting ?? 0), 0),
  );

  #standing(groupId: string) {
    return this.progress()?.groups.find((group) => group.groupId === groupId);
  }
}
