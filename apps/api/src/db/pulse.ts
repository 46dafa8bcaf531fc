import { setTimeout as sleep } from 'node:timers/promises';
import * as mysql2 from 'mysql2';

/** Code of the error of a connection whose server stands still. */
export const SERVER_SILENT = 'SERVER_SILENT';

/** How long a connection is out before it is asked whether the server lives, and how often that is looked at, ms. */
const OUT_MS = 800;
const LOOK_MS = 200;
/**
 * How long a server that lives takes to answer nothing but a ping, ms; a busy machine takes its time. It is waited for in
 * steps, so that a machine that stood still itself for a moment takes only one of them for the answer’s.
 */
const PULSE_MS = 1_200;
const STEPS = 6;

/** What a pool is told that a single connection is not. */
const ofPools = ['connectionLimit', 'maxIdle', 'idleTimeout', 'queueLimit', 'waitForConnections'];

/**
 * Looks after connections that are out. A server that is paused, or whose network lost it, closes no connection: whoever
 * waits for it would wait for hours. So when a statement takes long, the server is asked on a connection that is for nothing
 * else; where it does not answer, what waits is broken off, as if the connection were lost. A statement may take as long as
 * it wants while the server lives.
 */
export class Pulse {
  /** Since when each connection is out, ms on the clock of the process. */
  private readonly out = new Map<mysql2.PoolConnection, number>();
  private looking: Promise<void> | undefined;
  private isSilent = false;
  private asking: mysql2.Connection | undefined;

  constructor(private readonly options: mysql2.PoolOptions) {}

  /** The server did not answer when it was asked last: nobody needs to wait to find that out again. */
  get silence(): Error | undefined {
    return this.isSilent ? silent() : undefined;
  }

  /** Looks after a connection from now on. */
  given(connection: mysql2.PoolConnection): void {
    this.out.set(connection, performance.now());
    this.looking ??= this.look();
  }

  /** It came back. */
  released(connection: mysql2.PoolConnection): void {
    this.out.delete(connection);
  }

  end(): void {
    this.out.clear();
    this.isSilent = false;
    this.drop();
  }

  private async look(): Promise<void> {
    let pause = LOOK_MS;
    while (this.out.size > 0 || this.isSilent) {
      await sleep(pause, undefined, { ref: false });
      for (const connection of this.out.keys())
        if (streamOf(connection).destroyed) this.out.delete(connection);
      const late = [...this.out].filter(([, since]) => performance.now() - since > OUT_MS);
      if (late.length > 0 || this.isSilent) this.isSilent = !(await this.beats());
      if (this.isSilent) for (const [connection] of late) this.breakOff(connection);
      // Who works for minutes on a server that lives is looked at now and then.
      pause = late.length > 0 && !this.isSilent ? OUT_MS : LOOK_MS;
    }
    this.looking = undefined;
  }

  private async beats(): Promise<boolean> {
    const asking = (this.asking ??= this.open());
    // An error is an answer too, and whose connection is lost hears of it anyway; the next question is on a new one.
    const answer = new Promise<boolean>((resolve) => {
      asking.ping((error: unknown) => {
        if (error) this.drop();
        resolve(true);
      });
    });
    for (let step = 0; step < STEPS; step += 1)
      if (await Promise.race([answer, sleep(PULSE_MS / STEPS, false, { ref: false })])) return true;
    this.drop();
    return false;
  }

  private open(): mysql2.Connection {
    const options = Object.entries(this.options).filter(([name]) => !ofPools.includes(name));
    const connection = mysql2.createConnection(Object.fromEntries(options));
    connection.on('error', () => this.drop());
    return connection;
  }

  private drop(): void {
    this.asking?.destroy();
    this.asking = undefined;
  }

  /** Whoever waits on the connection hears an error, and the pool gives it to nobody any more. */
  private breakOff(connection: mysql2.PoolConnection): void {
    this.out.delete(connection);
    streamOf(connection).destroy(silent());
  }
}

/** What a connection speaks through: known to mysql2, but not to its types. */
function streamOf(connection: mysql2.PoolConnection): {
  readonly destroyed: boolean;
  destroy(error: Error): void;
} {
  return (connection as unknown as { stream: { destroyed: boolean; destroy(error: Error): void } }).stream;
}

function silent(): Error {
  return Object.assign(new Error('the server does not answer'), { code: SERVER_SILENT });
}
