import { Inject, Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import { SETTINGS } from '../platform/settings-token';
import type { Settings } from '../platform/settings';
import { tokenId, writeToken } from './session-token';

const WRITE_COOKIE = 'XSRF-TOKEN';
const WRITE_HEADER = 'X-XSRF-TOKEN';

/** The session's two cookies: the opaque token that no script can read, and the write token that our pages send back. */
@Injectable()
export class SessionCookies {
  private readonly secure: boolean;
  /** `__Host-` pins the cookie to this host over https; a plain-http address cannot carry it. */
  readonly name: string;
  /** Cookie and header of the write token, as Angular's client names them. */
  readonly write = { cookie: WRITE_COOKIE, header: WRITE_HEADER };

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.secure = settings.publicUrl.startsWith('https:');
    this.name = this.secure ? '__Host-sid' : 'sid';
  }

  /** The token of the request's session cookie. */
  tokenOf(request: Request): string | undefined {
    return parseCookie(request.headers.cookie ?? '')[this.name];
  }

  /** Name of the session whose cookie the request carries, alive or not. */
  sessionOf(request: Request): string | undefined {
    const token = this.tokenOf(request);
    return token === undefined ? undefined : tokenId(token);
  }

  /** What a writing request sends to prove that it comes from our pages. */
  writeTokenOf(request: Request): string | undefined {
    return request.header(WRITE_HEADER);
  }

  set(response: Response, token: string): void {
    response.cookie(this.name, token, { ...this.options(), httpOnly: true });
    response.cookie(WRITE_COOKIE, writeToken(token), this.options());
  }

  clear(response: Response): void {
    response.clearCookie(this.name, { ...this.options(), httpOnly: true });
    response.clearCookie(WRITE_COOKIE, this.options());
    // What pages showed is of the person who leaves. What was typed is kept by the app, which asks before it goes.
    response.setHeader('Clear-Site-Data', '"cache"');
  }

  private options(): CookieOptions {
    return { secure: this.secure, sameSite: 'lax', path: '/' };
  }
}
