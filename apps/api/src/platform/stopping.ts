import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';

/** What runs may finish within so many ms after a stop was asked for. */
const DEADLINE_MS = 10_000;
/** For so many ms a client may still use the connection that it kept: its next request may be on its way. */
const GRACE_MS = 1_000;

/**
 * Prepares a server to stop without breaking off an answer: from the stop on it takes no new connection, tells every
 * client with its next answer to close, and is done when the last answer is out. What is not answered by the deadline, such
 * as a request of which only half was ever sent, is cut.
 * @returns stops; resolves, true where everything was answered, when no connection is left
 */
export function stoppable(server: Server, deadlineMs = DEADLINE_MS): () => Promise<boolean> {
  const running = new Set<ServerResponse>();
  let isStopping = false;
  let isOver = false;
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    running.add(response);
    if (isStopping) response.shouldKeepAlive = false;
    response.once('close', () => {
      running.delete(response);
      if (isOver) server.closeIdleConnections();
    });
  });
  return async () => {
    // Connections that the system took meanwhile are taken here too: to stop listening resets what waits. Nobody is told to close
    // before that, who would come again at once.
    await new Promise((taken) => setImmediate(taken));
    isStopping = true;
    for (const response of running) if (!response.headersSent) response.shouldKeepAlive = false;
    let isWhole = true;
    // The close of an HTTP server would cut kept connections at once, with what is on its way to it.
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    const grace = setTimeout(
      () => {
        isOver = true;
        server.closeIdleConnections();
      },
      Math.min(GRACE_MS, deadlineMs / 2),
    );
    const deadline = setTimeout(() => {
      isWhole = running.size === 0;
      server.closeAllConnections();
    }, deadlineMs);
    await closed;
    clearTimeout(grace);
    clearTimeout(deadline);
    return isWhole;
  };
}
