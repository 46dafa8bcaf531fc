import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../db/context';
import type { FollowedEvent } from '../followers/follower';
import { Followers } from '../followers/followers';
import { Outbox } from '../mail/outbox';
import { AccessLinks } from './access-links';

/** What was asked for longer ago is asked for again by whoever still needs it. */
const ASKED_MS = 3 * 24 * 3_600_000;

/**
 * Writes the mails with links that people asked for. The secret is made here, where the mail is written: the table of links
 * holds its hash, the outbox the sealed secret, and no event either.
 */
@Injectable()
export class LinkMails implements OnModuleInit {
  constructor(
    @Inject(Followers) private readonly followers: Followers,
    @Inject(AccessLinks) private readonly links: AccessLinks,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.followers.follow('link-mails', ['access-link.asked'], {
      inside: (tx, events) => this.write(tx, events),
    });
  }

  private async write(tx: Tx, events: readonly FollowedEvent[]): Promise<void> {
    for (const { at, actor, object, data } of events) {
      if (at <= tx.now - ASKED_MS) continue;
      const made = await this.links.makeAsked(tx, object.replace(/^person:/, ''), actor);
      if (made === null) continue;
      const { personId, purpose: kind, secret } = made;
      const programId = typeof data['programId'] === 'string' ? data['programId'] : null;
      await this.outbox.sendLink(tx, { programId, personId, kind, secret });
    }
  }
}
