import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** How often of a thousand times a rough mail server does what. */
export interface Roughness {
  /** Says at a recipient that it will take the mail later (451). */
  readonly later: number;
  /** Cuts the connection in the midst of a mail, which it does not take. */
  readonly cutBefore: number;
  /** Takes a mail and cuts the connection before it says so. */
  readonly cutAfter: number;
}

type Step = keyof Roughness;

/**
 * A mail server that takes mails, counts how often each Message-ID comes, and is unkind now and then. What it took it took: a
 * mail of which its sender heard nothing is among them.
 */
export class RoughMailServer {
  /** How often each Message-ID was taken. */
  readonly taken = new Map<string, number>();
  /** How often it did what. */
  readonly did: Record<Step, number> = { later: 0, cutBefore: 0, cutAfter: 0 };
  private readonly server: SMTPServer;

  private constructor(private readonly roughness: Roughness) {
    this.server = new SMTPServer({
      ...{ disabledCommands: ['STARTTLS', 'AUTH'], logger: false, closeTimeout: 100 },
      onRcptTo: (_address, _session, callback) => {
        if (!this.happens('later')) return callback();
        callback(Object.assign(new Error('not now'), { responseCode: 451 }));
      },
      onData: (stream, session, callback) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          if (this.happens('cutBefore')) return this.cut(session);
          const id = /^Message-ID:\s*(\S+)/im.exec(Buffer.concat(parts).toString('utf8'))?.[1] ?? '';
          this.taken.set(id, (this.taken.get(id) ?? 0) + 1);
          if (this.happens('cutAfter')) return this.cut(session);
          callback();
        });
      },
    });
    // What was cut is no fault of the server.
    this.server.on('error', () => undefined);
  }

  static async start(roughness: Roughness): Promise<RoughMailServer> {
    const rough = new RoughMailServer(roughness);
    await new Promise<void>((listening) => rough.server.listen(0, '127.0.0.1', () => listening()));
    return rough;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** Mails in all, those that came again included. */
  get mails(): number {
    return [...this.taken.values()].reduce((sum, times) => sum + times, 0);
  }

  async stop(): Promise<void> {
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }

  private happens(step: Step): boolean {
    if (Math.random() * 1000 >= this.roughness[step]) return false;
    this.did[step] += 1;
    return true;
  }

  private cut({ id }: SMTPServerSession): void {
    for (const connection of this.server.connections as Set<{ id: string; _socket: { destroy(): void } }>)
      if (connection.id === id) connection._socket.destroy();
  }
}
