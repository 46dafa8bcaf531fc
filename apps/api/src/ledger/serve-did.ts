import type { INestApplication } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Settings } from '../platform/settings';
import { didDocument } from './issuer';
import { SigningKeys } from './signing-keys';

/** Serves the DID document of the public address's host, where resolvers of `did:web` look for it: beside the API. */
export function serveDid(app: INestApplication, { publicUrl }: Pick<Settings, 'publicUrl'>): void {
  app.use('/.well-known/did.json', (request: Request, response: Response, next: NextFunction) => {
    if (!['GET', 'HEAD'].includes(request.method)) {
      next();
      return;
    }
    const answer = async (): Promise<void> => {
      const keys = await app.get(SigningKeys).published();
      response.setHeader('Cache-Control', 'no-cache');
      response.type('application/did+json').send(JSON.stringify(didDocument(new URL(publicUrl).host, keys)));
    };
    answer().catch(() => {
      // Whatever the database said, the answer is the same: not now.
      response.sendStatus(503);
    });
  });
}
