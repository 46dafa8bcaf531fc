import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { v7 as uuidv7 } from 'uuid';
import type { RequirementSetStanding } from '@countersign/domain/competency';
import { askSignOff } from '@countersign/contracts/sign-offs/endpoints';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { placeInWords, signedInWords } from '@countersign/contracts/words/sign-off';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';
import { SignedMark } from '../ui/signed-mark';
import type { NewestOf } from './newest-of';
import { WordsDialog } from './words-dialog';

/** Under these may be signed. */
const binding: readonly RequirementSetStanding[] = ['verified', 'demonstration'];

/**
 * What stands of a competency’s sign-off beside its numbers: who signed it and whether it holds, or where the request is;
 * else the way to ask for it, once the rules are met, and for the director also with a waiver.
 */
@Component({
  selector: 'cs-ask-for-sign-off',
  imports: [Icon, ProblemNote, RouterLink, SignedMark, WordsDialog],
  template: `
    @if (newest().held; as held) {
      <a [routerLink]="['/sign-offs', held.id]">
        <cs-signed-mark aria-hidden="true" [state]="held.state" word="hidden" /><span>{{ said(held) }}</span>
        @if (held.flaggedAt !== undefined) {
          <span class="cs-pill returned"><cs-icon name="flag" />evidence changed</span>
        }
      </a>
    }
    @if (newest().pending; as pending) {
      <a [routerLink]="['/sign-offs', pending.id]">
        <cs-icon name="clock" /><span
          >sign-off asked on {{ day(pending.askedAt) }}, {{ next(pending) }} is next</span
        >
      </a>
    } @else if (isOpen() && mayAsk()) {
      @if (isMet()) {
        <button
          type="button"
          class="cs-button dense"
          [attr.aria-label]="'Ask for sign-off, ' + title()"
          [attr.aria-disabled]="sending.busy() || null"
          (click)="ask()"
        >
          <cs-icon name="checks" />Ask for sign-off
        </button>
      } @else if (isDirector()) {
        <button
          type="button"
          class="cs-button quiet dense"
          [attr.aria-label]="'Ask with a waiver, ' + title()"
          [attr.aria-disabled]="sending.busy() || null"
          (click)="askWithWaiver()"
        >
          Ask with a waiver
        </button>
        <cs-words-dialog [about]="fellowId() + ':' + competencyId()" />
      }
    }
    <cs-problem [problem]="sending.problem()" />
  `,
  styles: `
    :host {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      gap: var(--cs-2) var(--cs-4);
      align-items: center;
    }
    :host:empty {
      display: none;
    }
    a {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0.25rem;
      align-items: center;
      min-height: var(--cs-touch);
      font-size: var(--cs-text-sm);
    }
  `,
})
export class AskForSignOff {
  readonly #api = inject(ProgramApi);
  readonly #clock = inject(ProgramClock);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  private readonly words = viewChild(WordsDialog);

  readonly fellowId = input.required<string>();
  readonly competencyId = input.required<string>();
  readonly title = input.required<string>();
  /** Every rule of the competency is met. */
  readonly isMet = input.required<boolean>();
  /** Of the set by which the numbers are counted. */
  readonly standing = input.required<RequirementSetStanding>();
  readonly newest = input.required<NewestOf>();
  readonly asked = output<SignOffView>();

  protected readonly sending = new Sending();
  /** Made once: sent twice it is one request. */
  readonly #id = uuidv7();
  protected readonly isDirector = computed(() => this.#session.role() === 'director');
  protected readonly mayAsk = computed(() => {
    const current = this.#session.current();
    const isOwn = current?.role === 'fellow' && this.fellowId() === this.#session.personId();
    return binding.includes(this.standing()) && current?.ended === undefined && (isOwn || this.isDirector());
  });
  /** Nothing is held for it alone: what became several competencies is asked for one by one. */
  protected readonly isOpen = computed(() => (this.newest().held?.standsAs.length ?? 0) !== 1);
  protected readonly day = (at: number): string => dayFull(this.#clock.dayOf(at));
  protected readonly said = (held: SignOffView): string => signedInWords(held, (at) => this.#clock.dayOf(at));
  protected readonly next = ({ order, signatures }: SignOffView): string =>
    placeInWords(order, signatures.length);

  protected async ask(reason?: string): Promise<SignOffView | undefined> {
    const body = {
      id: this.#id,
      fellowId: this.fellowId(),
      competencyId: this.competencyId(),
      ...(reason === undefined ? {} : { reason }),
    };
    const asked = await this.sending.send(() => this.#api.call(askSignOff, { body }));
    if (!asked) return undefined;
    this.asked.emit(asked);
    await this.#router.navigate(['/sign-offs', asked.id]);
    return asked;
  }

  protected async askWithWaiver(): Promise<void> {
    const reason = await this.words()?.ask('waive');
    if (reason !== undefined && (await this.ask(reason))) await this.words()?.done();
  }
}
