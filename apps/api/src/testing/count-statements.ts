import { AbstractLogger, DataSource, type LogMessage } from 'typeorm';
import type { TestServer } from './test-server';

class Counter extends AbstractLogger {
  readonly statements: string[] = [];

  protected override writeLog(_level: unknown, message: LogMessage | LogMessage[] | string | number): void {
    for (const one of Array.isArray(message) ? message : [message])
      this.statements.push(typeof one === 'object' ? String(one.message) : String(one));
  }
}

/** The statements that work sends to the database, without those that open and close transactions. */
export async function statementsOf(server: TestServer, work: () => Promise<unknown>): Promise<string[]> {
  const source = server.app.get(DataSource);
  const counter = new Counter(['query']);
  source.setOptions({ logger: counter });
  try {
    await work();
  } finally {
    source.setOptions({ logger: 'advanced-console', logging: false });
  }
  return counter.statements.filter(
    (statement) => !/^(BEGIN|START|COMMIT|ROLLBACK|SET|PRAGMA)/.test(statement),
  );
}
