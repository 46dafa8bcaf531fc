import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { Logger as NestLogger } from 'nestjs-pino';
import type { Logger } from 'pino';
import { AppModule } from './app.module';
import { Catalogues } from './catalogue/catalogues';
import { openDatabase, type OpenDatabase } from './db/open-database';
import { serveDid } from './ledger/serve-did';
import { serveOneClickStop } from './mail/serve-one-click-stop';
import { serveMetrics } from './metrics/serve-metrics';
import { makeLogger, requestLog } from './platform/logging';
import { readBodies } from './platform/bodies';
import { jsonOnly } from './platform/json-only';
import { Pace } from './platform/pace';
import { Routes } from './platform/routes';
import { securityHeaders } from './platform/security-headers';
import type { Settings } from './platform/settings';
import { serveWeb } from './platform/web';
import { rows } from './rows';

/**
 * Builds the server on a migrated database with the catalogue loaded; it does not listen yet.
 * Whoever builds it closes it; a build that fails leaves nothing open.
 */
export async function buildServer(
  settings: Settings,
  logger: Logger = makeLogger(settings),
): Promise<INestApplication<Server>> {
  const database = await openDatabase(settings, rows);
  let app: NestExpressApplication | undefined;
  try {
    app = await createApp(settings, database, logger);
    app.useLogger(app.get(NestLogger));
    equip(app, settings, logger);
    await app.init();
    app.get(Routes).assertAllNamed();
    await app.get(Catalogues).start();
    return app;
  } catch (error) {
    await app?.close();
    // Without an app nobody else closes it, and its open sockets would keep the process alive.
    await database.close();
    throw error;
  }
}

function createApp(
  settings: Settings,
  database: OpenDatabase,
  logger: Logger,
): Promise<NestExpressApplication> {
  return NestFactory.create<NestExpressApplication>(AppModule.with(settings, database, logger), {
    bodyParser: false,
    logger: settings.logLevel === 'silent' ? false : ['error', 'warn'],
    abortOnError: false,
  });
}

function equip(app: NestExpressApplication, settings: Settings, logger: Logger): void {
  app.disable('x-powered-by');
  // A reply has a tag where its route gives it one, and nowhere else: what is not stored is not asked for again.
  app.disable('etag');
  app.set('trust proxy', [...settings.trustedProxies]);
  app.set('query parser', 'simple');
  app.use(requestLog(logger));
  app.use(...securityHeaders(settings));
  app.use(compression());
  // Before anything can refuse the request: what is refused is not stored either.
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  serveMetrics(app, settings);
  const endpoints = app
    .get(Routes)
    .list()
    .flatMap(({ route }) => (route ? [route.endpoint] : []));
  app.use('/api', app.get(Pace).count, jsonOnly, readBodies(endpoints));
  app.setGlobalPrefix('api');
  serveDid(app, settings);
  serveOneClickStop(app);
  if (settings.webRoot !== undefined) serveWeb(app, settings.webRoot);
}
