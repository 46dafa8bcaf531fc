import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import {
  boardSpecialties,
  isOfBoard,
  qualificationKinds,
  qualificationStandings,
  type BoardSpecialty,
  type QualificationKind,
  type QualificationStanding,
} from '@countersign/domain/qualification';
import type { QualificationBody } from '@countersign/contracts/qualifications/bodies';
import { addQualification, changeQualification } from '@countersign/contracts/qualifications/endpoints';
import type { QualificationsView, QualificationView } from '@countersign/contracts/qualifications/views';
import { boardSpecialtyWords, qualificationKindWords } from '@countersign/contracts/words/qualification';
import { keepTexts } from '../platform/kept-texts';
import { Privacy } from '../platform/privacy';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Field, FieldControl, FieldProse, FieldText } from '../ui/fields/field';
import { wayToFirstNote } from '../ui/fields/first-note';
import { ProblemNote } from '../ui/problem-note';

/** Writes a qualification down, renews it or sets it right. The number of it has no field. */
@Component({
  selector: 'cs-qualification-form',
  imports: [Field, FieldControl, FieldProse, FieldText, ProblemNote],
  templateUrl: './qualification-form.html',
  styleUrl: './qualifications.css',
})
export class QualificationForm {
  readonly #api = inject(ProgramApi);
  readonly #privacy = inject(Privacy);
  readonly #goToFirstNote = wayToFirstNote();
  readonly fellowId = input.required<string>();
  /** The one that is changed; absent for a new one. */
  readonly of = input<QualificationView>();
  readonly saved = output<QualificationsView>();
  readonly closed = output();
  /** Somebody changed it meanwhile, so that it has to be read again. */
  readonly outdated = output();

  protected readonly kinds = qualificationKinds;
  protected readonly kindWords = qualificationKindWords;
  protected readonly specialties = boardSpecialties;
  protected readonly specialtyWords = boardSpecialtyWords;
  protected readonly standings = qualificationStandings;
  protected readonly standingWords = { granted: 'It is held', applied: 'It is applied for' } as const;
  protected readonly sending = new Sending();

  protected readonly kind = linkedSignal<QualificationKind>(() => this.of()?.kind ?? 'medical-license');
  protected readonly specialty = linkedSignal<BoardSpecialty | ''>(() => this.of()?.specialty ?? '');
  protected readonly standing = linkedSignal<QualificationStanding>(() => this.of()?.standing ?? 'granted');
  protected readonly title = linkedSignal(() => this.of()?.title ?? '');
  protected readonly issuer = linkedSignal(() => this.of()?.issuer ?? '');
  protected readonly jurisdiction = linkedSignal(() => this.of()?.jurisdiction ?? '');
  protected readonly fromOn = linkedSignal(() => this.of()?.fromOn ?? '');
  protected readonly expiresOn = linkedSignal(() => this.of()?.expiresOn ?? '');
  protected readonly note = linkedSignal(() => this.of()?.note ?? '');
  protected readonly isOfBoard = computed(() => isOfBoard(this.kind()));
  protected readonly titleHint = computed(() =>
    this.kind() === 'other' ? 'Such as a course.' : 'Where the kind alone does not say.',
  );
  /** What belongs to no field. */
  protected readonly problem = computed(() => {
    const problem = this.sending.problem();
    return problem?.errors?.length ? null : problem;
  });
  readonly #tried = signal(false);
  readonly #kept = keepTexts(
    () => (this.of() === undefined ? `qualification:${this.fellowId()}` : undefined),
    { title: this.title, issuer: this.issuer, jurisdiction: this.jurisdiction, note: this.note },
  );

  protected choose(value: string): void {
    this.kind.set(qualificationKinds.find((kind) => kind === value) ?? 'other');
  }

  protected chooseSpecialty(value: string): void {
    this.specialty.set(boardSpecialties.find((one) => one === value) ?? '');
  }

  protected chooseStanding(value: string): void {
    this.standing.set(qualificationStandings.find((one) => one === value) ?? 'granted');
  }

  protected missing(pointer: string, isMissing: boolean, words: string): string | undefined {
    return this.sending.noteAt(pointer) ?? (this.#tried() && isMissing ? words : undefined);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.#tried.set(true);
    const body = this.#body();
    const lacks =
      body.issuer === '' ||
      (this.isOfBoard() && body.specialty === undefined) ||
      (body.kind === 'other' && body.title === undefined);
    if (lacks || this.#privacy.stops({ note: this.note() })) return this.#goToFirstNote();
    const view = await this.sending.send(() => this.#call(body));
    if (view) {
      await this.#kept.done();
      this.saved.emit(view);
    } else if (this.sending.problem()?.code === 'qualification/changed') this.outdated.emit();
    else this.#goToFirstNote();
  }

  #body(): QualificationBody {
    const specialty = this.specialty();
    const texts = { title: this.title(), jurisdiction: this.jurisdiction(), note: this.note() };
    const days = { fromOn: this.fromOn(), expiresOn: this.expiresOn() };
    const filled = Object.entries({ ...texts, ...days }).flatMap(([name, typed]) =>
      typed.trim() === '' ? [] : [[name, typed.trim()] as const],
    );
    return {
      ...{ kind: this.kind(), issuer: this.issuer().trim(), standing: this.standing() },
      ...(this.isOfBoard() && specialty !== '' ? { specialty } : {}),
      ...Object.fromEntries(filled),
    };
  }

  #call(body: QualificationBody): Promise<QualificationsView> {
    const [fellowId, changed] = [this.fellowId(), this.of()];
    if (changed === undefined)
      return this.#api.call(addQualification, {
        params: { fellowId },
        body: { id: this.sending.id, ...body },
      });
    const params = { fellowId, qualificationId: changed.id };
    return this.#api.call(changeQualification, { params, ifMatch: changed.revision, body });
  }
}
