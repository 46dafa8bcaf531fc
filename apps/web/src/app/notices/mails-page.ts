import { Component, computed, inject, linkedSignal } from '@angular/core';
import { readMails, resendMail } from '@countersign/contracts/mail/endpoints';
import type { MailState, MailView } from '@countersign/contracts/mail/views';
import { counted } from '@countersign/contracts/words/count';
import { mailKindNames } from '@countersign/contracts/words/notice';
import { instantFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';

const stateNames: Readonly<Record<MailState, string>> = {
  waiting: 'waits',
  sent: 'sent',
  kept: 'in the folder',
  dropped: 'not needed any more',
  dead: 'given up',
};

/** What became of the program’s mails, without their texts; those that were given up can be sent again. */
@Component({
  selector: 'cs-mails-page',
  imports: [EmptyState, Icon, Loading, ProblemNote],
  template: `
    <div class="cs-page">
      <header class="cs-page-head">
        <h1>Mail</h1>
        <p class="cs-text-2">{{ heading() }}</p>
      </header>
      <cs-loading [of]="first">Getting the mails …</cs-loading>
      <cs-problem [problem]="sending.problem()" />
      @if (view(); as shown) {
        @if (shown.way === 'folder') {
          <p class="cs-note">
            <cs-icon name="info" />No mail server is set. Each mail lies as a file in the folder “mails” of
            the server, for whoever runs it to hand over.
          </p>
        }
        @if (shown.mails.length === 0) {
          <cs-empty-state heading="No mails yet">
            <p>Invitations, what came back and what waits for long is sent to people, and stands here.</p>
          </cs-empty-state>
        } @else {
          <ul class="cs-card cs-lines" aria-label="Mails of the program">
            @for (one of shown.mails; track one.id) {
              <li>
                <div>
                  <b>{{ names[one.kind] }}</b>
                  <span
                    >to <span translate="no">{{ one.to }}</span></span
                  >
                  <span class="cs-text-2 cs-small">{{ whenText(one) }}</span>
                  @if (one.error) {
                    <span class="cs-text-2 cs-small" translate="no">{{ one.error }}</span>
                  }
                </div>
                <span class="cs-pill" [class.late]="one.state === 'dead'">
                  <cs-icon
                    [name]="one.state === 'dead' ? 'warning' : one.state === 'waiting' ? 'clock' : 'mail'"
                  />{{ stateNames[one.state] }}
                </span>
                @if (one.state === 'dead') {
                  <button
                    type="button"
                    class="cs-button"
                    [attr.aria-disabled]="sending.busy() || null"
                    (click)="again(one)"
                  >
                    Send again<span class="cs-visually-hidden">: {{ names[one.kind] }} to {{ one.to }}</span>
                  </button>
                }
              </li>
            }
          </ul>
        }
      }
    </div>
  `,
  styleUrl: '../ui/part-lines.css',
  styles: `
    ul.cs-card {
      max-width: 60rem;
      padding: 0 var(--cs-5);
    }
  `,
})
export class MailsPage {
  readonly #api = inject(ProgramApi);
  readonly #session = inject(Session);

  protected readonly first = this.#api.read(readMails, () => ({}));
  protected readonly view = linkedSignal(() => this.first.view());
  protected readonly sending = new Sending();
  protected readonly names = mailKindNames;
  protected readonly stateNames = stateNames;
  protected readonly heading = computed(() => {
    const { waiting = 0, dead = 0 } = this.view() ?? {};
    const waits = counted(waiting, 'mail waits', 'mails wait');
    return dead === 0 ? `${waits}.` : `${waits}; ${counted(dead, 'was', 'were')} given up.`;
  });

  protected whenText({ madeAt, doneAt, nextAt }: MailView): string {
    const zone = this.#session.current()?.timeZone ?? 'UTC';
    if (doneAt !== undefined) return instantFull(doneAt, zone);
    return nextAt === undefined
      ? `made ${instantFull(madeAt, zone)}`
      : `made ${instantFull(madeAt, zone)}, tried ${instantFull(nextAt, zone)}`;
  }

  protected async again({ id: mailId }: MailView): Promise<void> {
    const view = await this.sending.send(() => this.#api.call(resendMail, { params: { mailId } }));
    if (view) this.view.set(view);
  }
}
