import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Stretch } from '@countersign/domain/calendar';
import { removeLeave } from '@countersign/contracts/schedule/endpoints';
import type {
  FellowYearView,
  LeaveLineView,
  RotationLineView,
  ScheduleView,
} from '@countersign/contracts/schedule/views';
import { leaveInWords } from '@countersign/contracts/words/schedule';
import { dayFull } from '@countersign/contracts/words/time';
import { partOfAddress } from '../platform/in-address';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';
import { UndoBar } from '../ui/undo-bar';
import type { HeldBar } from './bar-hold';
import { LeaveForm } from './leave-form';
import { yearsAfter } from './picture-days';
import type { Begun } from './picture-pointer';
import { findingOf, pictureRows, type Bar } from './picture-rows';
import { PlanMoves } from './plan-moves';
import { RotationForm } from './rotation-form';
import { siteMarks } from './site-marks';
import { YearGrid } from './year-grid';
import { yearInAddress, yearName, yearOf, yearWithAny } from './year-span';

interface AboutFellow extends Stretch {
  readonly fellow: FellowYearView;
}
type AboutLeave = AboutFellow & { readonly kind: 'leave'; readonly leave: LeaveLineView };
/** What is open below the picture. */
type Panel =
  | (AboutFellow & { readonly kind: 'rotation'; readonly rotation: RotationLineView })
  | AboutLeave
  | (AboutFellow & { readonly kind: 'free' });

/** The year as a picture: who is where, moved with mouse or keys; a tap opens the form. The year stands in the address. */
@Component({
  selector: 'cs-year-picture',
  imports: [Icon, LeaveForm, ProblemNote, RotationForm, UndoBar, YearGrid],
  templateUrl: './year-picture.html',
  styleUrls: ['./site-marks.css', './year-picture.css'],
})
export class YearPicture {
  readonly #api = inject(ProgramApi);
  readonly #injector = inject(Injector);
  readonly shown = input.required<ScheduleView>();
  /** Those who are drawn. */
  readonly fellows = input.required<readonly FellowYearView[]>();
  readonly changed = output<ScheduleView>();

  private readonly part = viewChild<ElementRef<HTMLElement>>('part');
  /** The first day of the drawn year; empty for the year of today. */
  protected readonly from = partOfAddress('from');
  readonly #usual = computed(() =>
    yearWithAny(yearOf(this.shown().fellows, this.shown().today), this.fellows()),
  );
  protected readonly span = computed(() => yearInAddress(this.from(), this.#usual()));
  protected readonly name = computed(() => yearName(this.span()));
  readonly #marks = computed(() => siteMarks(this.shown().sites));
  protected readonly sites = computed(() => [...this.#marks().values()]);
  protected readonly rows = computed(() =>
    pictureRows({
      ...{ fellows: this.fellows(), sites: this.#marks() },
      ...{ span: this.span(), today: this.shown().today },
    }),
  );
  protected readonly finding = computed(() => findingOf(this.rows(), this.shown().today));
  protected readonly moves = new PlanMoves(
    this.#api,
    computed(() => this.shown().today),
    (view) => this.changed.emit(view),
  );
  protected readonly panel = signal<Panel | null>(null);
  protected readonly removing = new Sending();
  protected readonly kinds = ['Rotation', 'Leave'] as const;
  /** What is planned on free days. */
  protected readonly planned = signal<'Rotation' | 'Leave'>('Rotation');

  protected turn(years: number): void {
    this.from.set(yearsAfter(this.span().fromOn, years));
  }

  protected open(bar: Bar): void {
    const { fellow, fromOn, toOn } = bar;
    const about = { fellow, fromOn, toOn };
    if (bar.kind === 'rotation') this.#show({ ...about, kind: 'rotation', rotation: bar.rotation });
    if (bar.kind === 'leave') this.#show({ ...about, kind: 'leave', leave: bar.leave });
    if (bar.kind === 'gap') this.#show({ ...about, kind: 'free' });
  }

  /** What is open may be what is moved: it would show days that are not any more. */
  protected put(held: HeldBar): Promise<void> {
    this.close();
    return this.moves.put(held);
  }

  protected begin({ row, days }: Begun): void {
    this.#show({ ...days, kind: 'free', fellow: row.fellow });
  }

  protected titleOf(about: Panel): string {
    const days = `${dayFull(about.fromOn)} to ${dayFull(about.toOn)}`;
    const named = namedIn(about);
    return `${about.fellow.name}: ${named}, ${days}`;
  }

  protected close(): void {
    this.panel.set(null);
    this.removing.forget();
  }

  protected done(view: ScheduleView): void {
    this.close();
    this.changed.emit(view);
  }

  protected async removeLeave({ leave }: AboutLeave): Promise<void> {
    const view = await this.removing.send(() =>
      this.#api.call(removeLeave, { params: { leaveId: leave.id } }),
    );
    if (view) this.done(view);
  }

  /** What was opened is brought into sight and has the focus: it may lie below the screen. */
  #show(about: Panel): void {
    // A form that is open keeps what it began with: another thing gets one of its own.
    this.panel.set(null);
    this.moves.forget();
    afterNextRender(
      () => {
        this.panel.set(about);
        afterNextRender(() => this.part()?.nativeElement.focus(), { injector: this.#injector });
      },
      { injector: this.#injector },
    );
  }
}

function namedIn(about: Panel): string {
  if (about.kind === 'rotation') return about.rotation.name;
  return about.kind === 'leave' ? leaveInWords(about.leave.kind) : 'free days';
}
