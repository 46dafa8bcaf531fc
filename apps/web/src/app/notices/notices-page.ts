import { Component, effect, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readNotices, seeNotices } from '@countersign/contracts/mail/endpoints';
import type { NoticeView } from '@countersign/contracts/mail/views';
import { noticeSentence } from '@countersign/contracts/words/notice';
import { instantFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { NoticesUnread } from './notices-unread';

/** Where a notice leads; those without an own page lead to what they count. */
function pathOf({ kind, objectId }: NoticeView): string {
  if (kind === 'entry-returned' || kind === 'correction-settled') return `/entries/${objectId ?? ''}`;
  if (kind.startsWith('sign-off')) return `/sign-offs/${objectId ?? ''}`;
  if (kind === 'correction-contested') return '/contested';
  if (kind === 'let-in-anew') return '/account';
  if (kind === 'other-let-in-anew') return `/people/${objectId ?? ''}`;
  if (kind === 'delegation-offered' || kind === 'escalation') return '/standing-in';
  return kind === 'nudge' ? '/queue' : '/';
}

/** What the reader was told of; those that are new when the page opens are seen by it. */
@Component({
  selector: 'cs-notices-page',
  imports: [EmptyState, Icon, Loading, RouterLink],
  template: `
    <div class="cs-page">
      <header class="cs-page-head"><h1>Notices</h1></header>
      <cs-loading [of]="first">Getting your notices …</cs-loading>
      @if (view(); as shown) {
        @if (shown.notices.length === 0) {
          <cs-empty-state heading="No notices">
            <p>What comes back to you, waits for you or was signed for you is told here.</p>
          </cs-empty-state>
        } @else {
          <ul class="cs-card cs-lines" aria-label="What you were told of">
            @for (one of shown.notices; track one.id) {
              <li>
                <div>
                  <a [routerLink]="pathOf(one)">{{ sentence(one) }}</a>
                  <span class="cs-text-2 cs-small">{{ instant(one) }}</span>
                </div>
                @if (!one.read) {
                  <span class="cs-pill"><cs-icon name="bell" />new</span>
                }
              </li>
            }
          </ul>
        }
        <p class="cs-text-2">
          Most of it comes by mail too. <a routerLink="/account">Choose on your account page</a> which mails
          you want.
        </p>
      }
    </div>
  `,
  styleUrl: '../ui/part-lines.css',
  styles: `
    ul.cs-card {
      max-width: 52rem;
      padding: 0 var(--cs-5);
    }
  `,
})
export class NoticesPage {
  readonly #api = inject(ProgramApi);
  readonly #session = inject(Session);
  readonly #unread = inject(NoticesUnread);
  readonly #seeing = new Sending();

  protected readonly first = this.#api.read(readNotices, () => ({}));
  /** As it was when the page opened, so that what is new is still marked. */
  protected readonly view = linkedSignal(() => this.first.view());
  protected readonly pathOf = pathOf;
  protected readonly sentence = noticeSentence;

  constructor() {
    effect(() => {
      if ((this.first.view()?.unread ?? 0) > 0) void this.#see();
    });
  }

  protected instant({ at }: NoticeView): string {
    return instantFull(at, this.#session.current()?.timeZone ?? 'UTC');
  }

  async #see(): Promise<void> {
    const seen = await this.#seeing.send(() => this.#api.call(seeNotices, {}));
    if (seen) this.#unread.read.reload();
  }
}
