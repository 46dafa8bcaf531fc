import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { acceptLink, openLink } from '@countersign/contracts/account/endpoints';
import type { OpenLinkView } from '@countersign/contracts/account/views';
import { Api } from '../platform/api';
import { Sending } from '../platform/sending';
import { Field, FieldControl, FieldText } from '../ui/fields/field';
import { ProblemNote } from '../ui/problem-note';
import { PasswordField } from './password-field';

/**
 * Where somebody chooses a password with a link. Its secret stands behind the `#`, which no browser sends to a server, and
 * looking at the page uses nothing up.
 */
@Component({
  selector: 'cs-welcome-page',
  imports: [Field, FieldControl, FieldText, PasswordField, ProblemNote, RouterLink],
  templateUrl: './welcome-page.html',
  styleUrls: ['../ui/part-lines.css', './account-page.css'],
})
export class WelcomePage {
  readonly #api = inject(Api);
  readonly #secret = inject(ActivatedRoute).snapshot.fragment ?? '';

  protected readonly opening = new Sending();
  protected readonly choosing = new Sending();
  protected readonly link = signal<OpenLinkView | null>(null);
  protected readonly name = linkedSignal(() => this.link()?.name ?? '');
  protected readonly password = signal('');
  protected readonly isDone = signal(false);
  readonly #tried = signal(false);

  protected readonly isInvited = computed(() => this.link()?.purpose === 'invitation');
  protected readonly nameNote = computed(
    () => this.choosing.noteAt('/name') ?? this.#missing(this.name().trim(), 'Type your name.'),
  );
  protected readonly passwordNote = computed(
    () => this.choosing.noteAt('/password') ?? this.#missing(this.password(), 'Type a password.'),
  );
  /** What belongs to no field. */
  protected readonly problem = computed(() => {
    const problem = this.choosing.problem();
    return problem?.errors?.length ? null : problem;
  });

  constructor() {
    void this.#open();
  }

  #missing(typed: string, words: string): string | undefined {
    return this.#tried() && typed === '' ? words : undefined;
  }

  async #open(): Promise<void> {
    const body = { secret: this.#secret };
    const link = await this.opening.send(() => this.#api.call(openLink, { params: {}, body }));
    if (link) this.link.set(link);
  }

  protected async choose(event: Event): Promise<void> {
    event.preventDefault();
    this.#tried.set(true);
    const [name, password] = [this.name().trim(), this.password()];
    if (name === '' || password === '') return;
    const body = { secret: this.#secret, password, ...(this.isInvited() ? { name } : {}) };
    await this.choosing.send(async () => {
      await this.#api.call(acceptLink, { params: {}, body });
      this.isDone.set(true);
    });
  }
}
