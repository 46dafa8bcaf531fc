import { createServer, type AddressInfo } from 'node:net';
import { mainInChildren, type Child } from './child-process';
import type { TestDatabase } from './test-database';

/** A server in a process of its own. */
export interface ServingChild {
  readonly origin: string;
  readonly child: Child;
}

/** Starts servers in processes of their own on one database; each is there once it says so. */
export async function servingChildren({
  settings: { dataDir, databaseUrl },
}: TestDatabase): Promise<(port?: number, more?: Record<string, string>) => Promise<ServingChild>> {
  const start = await mainInChildren();
  const own = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  return async (given, more = {}) => {
    const port = given ?? (await freePort());
    const child = start([], { DATA_DIR: dataDir, ...own, PORT: String(port), ...more });
    await child.says('is ready');
    return { origin: `http://127.0.0.1:${port}`, child };
  };
}

/** A port on which nobody listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
