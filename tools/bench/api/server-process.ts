import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Ticks of the processor clock in a second, as Linux counts them in /proc. */
const TICKS = 100;

/** A server that used less than this of the processor in a while has nothing to do of its own. */
const IDLE = { whileMs: 500, processorMs: 20 };
/** Longest wait for that. */
const PATIENCE_MS = 60_000;

/** Where a server keeps its data: a folder for SQLite, or an address. */
export interface Place {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
}

/** A built server that runs in a process of its own. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
  ) {}

  /** Starts what is built in a checkout and waits until it is ready. Throws with what it said when it ends instead. */
  static async start(checkout: string, place: Place): Promise<ServerProcess> {
    const main = join(checkout, 'dist', 'apps', 'api', 'main.js');
    const child = spawn(process.execPath, ['--require', join(__dirname, 'demo-clock.cjs'), main], {
      cwd: checkout,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        PORT: '0',
        WEB_ROOT: '',
        DEMO: 'off',
        LOG_LEVEL: 'silent',
        DATA_DIR: place.dataDir,
        DATABASE_URL: place.databaseUrl ?? '',
      },
    });
    let said = '';
    const origin = new Promise<string>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        said += String(chunk);
        const [, address] = /is ready: http:\/\/localhost:(\d+)/.exec(said) ?? [];
        if (address !== undefined) resolve(`http://127.0.0.1:${address}`);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('close', () => reject(new Error(`the server of ${checkout} ended:\n${said}`)));
    });
    process.once('exit', () => child.kill('SIGKILL'));
    return new ServerProcess(child, await origin);
  }

  /** Processor time that the process has used so far, its own and the system's for it, ms; undefined off Linux. */
  processorMs(): number | undefined {
    if (process.platform !== 'linux') return undefined;
    const stat = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8');
    // The name in brackets may hold blanks; user and system time are the 12th and 13th words behind it.
    const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ((Number(words[11]) + Number(words[12])) / TICKS) * 1000;
  }

  /** Waits until the server rests: what follows the log catches up after a start and after each event. */
  async untilIdle(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    for (let calm = 0; calm < 2 && performance.now() < until;) {
      const before = this.processorMs() ?? 0;
      await sleep(IDLE.whileMs);
      calm = (this.processorMs() ?? 0) - before < IDLE.processorMs ? calm + 1 : 0;
    }
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'close');
    this.child.kill('SIGTERM');
    await ended;
  }
}
