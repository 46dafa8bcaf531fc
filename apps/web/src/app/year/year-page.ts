import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readSchedule, removeLeave, removeRotation } from '@countersign/contracts/schedule/endpoints';
import type {
  FellowYearView,
  LeaveLineView,
  RotationLineView,
  ScheduleView,
} from '@countersign/contracts/schedule/views';
import { counted } from '@countersign/contracts/words/count';
import { leaveInWords } from '@countersign/contracts/words/schedule';
import { dayFull } from '@countersign/contracts/words/time';
import { partOfAddress } from '../platform/in-address';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { SaveTables } from '../ui/save-tables';
import { LeaveForm } from './leave-form';
import { RotationForm } from './rotation-form';
import { SitesPart } from './sites-part';
import { yearLists } from './year-lists';
import { YearPicture } from './year-picture';
import { yearTables } from './year-tables';

/** Who is where, when: each fellow with rotations and leave, and the sites. */
@Component({
  selector: 'cs-year-page',
  imports: [
    EmptyState,
    Icon,
    LeaveForm,
    Loading,
    NgTemplateOutlet,
    ProblemNote,
    RotationForm,
    RouterLink,
    SaveTables,
    SitesPart,
    YearPicture,
  ],
  templateUrl: './year-page.html',
  styleUrls: ['../ui/part-lines.css', './year.css'],
})
export class YearPage {
  readonly #api = inject(ProgramApi);

  protected readonly first = this.#api.read(readSchedule, () => ({}));
  protected readonly view = linkedSignal(() => this.first.view());
  /** The one who is looked at; everybody where none is chosen. */
  protected readonly fellowId = partOfAddress('fellow');
  protected readonly fellows = computed(() =>
    (this.view()?.fellows ?? []).filter(({ id }) => this.fellowId() === '' || id === this.fellowId()),
  );
  protected readonly chosenName = computed(() => this.fellows()[0]?.name ?? 'One fellow');
  protected readonly acting = new Sending();
  /** What is open: the id of a rotation that is changed, or of a fellow with what is added. */
  protected readonly open = signal('');
  protected readonly day = dayFull;
  protected readonly leaveText = leaveInWords;
  protected readonly tables = yearTables;
  protected readonly listsOf = yearLists;
  protected readonly heading = computed(() => {
    const { fellows = [], sites = [], today = '' } = this.view() ?? {};
    return `Today ${today === '' ? '' : dayFull(today)}, ${counted(fellows.length, 'fellow', 'fellows')}, ${counted(sites.length, 'site', 'sites')}`;
  });

  protected siteName(siteId: string): string {
    return this.view()?.sites.find(({ id }) => id === siteId)?.name ?? '';
  }

  /** On how many days a rotation plans procedures, where it says so. */
  protected procedures({ procedureDays }: RotationLineView): string {
    return procedureDays === undefined
      ? ''
      : `, procedures on ${counted(procedureDays, 'day', 'days')} a week`;
  }

  protected isNow({ fromOn, toOn }: RotationLineView | LeaveLineView): boolean {
    const today = this.view()?.today ?? '';
    return fromOn <= today && today <= toOn;
  }

  protected toggle(key: string): void {
    this.open.set(this.open() === key ? '' : key);
  }

  protected changed(view: ScheduleView): void {
    this.view.set(view);
    this.open.set('');
  }

  protected keyOf({ id, fromOn }: FellowYearView): string {
    return `${id} ${fromOn}`;
  }

  protected dropRotation({ id: rotationId }: RotationLineView): Promise<void> {
    return this.#act(() => this.#api.call(removeRotation, { params: { rotationId } }));
  }

  protected dropLeave({ id: leaveId }: LeaveLineView): Promise<void> {
    return this.#act(() => this.#api.call(removeLeave, { params: { leaveId } }));
  }

  async #act(call: () => Promise<ScheduleView>): Promise<void> {
    const view = await this.acting.send(call);
    if (view) this.changed(view);
  }
}
