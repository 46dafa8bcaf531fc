import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What stands before several servers and passes requests on, as the proxy of docs/operate.md does: in turn, and to the next
 * one where a connection is refused or breaks before an answer, since every act has a key. What a server began to answer
 * is never asked for again.
 */
export class PassingProxy {
  private turn = 0;
  /** How often a server took no connection, or broke it before it answered. */
  passedOn = 0;

  private constructor(
    private readonly server: Server,
    private readonly ports: readonly number[],
  ) {}

  static async before(ports: readonly number[]): Promise<PassingProxy> {
    const server = createServer();
    server.keepAliveTimeout = 300_000;
    const proxy = new PassingProxy(server, ports);
    server.on('request', (asked, answer) => void proxy.pass(asked, answer));
    await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
    return proxy;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const first = (this.turn += 1);
    for (let nth = 0; nth < this.ports.length; nth += 1) {
      const port = this.ports[(first + nth) % this.ports.length] ?? 0;
      if (await this.ask(port, { asked, answer, body })) return;
    }
    answer.writeHead(502).end();
  }

  private ask(
    port: number,
    { asked, answer, body }: { asked: IncomingMessage; answer: ServerResponse; body: Buffer },
  ): Promise<boolean> {
    return new Promise((resolve) => {
      const { method, url, headers } = asked;
      const options = { port, method, path: url, headers: { ...headers, connection: 'close' }, agent: false };
      const passed = request({ host: '127.0.0.1', ...options }, (reply) => {
        // Whether a connection is kept is each for itself.
        const { connection: _, 'keep-alive': __, ...own } = reply.headers;
        answer.writeHead(reply.statusCode ?? 502, own);
        reply.pipe(answer);
        reply.once('close', () => resolve(true));
      });
      passed.once('error', () => {
        this.passedOn += 1;
        resolve(false);
      });
      passed.end(body);
    });
  }
}
