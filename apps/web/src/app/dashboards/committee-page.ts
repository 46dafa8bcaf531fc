import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SUGGESTION_RULE } from '@countersign/domain/committee';
import type { CommitteeDecisionView, CommitteeView } from '@countersign/contracts/dashboards/committee-views';
import { readCommittee } from '@countersign/contracts/dashboards/endpoints';
import { concernSentence, suretyInWords } from '@countersign/contracts/words/attention';
import { careKindWords } from '@countersign/contracts/words/case-mix';
import {
  committeeFinding,
  committeeOutcomeWords,
  decidedInWords,
  presentInWords,
} from '@countersign/contracts/words/committee';
import { forecastReason, forecastRecordInWords } from '@countersign/contracts/words/forecast';
import { competenceRuleInWords } from '@countersign/contracts/words/competence';
import { SOMEBODY, withoutNames } from '@countersign/contracts/words/hide-names';
import { personInWords } from '@countersign/contracts/words/person';
import { clockTime, dayFull, instantFull } from '@countersign/contracts/words/time';
import { InAddress } from '../platform/in-address';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PersonName } from '../ui/person-name';
import { SetNote } from '../ui/set-note';
import { CommitteeCurve } from './committee-curve';
import { CommitteeForm } from './committee-form';
import { CommitteeTable } from './committee-table';
import { PacketButtons } from './packet-buttons';

/** Remarks that stand on the page before one asks for all. */
const FEW = 3;

/** One fellow before a committee: what the record says, what there is to look at, and what the committee decides. */
@Component({
  selector: 'cs-committee-page',
  imports: [
    ...[CommitteeCurve, CommitteeForm, CommitteeTable, PacketButtons],
    ...[Icon, Loading, PersonName, RouterLink, SetNote],
  ],
  templateUrl: './committee-page.html',
  styleUrl: './committee-page.css',
})
export class CommitteePage {
  readonly #clock = inject(ProgramClock);
  readonly #address = inject(InAddress);
  readonly #session = inject(Session);

  readonly fellowId = input.required<string>();
  /** `hidden` in the address leaves out who rated, wrote and was present. */
  readonly names = input<string>();
  /** `all` shows every remark. */
  readonly remarks = input<string>();

  protected readonly read = inject(ProgramApi).read(readCommittee, () => ({
    params: { fellowId: this.fellowId() },
  }));
  protected readonly view = linkedSignal(() => this.read.view());
  protected readonly isDirector = computed(() => this.#session.role() === 'director');
  protected readonly namesHidden = computed(() => this.names() === 'hidden');
  protected readonly finding = computed(() => {
    const view = this.view();
    return view === undefined ? '' : committeeFinding(view);
  });
  protected readonly concerns = computed(() => {
    const view = this.view();
    return (view?.concerns ?? []).map((concern) => ({
      concern,
      sentence: concernSentence(concern),
      surety: view === undefined ? '' : suretyInWords(concern, view.competenceRule),
    }));
  });
  /** Why the dates are what they are, for the emptiest that is open: the schedule is the same for all. */
  protected readonly why = computed(() => {
    const view = this.view();
    const emptiest = view?.competencies.toSorted(
      (one, other) => one.approved / one.need - other.approved / other.need,
    );
    const open = emptiest?.find(({ forecast }) => forecast?.status === 'open');
    if (view === undefined || open?.forecast === undefined) return undefined;
    const [record = ''] = forecastReason(open.forecast, view.forecastRecord, this.#clock.today());
    return { title: open.title, text: `${record} ${forecastRecordInWords(view.forecastRecord)}` };
  });
  protected readonly care = computed(() =>
    (this.view()?.care ?? []).map(({ kind, count, aim }) => ({
      ...{ name: careKindWords[kind], count, aim },
      most: Math.max(1, count, aim ?? 0),
    })),
  );
  protected readonly below = computed(
    () => this.care().filter(({ count, aim }) => aim !== undefined && count < aim).length,
  );
  readonly #all = computed(() => this.view()?.remarks ?? []);
  protected readonly remarkCount = computed(() => this.#all().length);
  protected readonly shown = computed(() => {
    const names = (this.view()?.people ?? []).map(({ name }) => name);
    const some = this.remarks() === 'all' ? this.#all() : this.#all().slice(0, FEW);
    return some.map(({ text, by, performedOn, kind, entryId }) => ({
      ...{ entryId, on: dayFull(performedOn), kind: kind === 'keep-doing' ? 'keep doing' : 'next time' },
      text: this.namesHidden() ? withoutNames(text, [...names, by.name]) : text,
      by: this.namesHidden() ? SOMEBODY : personInWords(by),
    }));
  });
  protected readonly rule = SUGGESTION_RULE;
  protected readonly outcomes = committeeOutcomeWords;
  protected readonly decided = decidedInWords;
  protected readonly lightInWords = competenceRuleInWords;
  protected readonly day = dayFull;

  protected time({ asOf }: CommitteeView): string {
    return clockTime(asOf, this.#clock.timeZone());
  }

  protected recordedAt({ at, by }: CommitteeDecisionView): string {
    const who = this.namesHidden() ? '' : ` by ${personInWords(by)}`;
    return `${instantFull(at, this.#clock.timeZone())}${who}`;
  }

  protected present(decision: CommitteeDecisionView): string {
    return presentInWords(decision, this.namesHidden());
  }

  protected titleOf(code: string): string {
    return this.view()?.milestones.find((one) => one.code === code)?.title ?? '';
  }

  protected choose(part: { names?: 'hidden' | null; remarks?: 'all' | null }): void {
    this.#address.choose(part);
  }

  protected print(): void {
    globalThis.print();
  }
}
