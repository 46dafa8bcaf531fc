import { Component, computed, DOCUMENT, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LONGEST_LINK_DAYS } from '@countersign/domain/board';
import { dayAfter } from '@countersign/domain/calendar';
import { listDisplayLinks, makeDisplayLink, revokeDisplayLink } from '@countersign/contracts/board/endpoints';
import type { DisplayLinkView } from '@countersign/contracts/board/views';
import { dayFull, instantFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Sending } from '../platform/sending';
import { AskDialog } from '../ui/ask-dialog';
import { EmptyState } from '../ui/empty-state';
import { Field, FieldControl, FieldText } from '../ui/fields/field';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { QrCode } from './qr-code';

/** How long a link works unless another day is chosen. */
const USUAL_DAYS = 365;

/** A link that was just made, with its address, which nobody can see again. */
interface MadeLink {
  readonly link: DisplayLinkView;
  readonly address: string;
}

/** Display links: made, shown once with the code for the ward’s tablet, and revoked. */
@Component({
  selector: 'cs-displays-page',
  imports: [
    AskDialog,
    EmptyState,
    Field,
    FieldControl,
    FieldText,
    Icon,
    Loading,
    ProblemNote,
    QrCode,
    RouterLink,
  ],
  templateUrl: './displays-page.html',
  styleUrl: './displays-page.css',
})
export class DisplaysPage {
  readonly #api = inject(ProgramApi);
  readonly #clock = inject(ProgramClock);
  readonly #window = inject(DOCUMENT).defaultView;
  private readonly revoking = viewChild.required(AskDialog);

  protected readonly read = this.#api.read(listDisplayLinks, () => ({}));
  protected readonly list = computed(() => this.read.view());
  protected readonly sending = new Sending();
  protected readonly ward = signal('');
  protected readonly siteId = signal('');
  protected readonly lastOn = computed(() => dayAfter(this.#clock.today(), LONGEST_LINK_DAYS));
  protected readonly firstOn = computed(() => this.#clock.today());
  protected readonly expiresOn = linkedSignal(() => dayAfter(this.firstOn(), USUAL_DAYS));
  protected readonly made = signal<MadeLink | undefined>(undefined);
  protected readonly copied = signal(false);
  protected readonly asked = signal<DisplayLinkView | undefined>(undefined);
  protected readonly day = dayFull;

  protected at(instant: number): string {
    return instantFull(instant, this.#clock.timeZone());
  }

  protected dayOf(instant: number): string {
    return this.#clock.dayOf(instant);
  }

  protected siteName(id: string | undefined): string {
    return this.list()?.sites.find((site) => site.id === id)?.name ?? 'all sites';
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    const siteId = this.siteId();
    const body = {
      ...{ ward: this.ward(), expiresOn: this.expiresOn() },
      ...(siteId === '' ? {} : { siteId }),
    };
    const made = await this.sending.send(() => this.#api.call(makeDisplayLink, { body }));
    if (!made) return;
    const address = `${this.#window?.location.origin ?? ''}/display#${made.secret}`;
    this.made.set({ link: made.link, address });
    this.copied.set(false);
    this.ward.set('');
    this.read.reload();
  }

  protected async copy(address: string): Promise<void> {
    await this.#window?.navigator.clipboard.writeText(address);
    this.copied.set(true);
  }

  protected async revoke(link: DisplayLinkView): Promise<void> {
    this.asked.set(link);
    if ((await this.revoking().ask()) !== 'revoke') return;
    const params = { linkId: link.id };
    const revoked = await this.sending.send(() => this.#api.call(revokeDisplayLink, { params }));
    if (!revoked) return;
    if (this.made()?.link.id === link.id) this.made.set(undefined);
    this.read.reload();
  }
}
