import { Component, computed, input } from '@angular/core';
import type { ApprovalHealthView } from '@countersign/contracts/dashboards/views';

const ages = ['up to 7 days', '8 to 14', '15 to 30', 'over 30'] as const;

/** How approvals go, the same for every supervisor: ages of what waits, and the last 90 days. */
@Component({
  selector: 'cs-approval-panel',
  template: `
    <h2>{{ title() }}</h2>
    @if (waiting() > 0) {
      <div class="bar" aria-hidden="true">
        @for (part of parts(); track part.age) {
          <i class="age-{{ $index }}" [style.--part]="part.count"></i>
        }
      </div>
    }
    <ul>
      @for (part of parts(); track part.age) {
        <li>
          <b>{{ part.count }}</b> {{ part.age }}
        </li>
      }
    </ul>
    <dl>
      <div>
        <dt>Median time to a decision</dt>
        <dd>{{ median() }}</dd>
      </div>
      <div>
        <dt>Longer than 14 days, waiting included</dt>
        <dd>{{ approvals().slow }} of {{ approvals().asked }}</dd>
      </div>
      <div>
        <dt>Decided in 90 days</dt>
        <dd>{{ approvals().decided }}</dd>
      </div>
      <div>
        <dt>Returned</dt>
        <dd>{{ approvals().returned }} of {{ approvals().decided }}</dd>
      </div>
      <div>
        <dt>Submitted late</dt>
        <dd>{{ approvals().late }} of {{ approvals().submitted }}</dd>
      </div>
    </dl>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--cs-4);
    }
    h2 {
      font-size: var(--cs-text-lg);
    }
    .bar {
      display: flex;
      gap: 1px;
      height: 1.25rem;
    }
    .bar i {
      flex: var(--part) 1 0;
    }
    .age-0 {
      background: var(--cs-heat-2);
    }
    .age-1 {
      background: var(--cs-heat-4);
    }
    .age-2 {
      background: repeating-linear-gradient(135deg, var(--cs-late) 0 2px, var(--cs-late-soft) 2px 7px);
    }
    .age-3 {
      background: repeating-linear-gradient(45deg, var(--cs-returned) 0 4px, var(--cs-returned-soft) 4px 6px);
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--cs-4);
      font-size: var(--cs-text-sm);
    }
    dl div {
      display: flex;
      justify-content: space-between;
      gap: var(--cs-3);
      padding-block: var(--cs-3);
      border-top: 1px solid var(--cs-line);
      font-size: var(--cs-text-sm);
    }
    dd {
      margin: 0;
      font-weight: 600;
    }
  `,
})
export class ApprovalPanel {
  readonly approvals = input.required<ApprovalHealthView>();

  protected readonly parts = computed(() =>
    ages.map((age, at) => ({ age, count: this.approvals().waitingByAge[at] ?? 0 })),
  );
  protected readonly waiting = computed(() => this.parts().reduce((sum, part) => sum + part.count, 0));
  protected readonly median = computed(() => {
    const { medianDaysToDecision: days, medianIsAtLeast } = this.approvals();
    if (days === undefined) return 'nothing to decide yet';
    return `${medianIsAtLeast ? 'at least ' : ''}${days} ${days === 1 ? 'day' : 'days'}`;
  });
  protected readonly title = computed(() => {
    const old = (this.parts()[2]?.count ?? 0) + (this.parts()[3]?.count ?? 0);
    if (this.waiting() === 0) return 'Nothing waits for approval';
    return old === 0
      ? 'Everything that waits is younger than 15 days'
      : `${old} of ${this.waiting()} wait longer than 14 days`;
  });
}
