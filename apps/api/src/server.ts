import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import { json } from 'express';
import { AppModule } from './app.module';
import { Catalogues } from './catalogue/catalogues';
import { dataSourceOptions } from './db/data-source';
import { migrate } from './db/migrate';
import { requestLog } from './platform/logging';
import { jsonOnly } from './platform/json-only';
import { Routes } from './platform/routes';
import { securityHeaders } from './platform/security-headers';
import type { Settings } from './platform/settings';
import { serveWeb } from './platform/web';
import { rows } from './rows';

/** Largest body that any route reads. */
const BODY_LIMIT = '256kb';

/** Builds the server on a migrated database with the catalogue loaded; it does not listen yet. */
export async function buildServer(settings: Settings): Promise<INestApplication<Server>> {
  const database = dataSourceOptions(settings, rows);
  await migrate(database, settings);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings, database), {
    bodyParser: false,
    logger: settings.logLevel === 'silent' ? false : ['error', 'warn'],
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(requestLog(settings));
  app.use(...securityHeaders(settings));
  app.use(compression());
  app.use('/api', jsonOnly, json({ limit: BODY_LIMIT, strict: true }));
  app.use(
    '/api',
    (_request: unknown, response: { setHeader(name: string, value: string): void }, next: () => void) => {
      response.setHeader('Cache-Control', 'no-store');
      next();
    },
  );
  app.setGlobalPrefix('api');
  if (settings.webRoot !== undefined) serveWeb(app, settings.webRoot);
  await app.init();
  app.get(Routes).assertAllNamed();
  await app.get(Catalogues).start();
  return app;
}
