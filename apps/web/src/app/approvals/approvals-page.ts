import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readApprovalHabits } from '@countersign/contracts/reviews/habits-endpoints';
import type {
  ApprovalHabitsView,
  MiddleView,
  SupervisorHabitsView,
} from '@countersign/contracts/reviews/habits-views';
import {
  batchesInWords,
  habitMeasures,
  middleInWords,
  shareInWords,
} from '@countersign/contracts/words/approval-habits';
import { counted } from '@countersign/contracts/words/count';
import { personInWords } from '@countersign/contracts/words/person';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Session } from '../platform/session';
import type { Tables } from '../platform/tables';
import { EmptyState } from '../ui/empty-state';
import { Loading } from '../ui/loading';
import { SaveTables } from '../ui/save-tables';
import { approvalsTables } from './approvals-tables';

/** How approvals are given, the same numbers for everybody, by name: a look at one's own ways, no league. */
@Component({
  selector: 'cs-approvals-page',
  imports: [EmptyState, Loading, RouterLink, SaveTables],
  templateUrl: './approvals-page.html',
  styleUrl: './approvals-page.css',
})
export class ApprovalsPage {
  readonly #clock = inject(ProgramClock);
  readonly #session = inject(Session);

  protected readonly read = inject(ProgramApi).read(readApprovalHabits, () => ({}));
  protected readonly view = this.read.view;
  protected readonly isOwn = computed(() => this.#session.role() === 'supervisor');
  protected readonly measures = Object.entries(habitMeasures).map(([id, measure]) => ({ id, ...measure }));
  protected readonly few = computed(() => this.view()?.fewCases ?? 0);
  protected readonly rows = computed(() => {
    const { supervisors = [] } = this.view() ?? {};
    const own = this.#session.personId();
    const mine = supervisors.filter(({ supervisor }) => supervisor.id === own);
    return (this.isOwn() ? mine : supervisors).map((row) => lineOf(row, this.few()));
  });

  protected dayOf({ asOf }: ApprovalHabitsView): string {
    return this.#clock.dayOf(asOf);
  }

  /** What is on the screen. */
  protected readonly tables = (view: ApprovalHabitsView): Tables => {
    const shown = new Set(this.rows().map(({ id }) => id));
    const supervisors = view.supervisors.filter(({ supervisor }) => shown.has(supervisor.id));
    return approvalsTables({ ...view, supervisors });
  };
}

interface Cell {
  readonly name: string;
  readonly value: string;
  /** What it rests on. */
  readonly of?: string;
  readonly isFew: boolean;
}

function lineOf(row: SupervisorHabitsView, few: number) {
  const isFew = (count: number) => count > 0 && count < few;
  const middle = middleFor(isFew);
  const { supervisor, decided, approved, returned, corrected, secondsAnEntry, daysToApproval } = row;
  const cells: readonly Cell[] = [
    { name: habitMeasures.batches.name, value: batchesInWords(row), isFew: false },
    middle(habitMeasures.seconds.name, secondsAnEntry, ['entry', 'entries']),
    middle(habitMeasures.age.name, daysToApproval, ['approval', 'approvals'], 'day'),
    { name: habitMeasures.corrected.name, value: shareInWords(corrected, approved), isFew: isFew(approved) },
    { name: habitMeasures.returned.name, value: shareInWords(returned, decided), isFew: isFew(decided) },
  ];
  return { id: supervisor.id, name: personInWords(supervisor), decided, cells };
}

/** Writes a middle value with what it rests on. */
function middleFor(isFew: (count: number) => boolean) {
  return (name: string, of: MiddleView, [one, many]: readonly [string, string], unit?: 'day'): Cell => {
    const days = unit === undefined || of.median === undefined ? '' : of.median === 1 ? ' day' : ' days';
    const value = `${middleInWords(of)}${days}`;
    return { name, value, of: counted(of.n, one, many), isFew: isFew(of.n) };
  };
}
