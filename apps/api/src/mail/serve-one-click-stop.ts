import type { INestApplication } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { StopMails } from './stop-mails';

/**
 * Takes the one POST with which mail programs stop a kind of mail (RFC 8058), at the address of the page that stops it. It
 * comes from anywhere, as a form, without a session: the token in the address is all that counts. Looking at the address
 * stops nothing, for scanners of mail follow every link.
 */
export function serveOneClickStop(app: INestApplication): void {
  app.use('/unsubscribe', (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'POST') {
      next();
      return;
    }
    const { t } = request.query;
    const stop = async (): Promise<void> => {
      await app.get(StopMails).run(typeof t === 'string' ? t : '', true);
      response.status(200).type('text/plain').send('Stopped.');
    };
    stop().catch(() => {
      // A link of no mail of ours and a database that is down are answered alike.
      response.status(404).type('text/plain').send('There is nothing to stop.');
    });
  });
}
