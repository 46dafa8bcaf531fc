import { AbstractLogger, DataSource, type LogMessage } from 'typeorm';
import type { TestServer } from './test-server';

class Listener extends AbstractLogger {
  readonly heard: string[] = [];

  protected override writeLog(_level: unknown, message: LogMessage | LogMessage[] | string | number): void {
    for (const one of Array.isArray(message) ? message : [message])
      this.heard.push(typeof one === 'object' ? String(one.message) : String(one));
  }
}

/** What only frames other statements, or sets up the connection for them. */
const FRAME = /^(BEGIN|START|COMMIT|ROLLBACK|SET|PRAGMA)/;

/** What one piece of work sent to the database. */
export interface Traffic {
  /** Without those that open and close transactions. */
  readonly statements: readonly string[];
  /** The statements of each explicit transaction. */
  readonly transactions: readonly (readonly string[])[];
}

/** Everything that work sends to the database; nothing else may use the server meanwhile. */
export function trafficOf(server: TestServer, work: () => Promise<unknown>): Promise<Traffic> {
  return trafficOn(server.app.get(DataSource), work);
}

/** As {@link trafficOf}, of a database without a server. */
export async function trafficOn(source: DataSource, work: () => Promise<unknown>): Promise<Traffic> {
  const listener = new Listener(['query']);
  source.setOptions({ logger: listener });
  try {
    await work();
  } finally {
    source.setOptions({ logger: 'advanced-console', logging: false });
  }
  const transactions: string[][] = [];
  let open: string[] | undefined;
  for (const statement of listener.heard) {
    if (/^(BEGIN|START)/.test(statement)) transactions.push((open = []));
    else if (/^(COMMIT|ROLLBACK)/.test(statement)) open = undefined;
    else if (!FRAME.test(statement)) open?.push(statement);
  }
  return { statements: listener.heard.filter((statement) => !FRAME.test(statement)), transactions };
}

/** The statements that work sends to the database, without those that open and close transactions. */
export async function statementsOf(
  server: TestServer,
  work: () => Promise<unknown>,
): Promise<readonly string[]> {
  return (await trafficOf(server, work)).statements;
}
