import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@countersign/domain/access';
import { Doorkeeper } from '../platform/gate';
import type { SignedRequest } from '../platform/handle';
import { SessionCookies } from './session-cookies';
import { isWriteToken } from './session-token';
import { Sessions } from './sessions';

/** Knows people by their session cookie. */
@Injectable()
export class SessionDoorkeeper extends Doorkeeper {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
  ) {
    super();
  }

  async identify(request: SignedRequest): Promise<{ actor: Actor; sessionId: string } | null> {
    const token = this.cookies.tokenOf(request);
    return token === undefined ? null : this.sessions.find(token);
  }

  hasWriteToken(request: SignedRequest): boolean {
    const token = this.cookies.tokenOf(request);
    const candidate = this.cookies.writeTokenOf(request);
    return token !== undefined && candidate !== undefined && isWriteToken(token, candidate);
  }
}
