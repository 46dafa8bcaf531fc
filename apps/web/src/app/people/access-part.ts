import { Component, computed, inject, input, output, signal } from '@angular/core';
import { dropFactor, makeLink, revokeLink } from '@countersign/contracts/account/endpoints';
import { mailLink } from '@countersign/contracts/mail/endpoints';
import type { NewLinkView } from '@countersign/contracts/account/views';
import type { MembersView, MemberView } from '@countersign/contracts/people/views';
import { instantFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';

/** How somebody comes in: a link to print or to hand over, with which a password is chosen once. */
@Component({
  selector: 'cs-access-part',
  imports: [Icon, ProblemNote],
  template: `
    <section class="cs-card part" aria-labelledby="cs-access">
      <h2 id="cs-access">Signing in</h2>
      <p>{{ text() }}</p>
      @if (link(); as made) {
        <div class="cs-note paper">
          <p>
            For <b translate="no">{{ person().name }}</b>, once, until {{ instant(made.expiresAt) }}. It is
            shown only now: print it or hand it over, to nobody else.
          </p>
          <p class="address" translate="no">{{ addressOf(made) }}</p>
          <div class="cs-acts">
            <button type="button" class="cs-button" (click)="print()"><cs-icon name="print" />Print</button>
          </div>
        </div>
      }
      <p role="status" class="cs-text-2">
        {{ mailed() ? 'A link is on its way by mail. The page “Mail” shows what becomes of it.' : '' }}
      </p>
      <cs-problem [problem]="sending.problem()" />
      <div class="cs-acts">
        <button
          type="button"
          class="cs-button"
          [attr.aria-disabled]="sending.busy() || null"
          (click)="make()"
        >
          {{ makeText() }}
        </button>
        <button
          type="button"
          class="cs-button"
          [attr.aria-disabled]="sending.busy() || null"
          (click)="mail()"
        >
          <cs-icon name="mail" />Send it by mail
        </button>
        @if (person().access.linkUntil || link()) {
          <button type="button" class="cs-button text" (click)="revoke()">Take the link back</button>
        }
        @if (isDirector() && person().access.secondFactor) {
          <button type="button" class="cs-button text" (click)="drop()">Take the second factor away</button>
        }
      </div>
    </section>
  `,
  styleUrl: './people.css',
  styles: `
    .paper {
      display: grid;
      gap: var(--cs-3);
    }
    .address {
      font-family: var(--cs-font-mono, monospace);
      overflow-wrap: anywhere;
      user-select: all;
    }
  `,
})
export class AccessPart {
  readonly #api = inject(ProgramApi);
  readonly #session = inject(Session);
  readonly person = input.required<MemberView>();
  readonly changed = output<MembersView>();

  protected readonly sending = new Sending();
  protected readonly mailed = signal(false);
  protected readonly link = signal<NewLinkView | null>(null);
  protected readonly text = computed(() => {
    const { state, linkUntil } = this.person().access;
    if (state === 'none') return 'Has no password and was not invited yet.';
    if (state === 'expired') return 'Was invited; the link is over.';
    if (state === 'invited') return `Is invited. The link can be used until ${this.instant(linkUntil ?? 0)}.`;
    return linkUntil === undefined
      ? 'Signs in with a password.'
      : `Signs in with a password. A link to set a new one can be used until ${this.instant(linkUntil)}.`;
  });
  protected readonly makeText = computed(() => {
    const { state, linkUntil } = this.person().access;
    if (state === 'password') return 'Make a link for a new password';
    return linkUntil === undefined ? 'Make an invitation' : 'Make another invitation';
  });

  protected instant(at: number): string {
    return instantFull(at, this.#session.current()?.timeZone ?? 'UTC');
  }

  /** The secret stands behind the `#`: no server and no proxy ever sees it in an address. */
  protected addressOf({ secret }: NewLinkView): string {
    return `${location.origin}/welcome#${secret}`;
  }

  protected print(): void {
    window.print();
  }

  protected readonly isDirector = computed(() => this.#session.roles().includes('director'));

  /** App and codes are lost: the person sets another factor up, and signs nothing for a day. */
  protected async drop(): Promise<void> {
    const params = { personId: this.person().id };
    const view = await this.sending.send(() => this.#api.call(dropFactor, { params }));
    if (view) this.changed.emit(view);
  }

  protected async make(): Promise<void> {
    const params = { personId: this.person().id };
    const made = await this.sending.send(() => this.#api.call(makeLink, { params }));
    if (made) this.link.set(made);
  }

  /** The link is made and mailed afterwards; the one before it ends. */
  protected async mail(): Promise<void> {
    const params = { personId: this.person().id };
    const view = await this.sending.send(() => this.#api.call(mailLink, { params }));
    if (!view) return;
    this.link.set(null);
    this.mailed.set(true);
    this.changed.emit(view);
  }

  protected async revoke(): Promise<void> {
    const params = { personId: this.person().id };
    const view = await this.sending.send(() => this.#api.call(revokeLink, { params }));
    if (!view) return;
    this.link.set(null);
    this.changed.emit(view);
  }
}
