import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { qualificationKinds } from '@countersign/domain/qualification';
import { readProgramQualifications } from '@countersign/contracts/qualifications/endpoints';
import type {
  ProgramQualificationsView,
  QualificationLineView,
  QualifiedFellowView,
} from '@countersign/contracts/qualifications/views';
import { counted } from '@countersign/contracts/words/count';
import {
  qualificationDays,
  qualificationKindWords,
  qualificationName,
  qualificationWarning,
} from '@countersign/contracts/words/qualification';
import { partOfAddress } from '../platform/in-address';
import { ProgramApi } from '../platform/program-api';
import { EmptyState } from '../ui/empty-state';
import { Field, FieldControl } from '../ui/fields/field';
import { ViewChips } from '../ui/fields/view-chips';
import { Loading } from '../ui/loading';
import { PersonName } from '../ui/person-name';
import { SaveTables } from '../ui/save-tables';
import { QualificationPill } from './qualification-pill';
import { programTables } from './qualification-tables';

const shows = [
  { value: 'all', name: 'All' },
  { value: 'warned', name: 'Expired or soon' },
  { value: 'expired', name: 'Expired' },
] as const;
type Show = (typeof shows)[number]['value'];

const fits: Readonly<Record<Show, (one: QualificationLineView) => boolean>> = {
  all: () => true,
  warned: ({ state }) => state === 'expired' || state === 'expiring',
  expired: ({ state }) => state === 'expired',
};

/** The qualifications of the fellows of today and to come: whose expires next comes first. */
@Component({
  selector: 'cs-program-qualifications-page',
  imports: [
    ...[EmptyState, Field, FieldControl, Loading, PersonName, QualificationPill, RouterLink, SaveTables],
    ViewChips,
  ],
  templateUrl: './program-qualifications-page.html',
  styleUrls: ['../ui/part-lines.css', './program-qualifications-page.css'],
})
export class ProgramQualificationsPage {
  readonly #show = partOfAddress('show', 'all');
  readonly #kind = partOfAddress('kind');
  protected readonly first = inject(ProgramApi).read(readProgramQualifications, () => ({}));

  protected readonly shows = shows;
  protected readonly kinds = qualificationKinds;
  protected readonly kindWords = qualificationKindWords;
  protected readonly name = qualificationName;
  protected readonly days = qualificationDays;
  protected readonly tables = programTables;
  protected readonly show = computed<Show>(
    () => shows.find(({ value }) => value === this.#show())?.value ?? 'all',
  );
  protected readonly kind = computed(() => qualificationKinds.find((one) => one === this.#kind()) ?? '');
  protected readonly isNarrowed = computed(() => this.show() !== 'all' || this.kind() !== '');
  /** What is shown is what is saved. */
  protected readonly shown = computed<ProgramQualificationsView | undefined>(() => {
    const view = this.first.view();
    return view && { ...view, fellows: view.fellows.flatMap((one) => this.#narrowed(one)) };
  });
  protected readonly heading = computed(() => {
    const fellows = this.first.view()?.fellows ?? [];
    const all = fellows.flatMap(({ qualifications }) => qualifications);
    const count = (state: QualificationLineView['state']) => all.filter((one) => one.state === state).length;
    const warned = qualificationWarning({ expired: count('expired'), expiring: count('expiring') });
    return `${counted(fellows.length, 'fellow', 'fellows')}. ${warned ?? 'Nothing expires within 90 days'}.`;
  });

  protected choose(show: string): void {
    this.#show.set(show);
  }

  protected chooseKind(kind: string): void {
    this.#kind.set(kind);
  }

  /** A fellow with what fits; one without any only while everything is shown, for then that is said too. */
  #narrowed({ fellow, qualifications }: QualifiedFellowView): QualifiedFellowView[] {
    const kind = this.kind();
    const fitting = qualifications.filter(
      (one) => fits[this.show()](one) && (kind === '' || one.kind === kind),
    );
    return fitting.length > 0 || !this.isNarrowed() ? [{ fellow, qualifications: fitting }] : [];
  }
}
