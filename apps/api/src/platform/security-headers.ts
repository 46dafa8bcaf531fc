import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Settings } from './settings';

/** The nonce under which this reply's page may add style elements and its first script. */
export function nonceOf(response: Response): string {
  return String(response.locals['nonce']);
}

/** Security headers on every reply, errors included: no foreign script, style, frame or form target. */
export function securityHeaders(settings: Pick<Settings, 'publicUrl'>): RequestHandler[] {
  const https = settings.publicUrl.startsWith('https:');
  const nonce = (_request: unknown, response: unknown): string => `'nonce-${nonceOf(response as Response)}'`;
  return [
    (_request: Request, response: Response, next: NextFunction) => {
      response.locals['nonce'] = randomBytes(16).toString('base64');
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", nonce],
          styleSrc: ["'self'", nonce],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          requireTrustedTypesFor: ["'script'"],
          trustedTypes: ['angular', 'angular#bundler'],
        },
      },
      strictTransportSecurity: https,
      referrerPolicy: { policy: 'no-referrer' },
    }),
  ];
}
