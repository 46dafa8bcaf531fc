import type { Problem } from '@countersign/contracts/problems';
import type { Call } from './commands';
import { reasonOf } from './db/start-error';

/** How long an answer may take, ms. */
const PATIENCE_MS = 5_000;

/** Addresses on which a server listens everywhere, and the one at which it is asked from this machine. */
const everywhere: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

/**
 * The command: asks the server that runs with these settings whether it lives and is ready, for monitors and unit files.
 * @returns 0 when both, else 1
 */
export async function askHealth({ settings, print }: Pick<Call, 'settings' | 'print'>): Promise<number> {
  const host =
    everywhere[settings.host] ?? (settings.host.includes(':') ? `[${settings.host}]` : settings.host);
  let isGood = true;
  for (const what of ['live', 'ready']) {
    const said = await ask(`http://${host}:${settings.port}/api/health/${what}`);
    isGood &&= said === 'ok';
    print(`${what}: ${said}`);
  }
  return isGood ? 0 : 1;
}

async function ask(address: string): Promise<string> {
  try {
    const reply = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (reply.ok) return 'ok';
    const { title, code } = (await reply.json()) as Partial<Problem>;
    return `${reply.status} ${title ?? code ?? ''}`.trim();
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    return `no answer (${reasonOf(cause ?? error)})`;
  }
}
