// Starts the built server as often as there are workers, each on a database of its own in a temporary folder: what one
// journey does to the queue is nothing to a journey beside it. The demo year is made once and copied.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'countersign-e2e-'));
const port = Number(process.env.PORT);
const servers = new Set();
let stopping = false;

process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, stop);

// Nothing was inspected in this run yet (journeys/inspected.ts).
rmSync('artifacts/inspected', { recursive: true, force: true });
mkdirSync('artifacts/inspected', { recursive: true });

const [first, ...others] = Array.from({ length: Number(process.env.E2E_WORKERS) }, (_, index) => ({
  dataDir: join(folder, String(index)),
  port: port + index,
}));
const demo = serve({ ...first, port: 0 });
await ready(demo);
demo.kill('SIGTERM');
await once(demo, 'exit');
for (const { dataDir } of others) cpSync(first.dataDir, dataDir, { recursive: true });
// The first one is who is asked whether all are ready, so it comes last.
for (const place of [...others, first]) {
  if (stopping) break;
  await ready(serve(place));
}

/** @param {{ dataDir: string, port: number }} place */
function serve(place) {
  const server = spawn(process.execPath, ['dist/apps/api/main.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATA_DIR: place.dataDir,
      PORT: String(place.port),
      WEB_ROOT: 'dist/apps/web/browser',
      DATABASE_URL: '',
      NODE_ENV: 'production',
    },
  });
  server.stdout.pipe(process.stdout, { end: false });
  servers.add(server);
  server.once('exit', (code) => {
    servers.delete(server);
    // One that was not told to end takes the others with it.
    if (server.signalCode === null && code !== 0) {
      process.exitCode = code ?? 1;
      stop();
    }
  });
  return server;
}

/** @param {import('node:child_process').ChildProcess} server */
function ready(server) {
  return new Promise((resolve) => {
    let said = '';
    server.stdout.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes(' is ready: ')) resolve(undefined);
    });
    server.once('exit', resolve);
  });
}

function stop() {
  stopping = true;
  for (const server of servers) server.kill('SIGTERM');
}
