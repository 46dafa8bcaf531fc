import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RollOverState } from '@countersign/domain/people';
import type {
  RollOverLineView,
  RollOverStepView,
  RollOverTaskView,
} from '@countersign/contracts/roll-over/views';
import { personInWords } from '@countersign/contracts/words/person';
import {
  rollOverAbout,
  rollOverLineInWords,
  rollOverNothing,
  rollOverStateInWords,
  rollOverTaskInWords,
  rollOverTitles,
} from '@countersign/contracts/words/roll-over';
import { Icon, type IconName } from '../ui/icon';
import { PersonName } from '../ui/person-name';
import { linkOfTask, type TaskLink } from './task-link';

const marks: Readonly<Record<RollOverState, { readonly icon: IconName; readonly tone: string }>> = {
  done: { icon: 'check', tone: 'approved' },
  open: { icon: 'clock', tone: 'waiting' },
  'not-yet': { icon: 'calendar', tone: '' },
  nothing: { icon: 'remove', tone: '' },
};

/** One step of the change of the year: where it stands, and each thing that is left with the page where it is done. */
@Component({
  selector: 'cs-step-part',
  imports: [Icon, PersonName, RouterLink],
  template: `
    <header>
      <h2>{{ title() }}</h2>
      <span class="cs-pill" [class]="mark().tone"><cs-icon [name]="mark().icon" />{{ state() }}</span>
    </header>
    <p class="cs-text-2 cs-small">{{ about() }}</p>
    @if (step().lines.length === 0) {
      <p>{{ nothing() }}</p>
    } @else {
      <ul class="cs-lines" [attr.aria-label]="title()">
        @for (line of open(); track $index) {
          <li>
            <div class="who">
              @if (line.person; as person) {
                <b translate="no">{{ person | csPerson }}</b>
              }
              <span [class.cs-text-2]="line.person">{{ said(line) }}</span>
            </div>
            @if (line.tasks.length > 0) {
              <ul class="tasks">
                @for (task of line.tasks; track task.kind) {
                  <li>
                    <a
                      [routerLink]="linkOf(task, line).path"
                      [queryParams]="linkOf(task, line).query"
                      [attr.aria-label]="labelOf(task, line)"
                      ><span class="box" aria-hidden="true"></span>{{ taskText(task, line) }}</a
                    >
                  </li>
                }
              </ul>
            } @else {
              <span class="cs-text-2 none"><cs-icon name="check" />nothing left</span>
            }
          </li>
        }
      </ul>
      @if (finished(); as names) {
        <p class="cs-text-2 done">
          <cs-icon name="check" />
          <span
            >Nothing left: <span translate="no">{{ names }}</span></span
          >
        </p>
      }
    }
    <ng-content />
  `,
  styleUrl: './step-part.css',
})
export class StepPart {
  readonly step = input.required<RollOverStepView>();
  readonly isDirector = input.required<boolean>();

  protected readonly title = computed(() => rollOverTitles[this.step().key]);
  protected readonly state = computed(() => rollOverStateInWords(this.step()));
  protected readonly about = computed(() => rollOverAbout(this.step().key));
  protected readonly nothing = computed(() => rollOverNothing[this.step().key]);
  protected readonly mark = computed(() => marks[this.step().state]);
  /** People who are done stand together in one line; a thing always has its own. */
  protected readonly open = computed(() =>
    this.step().lines.filter(({ person, tasks }) => person === undefined || tasks.length > 0),
  );
  protected readonly finished = computed(() =>
    this.step()
      .lines.flatMap(({ person, tasks }) => (person && tasks.length === 0 ? [personInWords(person)] : []))
      .join(', '),
  );

  protected said(line: RollOverLineView): string {
    return rollOverLineInWords(this.step().key, line);
  }

  protected taskText(task: RollOverTaskView, line: RollOverLineView): string {
    return rollOverTaskInWords(task, line);
  }

  protected labelOf(task: RollOverTaskView, line: RollOverLineView): string {
    const text = rollOverTaskInWords(task, line);
    return line.person ? `${text}: ${personInWords(line.person)}` : text;
  }

  protected linkOf(task: RollOverTaskView, { person }: RollOverLineView): TaskLink {
    return linkOfTask(task, person?.id ?? '', this.isDirector());
  }
}
