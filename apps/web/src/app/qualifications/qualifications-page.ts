import { Component, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { WARNING_DAYS } from '@countersign/domain/qualification';
import { endQualification, readQualifications } from '@countersign/contracts/qualifications/endpoints';
import type { QualificationsView, QualificationView } from '@countersign/contracts/qualifications/views';
import { personInWords } from '@countersign/contracts/words/person';
import {
  qualificationDays,
  qualificationName,
  qualificationWarning,
} from '@countersign/contracts/words/qualification';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { AskDialog } from '../ui/ask-dialog';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { SaveTables } from '../ui/save-tables';
import { QualificationForm } from './qualification-form';
import { QualificationPill } from './qualification-pill';
import { ownTables } from './qualification-tables';

/** The form for a new one is open. */
const NEW = 'new';

/** What a fellow is qualified by: one’s own, or those of the fellow whom the address names. */
@Component({
  selector: 'cs-qualifications-page',
  imports: [
    ...[AskDialog, EmptyState, Icon, Loading, ProblemNote, QualificationForm, QualificationPill],
    ...[RouterLink, SaveTables],
  ],
  templateUrl: './qualifications-page.html',
  styleUrls: ['../ui/part-lines.css', './qualifications.css'],
})
export class QualificationsPage {
  readonly #api = inject(ProgramApi);
  readonly #clock = inject(ProgramClock);
  readonly #session = inject(Session);
  private readonly dialog = viewChild.required(AskDialog);
  /** Whose, where it is not the reader. */
  readonly personId = input<string>();

  protected readonly fellowId = computed(() => this.personId() ?? this.#session.personId() ?? '');
  protected readonly isOwn = computed(() => this.personId() === undefined);
  protected readonly first = this.#api.read(readQualifications, () => {
    const fellowId = this.fellowId();
    return fellowId === '' ? undefined : { params: { fellowId } };
  });
  protected readonly view = linkedSignal(() => this.first.view());
  protected readonly held = computed(() => this.#those((one) => one.state !== 'ended'));
  protected readonly ended = computed(() => this.#those((one) => one.state === 'ended'));
  protected readonly warning = computed(() => {
    const count = (state: QualificationView['state']) => this.#those((one) => one.state === state).length;
    return qualificationWarning({ expired: count('expired'), expiring: count('expiring') });
  });
  /** What is open: the id of one that is changed, or {@link NEW}. */
  protected readonly open = signal('');
  protected readonly NEW = NEW;
  protected readonly done = signal('');
  protected readonly ending = new Sending();
  protected readonly asked = signal<QualificationView | undefined>(undefined);

  protected readonly name = qualificationName;
  protected readonly days = qualificationDays;
  protected readonly tables = ownTables;
  protected readonly warningDays = WARNING_DAYS[0];
  protected readonly readers = computed(() =>
    this.isOwn() ? 'You, the coordinators and the directors' : 'The fellow, coordinators and directors',
  );
  protected readonly heading = computed(() => {
    const fellow = this.view()?.fellow;
    if (this.isOwn()) return 'My qualifications';
    return fellow === undefined ? 'Qualifications' : `Qualifications of ${personInWords(fellow)}`;
  });

  #those(which: (one: QualificationView) => boolean): readonly QualificationView[] {
    return (this.view()?.qualifications ?? []).filter(which);
  }

  /** By whom it is given, and where. */
  protected given({ issuer, jurisdiction }: QualificationView): string {
    return jurisdiction === undefined ? issuer : `${issuer}, ${jurisdiction}`;
  }

  protected changed({ changedBy, changedAt }: QualificationView): string {
    return `Written by ${personInWords(changedBy)}, ${dayFull(this.#clock.dayOf(changedAt))}`;
  }

  protected toggle(key: string): void {
    this.done.set('');
    this.open.set(this.open() === key ? '' : key);
  }

  protected saved(view: QualificationsView): void {
    this.view.set(view);
    this.open.set('');
    this.done.set('Saved.');
  }

  protected reload(): void {
    if (!this.first.isLoading()) this.first.reload();
  }

  protected async end(one: QualificationView): Promise<void> {
    this.asked.set(one);
    if ((await this.dialog().ask()) !== 'end') return;
    const params = { fellowId: this.fellowId(), qualificationId: one.id };
    const view = await this.ending.send(() =>
      this.#api.call(endQualification, { params, ifMatch: one.revision }),
    );
    if (view) {
      this.view.set(view);
      this.done.set('It is off the list.');
    } else if (this.ending.isOutdated()) this.reload();
  }
}
