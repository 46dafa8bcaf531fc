import { createServer } from 'node:net';
import type { Settings } from './settings';

type Address = Pick<Settings, 'port' | 'host'>;

/** The server cannot listen where the settings say; the message tells a person what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/**
 * Tries whether the server will be able to listen, before anything that takes time is done.
 * @throws ListenError when the port is taken or the address is not this machine's.
 */
export async function assertMayListen(address: Address): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(address.port, address.host, resolve);
    });
  } catch (error) {
    throw listenError(error, address);
  }
  await new Promise((closed) => probe.close(closed));
}

/** What went wrong while listening, in plain words; anything else as it is. */
export function listenError(error: unknown, { port, host }: Address): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new ListenError(
      `Port ${port} is in use. Stop the other program or choose another port: PORT=${port === 3001 ? 3002 : 3001} npm start`,
    );
  if (code === 'EACCES' && syscall === 'listen')
    return new ListenError(`Port ${port} needs more rights. Choose one above 1023: PORT=3000 npm start`);
  if (code === 'EADDRNOTAVAIL' || syscall === 'getaddrinfo')
    return new ListenError(
      `HOST is "${host}", which is no address of this machine. Use 127.0.0.1 (this machine only) or 0.0.0.0 (every interface).`,
    );
  return error;
}
