import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** How long a statement that was let through may take before the line is cut, ms. */
const LET_THROUGH_MS = 200;

/** A line to a database that can be cut at a commit: after the commit was let through, or before it arrives. */
export class CuttingProxy {
  private readonly lines = new Set<Socket>();
  private next: 'after' | 'before' | undefined;
  private isDead = false;

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    private readonly target: URL,
  ) {}

  static async before(databaseUrl: string): Promise<CuttingProxy> {
    const server = createServer();
    const proxy = new CuttingProxy(server, new URL(databaseUrl));
    server.on('connection', (client) => proxy.carry(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  /** The address of the database through this line. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** Cuts the line that carries the next commit. @param stays no other line comes up until {@link mend} */
  cutAtCommit(when: 'after' | 'before', { stays = false } = {}): void {
    this.next = when;
    this.stays = stays;
  }

  mend(): void {
    this.isDead = false;
  }

  async close(): Promise<void> {
    for (const line of this.lines) line.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private stays = false;

  private carry(client: Socket): void {
    if (this.isDead) {
      client.destroy();
      return;
    }
    const database = connect(Number(this.target.port), this.target.hostname);
    for (const line of [client, database]) {
      this.lines.add(line);
      line.on('error', () => undefined);
      line.on('close', () => {
        this.lines.delete(line);
        client.destroy();
        database.destroy();
      });
    }
    database.on('data', (bytes) => client.write(bytes));
    client.on('data', (bytes) => {
      const when = bytes.includes('COMMIT') ? this.next : undefined;
      if (when === undefined) {
        database.write(bytes);
        return;
      }
      this.next = undefined;
      this.isDead = this.stays;
      if (this.stays) for (const line of this.lines) if (line !== client && line !== database) line.destroy();
      database.removeAllListeners('data');
      if (when === 'after') database.write(bytes);
      setTimeout(() => client.destroy(), LET_THROUGH_MS);
    });
  }
}
