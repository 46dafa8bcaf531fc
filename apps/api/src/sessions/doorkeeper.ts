import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@countersign/domain/access';
import { nameless } from '../db/context';
import { Db } from '../db/db';
import { Doorkeeper } from '../platform/gate';
import type { SignedRequest } from '../platform/handle';
import { SessionCookies } from './session-cookies';
import { isWriteToken } from './session-token';
import { Sessions } from './sessions';

/** Knows people by their session cookie. */
@Injectable()
export class SessionDoorkeeper extends Doorkeeper {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
  ) {
    super();
  }

  async identify(request: SignedRequest): Promise<{ actor: Actor; sessionId: string } | null> {
    const id = this.cookies.sessionOf(request);
    if (id === undefined) return null;
    const session = await this.db.glance(nameless('anonymous'), (view) => this.sessions.find(view, id));
    if (session?.isStale) await this.db.write(session.actor, (tx) => this.sessions.touch(tx, id));
    return session;
  }

  hasWriteToken(request: SignedRequest): boolean {
    const token = this.cookies.tokenOf(request);
    const candidate = this.cookies.writeTokenOf(request);
    return token !== undefined && candidate !== undefined && isWriteToken(token, candidate);
  }
}
