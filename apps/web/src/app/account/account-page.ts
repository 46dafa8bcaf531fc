import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  changePassword,
  endSession,
  readAccount,
  signOutEverywhere,
} from '@countersign/contracts/account/endpoints';
import type { OwnSessionView } from '@countersign/contracts/account/views';
import { instantFull } from '@countersign/contracts/words/time';
import { Api } from '../platform/api';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Field, FieldControl } from '../ui/fields/field';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { FactorPart } from './factor-part';
import { MailsPart } from './mails-part';
import { PasskeysPart } from './passkeys-part';
import { PasswordField } from './password-field';

/** The own account: password, and where one is signed in. */
@Component({
  selector: 'cs-account-page',
  imports: [
    FactorPart,
    Field,
    FieldControl,
    Icon,
    Loading,
    MailsPart,
    PasskeysPart,
    PasswordField,
    ProblemNote,
    RouterLink,
  ],
  templateUrl: './account-page.html',
  styleUrls: ['../ui/part-lines.css', './account-page.css'],
})
export class AccountPage {
  readonly #api = inject(Api);
  readonly #router = inject(Router);
  protected readonly session = inject(Session);

  protected readonly first = this.#api.read(readAccount, () => ({ params: {} }));
  protected readonly view = linkedSignal(() => this.first.view());
  protected readonly changing = new Sending();
  protected readonly ending = new Sending();
  protected readonly current = signal('');
  protected readonly password = signal('');
  protected readonly done = signal('');
  readonly #tried = signal(false);
  readonly #zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  protected readonly isFellow = computed(() => this.session.roles().includes('fellow'));
  protected readonly mustChange = computed(() => this.session.view()?.demand === 'change-password');
  protected readonly mustSetUp = computed(() => this.session.view()?.demand === 'set-up-second-factor');
  protected readonly currentNote = computed(
    () => this.changing.noteAt('/current') ?? this.#missing(this.current(), 'Type your present password.'),
  );
  protected readonly passwordNote = computed(
    () => this.changing.noteAt('/password') ?? this.#missing(this.password(), 'Type the new password.'),
  );
  /** What belongs to no field. */
  protected readonly problem = computed(() => {
    const problem = this.changing.problem();
    return problem?.errors?.length ? null : problem;
  });

  #missing(typed: string, words: string): string | undefined {
    return this.#tried() && typed === '' ? words : undefined;
  }

  protected instant(at: number): string {
    return instantFull(at, this.#zone);
  }

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    this.#tried.set(true);
    const body = { current: this.current(), password: this.password() };
    if (body.current === '' || body.password === '') return;
    this.done.set('');
    const view = await this.changing.send(() => this.#api.call(changePassword, { params: {}, body }));
    if (!view) return;
    this.#tried.set(false);
    this.current.set('');
    this.password.set('');
    this.session.renew(view);
    this.first.reload();
    this.done.set('Your password is changed. Everywhere else you are signed out.');
  }

  /** The second factor changed: what has to be done first may be done. */
  protected refresh(): void {
    this.first.reload();
    void this.session.look();
  }

  protected async end({ id: sessionId }: OwnSessionView): Promise<void> {
    const view = await this.ending.send(() => this.#api.call(endSession, { params: { sessionId } }));
    if (view) this.view.set(view);
  }

  protected async endAll(): Promise<void> {
    await this.ending.send(async () => {
      await this.#api.call(signOutEverywhere, { params: {} });
      this.session.forget();
      await this.#router.navigateByUrl('/sign-in');
    });
  }
}
