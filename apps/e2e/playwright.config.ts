import { defineConfig } from '@playwright/test';

const port = Number(process.env['E2E_PORT'] ?? 3210);
const root = `${__dirname}/../..`;
/** As many as a small machine has cores. Each has a server with a demo database of its own. */
const workers = Number(process.env['E2E_WORKERS'] ?? 2);
/** Which of them this process is; a worker that takes the place of one that ended has its number. */
const worker = Number(process.env['TEST_PARALLEL_INDEX'] ?? 0);

/** Journeys in a real Chromium against the built app on fresh demo databases. */
export default defineConfig({
  testDir: './journeys',
  outputDir: `${root}/artifacts/journeys`,
  workers,
  // The journeys of a file run one after another, on the same database.
  fullyParallel: false,
  retries: 0,
  // So long that only what hangs is ended: build machines are small and share their cores.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  projects: [
    { name: 'journeys', testMatch: '*.e2e.ts' },
    { name: 'every page', testMatch: 'every-page.last.ts', dependencies: ['journeys'] },
  ],
  use: {
    baseURL: `http://localhost:${port + worker}`,
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    // A film of every journey, that is thrown away, costs as much as the journey; the page at every step is kept.
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    launchOptions: {
      ...(process.env['CHROMIUM_PATH']
        ? { executablePath: process.env['CHROMIUM_PATH'] }
        : { executablePath: '/usr/bin/chromium' }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node apps/e2e/start-fresh.mjs',
    cwd: root,
    url: `http://localhost:${port}/api/health/ready`,
    timeout: 300_000,
    reuseExistingServer: false,
    env: { PORT: String(port), E2E_WORKERS: String(workers) },
  },
});
