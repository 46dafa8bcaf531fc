import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { Fifo } from './fifo';
import { DatabaseStartError } from './start-error';

/** Characters of one row of the journal; a longer answer takes several. */
const PART = 400_000;

export const JOURNAL_TABLE = `CREATE TABLE IF NOT EXISTS migration_step (
  migration varchar(120) NOT NULL, step int NOT NULL, part int NOT NULL, kind varchar(8) NOT NULL, digest varchar(64) NOT NULL,
  answer mediumtext NULL, PRIMARY KEY (migration, step, part)) ENGINE=InnoDB`;

/** A statement changes the schema, which commits by itself; changes rows; or reads. */
type StepKind = 'schema' | 'rows' | 'read';

/** A statement that was begun, with what it answered where it read. */
interface Step {
  readonly kind: StepKind;
  readonly digest: string;
  readonly answer: unknown;
}

type Query = (sql: string, ...more: unknown[]) => Promise<unknown>;

/**
 * What MySQL and MariaDB say of a change of the schema that is there already: table, column, key or constraint is there,
 * or is gone.
 */
const doneAlready = [1050, 1051, 1054, 1060, 1061, 1068, 1091, 1146, 1826, 3822, 3940];
/** MariaDB’s for a foreign key whose name is there. */
const CANT_CREATE_TABLE = 1005;

/**
 * The statements of one migration, written down one by one, because MySQL and MariaDB cannot take a change of the schema
 * back. Whoever goes on with a migration that was cut runs it from its beginning: statements that were done are not sent
 * again, and what they read is answered as it was then, so that it takes the same way. Statements between two changes of
 * the schema are one transaction with their lines of the journal. A change of the schema has its line before it is sent;
 * where that is the last line, it is sent again, and may find itself done.
 *
 * What a migration makes up by chance it must use up before the next change of the schema.
 */
export class MigrationJournal {
  private readonly turns = new Fifo();
  private next = 0;
  private isOpen = false;

  private constructor(
    private readonly name: string,
    private readonly send: Query,
    private readonly steps: readonly Step[],
  ) {}

  /** Reads what was written down of a migration. @param send runs a statement on the connection that migrates */
  static async of(name: string, send: Query): Promise<MigrationJournal> {
    const parts = (await send(
      'SELECT step, kind, digest, answer FROM migration_step WHERE migration = ? ORDER BY step, part',
      [name],
    )) as { step: number; kind: StepKind; digest: string; answer: string | null }[];
    const texts = new Map<number, string>();
    for (const { step, answer } of parts) texts.set(step, `${texts.get(step) ?? ''}${answer ?? ''}`);
    const firsts = parts.filter(({ step }, nth) => parts[nth - 1]?.step !== step);
    const steps = firsts.map(({ step, kind, digest }) => ({
      kind,
      digest,
      answer: unpacked(texts.get(step)),
    }));
    return new MigrationJournal(name, send, steps);
  }

  /** How many statements were sent or answered so far. */
  get at(): number {
    return this.next;
  }

  /** Lets a migration use a connection, with the journal between them. @returns takes it out again */
  standBefore(runner: QueryRunner): () => void {
    const { query } = runner;
    runner.query = ((sql: string, ...more: unknown[]) => this.answer(sql, more)) as typeof query;
    return () => {
      runner.query = query;
    };
  }

  /** Notes that the migration is done, and forgets its steps, in one transaction with its last changes of rows. */
  async finish(timestamp: number): Promise<void> {
    await this.begin();
    await this.send('INSERT INTO migrations (timestamp, name) VALUES (?, ?)', [timestamp, this.name]);
    await this.send('DELETE FROM migration_step WHERE migration = ?', [this.name]);
    await this.commit();
  }

  private answer(sql: string, more: unknown[]): Promise<unknown> {
    const step = this.next;
    this.next += 1;
    return this.turns.run(() => this.take(step, sql, more));
  }

  private async take(step: number, sql: string, more: unknown[]): Promise<unknown> {
    const kind = kindOf(sql);
    const digest = createHash('sha256').update(sql).digest('hex');
    const known = this.steps[step];
    if (known && known.digest !== digest)
      throw new DatabaseStartError(
        `The migration ${this.name} was begun by another version, which did something else in its step ${step}: start that version once, or restore the backup.`,
      );
    const isLast = step === this.steps.length - 1;
    if (known && !(isLast && kind === 'schema')) return known.answer;
    if (kind === 'schema') return this.change(step, { sql, more, digest, isKnown: known !== undefined });
    await this.begin();
    const answer = await this.send(sql, ...more);
    await this.note(step, { kind, digest, answer: kind === 'read' ? answer : null });
    return answer;
  }

  private async change(
    step: number,
    { sql, more, digest, isKnown }: { sql: string; more: unknown[]; digest: string; isKnown: boolean },
  ): Promise<unknown> {
    if (!isKnown) {
      await this.begin();
      await this.note(step, { kind: 'schema', digest, answer: null });
    }
    await this.commit();
    try {
      return await this.send(sql, ...more);
    } catch (error) {
      if (isKnown && saysDone(error)) return undefined;
      throw error;
    }
  }

  /** Two servers that both believe to migrate meet on the key, and one of them stops. */
  private async note(step: number, { kind, digest, answer }: Step): Promise<void> {
    const text = answer === null ? '' : packed(answer);
    for (let part = 0; part === 0 || part * PART < text.length; part += 1)
      await this.send(
        'INSERT INTO migration_step (migration, step, part, kind, digest, answer) VALUES (?, ?, ?, ?, ?, ?)',
        [this.name, step, part, kind, digest, text.slice(part * PART, (part + 1) * PART)],
      );
  }

  private async begin(): Promise<void> {
    if (this.isOpen) return;
    await this.send('START TRANSACTION');
    this.isOpen = true;
  }

  private async commit(): Promise<void> {
    if (this.isOpen) await this.send('COMMIT');
    this.isOpen = false;
  }
}

function kindOf(sql: string): StepKind {
  const [, word = ''] = /^[\s(]*(\w+)/.exec(sql) ?? [];
  if (/^(CREATE|ALTER|DROP|RENAME|TRUNCATE)$/i.test(word)) return 'schema';
  return /^(INSERT|UPDATE|DELETE|REPLACE)$/i.test(word) ? 'rows' : 'read';
}

function saysDone(error: unknown): boolean {
  const { errno, message } = error as { errno?: number; message?: string };
  if (errno === CANT_CREATE_TABLE) return message?.includes('errno: 121') === true;
  return errno !== undefined && doneAlready.includes(errno);
}

/** Rows as text; an instant is marked, because JSON has none. */
function packed(answer: unknown): string {
  return JSON.stringify(answer, function (this: Record<string, unknown>, key, value: unknown) {
    const raw = this[key];
    return raw instanceof Date ? { $instant: raw.getTime() } : value;
  });
}

function unpacked(text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && '$instant' in value
      ? new Date(Number(value.$instant))
      : value,
  ) as unknown;
}
