import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { nonceOf } from './security-headers';
import { SettingsError, type Settings } from './settings';

/** A hashed file name never changes its content, so browsers may keep it for a year. */
const HASHED = /-[\w-]{8}\.(js|css)$/;

const FOR_A_YEAR = 'public, max-age=31536000, immutable';

const PAGE = 'index.html';

/** Placeholder in the built page; every reply gets a nonce of its own. */
const PLACEHOLDER = /CSP_NONCE/g;

/**
 * Makes sure that there is a web app to serve.
 * @throws SettingsError naming the folder and what to do.
 */
export function assertWebRoot({ webRoot }: Pick<Settings, 'webRoot'>): void {
  if (webRoot === undefined || existsSync(join(webRoot, PAGE))) return;
  const found = existsSync(webRoot) ? `holds no ${PAGE}` : 'does not exist';
  throw new SettingsError(
    `WEB_ROOT is ${webRoot}, which ${found}. Build the web app (npm start does) or name its folder; an empty WEB_ROOT serves the API alone.`,
  );
}

/** Serves the built web app: its files, and its page for every address that is not the API's. */
export function serveWeb(app: NestExpressApplication, root: string): void {
  app.use(serveSmall(root));
  app.use(
    express.static(root, {
      index: false,
      setHeaders: (response, path) => {
        response.setHeader('Cache-Control', HASHED.test(path) ? FOR_A_YEAR : 'no-cache');
      },
    }),
  );
  const file = join(root, PAGE);
  const page = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      ['GET', 'HEAD'].includes(request.method) &&
      !request.path.startsWith('/api') &&
      request.accepts('html') !== false;
    if (!isPage || page === undefined || /\.\w{1,5}$/.test(request.path)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(page.replace(PLACEHOLDER, nonceOf(response)));
  });
}

/**
 * Hashed files, compressed once as small as Brotli makes them and kept: a browser asks for each one time, and what is
 * compressed anew for every reply is a tenth larger.
 */
function serveSmall(root: string) {
  const hashed = new Set(existsSync(root) ? readdirSync(root).filter((name) => HASHED.test(name)) : []);
  const small = new Map<string, Promise<Buffer>>();
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const name = request.path.slice(1);
    if (request.method !== 'GET' || !hashed.has(name) || request.acceptsEncodings('br') === false) {
      next();
      return;
    }
    const packed = small.get(name) ?? readFile(join(root, name)).then((bytes) => compress(bytes));
    small.set(name, packed);
    response.vary('Accept-Encoding').set({ 'Cache-Control': FOR_A_YEAR, 'Content-Encoding': 'br' });
    response.type(extname(name)).send(await packed);
  };
}

const compress = promisify(brotliCompress);
