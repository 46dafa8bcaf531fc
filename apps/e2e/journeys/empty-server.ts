import { expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = `${__dirname}/../../..`;

/** A server on an empty database, as a hospital starts it. */
export interface EmptyServer {
  readonly address: string;
  /** What its console shows, with which a program is set up. */
  readonly token: string;
  /** The text of the mail that came last; mails lie in a folder, for no mail server is named. */
  lastMail(): string;
  stop(): Promise<void>;
}

/** Starts one in a folder of its own, on SQLite; on the empty MySQL or MariaDB that EMPTY_DATABASE_URL names where it does. */
export async function emptyServer(): Promise<EmptyServer> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-empty-'));
  const { SMTP_URL: _mail, PUBLIC_URL: _address, ...env } = process.env;
  const server = spawn(process.execPath, ['dist/apps/api/main.js'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...env,
      ...{ DATA_DIR: folder, DEMO: 'off', PORT: '0', NODE_ENV: 'production' },
      DATABASE_URL: process.env['EMPTY_DATABASE_URL'] ?? '',
      WEB_ROOT: 'dist/apps/web/browser',
    },
  });
  let said = '';
  for await (const chunk of server.stdout) {
    said += String(chunk);
    if (said.includes(' is ready: ')) break;
  }
  const [, address = '', token = ''] = /^(http:\S+)\/set-up#(\S+)$/m.exec(said) ?? [];
  expect(token).toMatch(/^[\w-]{43}$/);
  return {
    ...{ address, token },
    lastMail: () => {
      const mails = join(folder, 'mails');
      const files = readdirSync(mails, { recursive: true, encoding: 'utf8' })
        .map((name) => join(mails, name))
        .filter((file) => statSync(file).isFile());
      const newest = files.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];
      // Long lines of a mail are broken, with a sign at their ends.
      return newest === undefined ? '' : readFileSync(newest, 'utf8').replaceAll(/=\r?\n/g, '');
    },
    stop: async () => {
      if (server.exitCode === null) {
        const ended = once(server, 'exit');
        server.kill('SIGTERM');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
