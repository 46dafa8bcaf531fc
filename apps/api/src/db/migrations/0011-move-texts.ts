import type { QueryRunner } from 'typeorm';
import {
  keptContent,
  plainContent,
  textsOf,
  type DraftContent,
  type KeptContent,
} from '@countersign/domain/entry';
import type { TextId } from '@countersign/domain/ledger';
import { idOfText, newSalt } from '../salt';

/** Rows of one statement. */
const CHUNK = 200;

const decisionTexts = ['keepDoing', 'nextTimeText', 'reasonText'] as const;

/** A place outside a content where a text stands. */
interface Place {
  readonly table: 'entry' | 'decision';
  readonly columns: readonly string[];
  /** Which entry a row belongs to: words that stand twice in one entry become one text. */
  readonly entry: string;
}

const places: readonly Place[] = [
  { table: 'entry', columns: ['voidReason'], entry: 'id' },
  { table: 'decision', columns: decisionTexts, entry: 'entryId' },
];

type Row = Readonly<Record<string, string | number | null>>;

/** Moves every free text to its own row and leaves its id in its place. */
export async function moveTextsApart(runner: QueryRunner): Promise<void> {
  const kept = new Kept(runner);
  for (const row of await versions(runner)) {
    const content = JSON.parse(String(row['content'])) as DraftContent;
    if (textsOf(content).size === 0) continue;
    const ids = keptContent(content, (words) => kept.idOf(row, String(row['entryId']), words));
    await setContent(runner, row, ids);
  }
  for (const place of places)
    for (const row of await rowsOf(runner, place))
      await setTexts(runner, place, row, (words) => kept.idOf(row, String(row[place.entry]), words));
  await kept.write();
}

/** Puts the words back where they stood; those that were removed stay away. */
export async function moveTextsBack(runner: QueryRunner): Promise<void> {
  const rows = (await runner.query('SELECT programId, id, body FROM text')) as Row[];
  const words = new Map(rows.map(({ programId, id, body }) => [`${programId} ${id}`, body]));
  const wordsOf = (row: Row, id: string) =>
    (words.get(`${row['programId']} ${id}`) as string | null) ?? undefined;
  for (const row of await versions(runner)) {
    const content = JSON.parse(String(row['content'])) as KeptContent<TextId>;
    if (content.texts)
      await setContent(
        runner,
        row,
        plainContent(content, (id) => wordsOf(row, id)),
      );
  }
  for (const place of places)
    for (const row of await rowsOf(runner, place))
      await setTexts(runner, place, row, (id) => wordsOf(row, id) ?? null);
}

/** Texts that were found, by entry and words. */
class Kept {
  private readonly ids = new Map<string, TextId>();
  private readonly found: [programId: string, id: string, salt: string, body: string][] = [];

  constructor(private readonly runner: QueryRunner) {}

  idOf(row: Row, entryId: string, words: string): TextId {
    const programId = String(row['programId']);
    const place = `${programId} ${entryId} ${words}`;
    const known = this.ids.get(place);
    if (known !== undefined) return known;
    const salt = newSalt();
    const id = idOfText(words, salt);
    this.ids.set(place, id);
    this.found.push([programId, id, salt, words]);
    return id;
  }

  async write(): Promise<void> {
    for (let start = 0; start < this.found.length; start += CHUNK) {
      const some = this.found.slice(start, start + CHUNK);
      await this.runner.query(
        `INSERT INTO text (programId, id, salt, body) VALUES ${some.map(() => '(?, ?, ?, ?)').join(', ')}`,
        some.flat(),
      );
    }
  }
}

async function versions(runner: QueryRunner): Promise<Row[]> {
  return (await runner.query('SELECT programId, entryId, number, content FROM entry_version')) as Row[];
}

async function setContent(runner: QueryRunner, row: Row, content: object): Promise<void> {
  await runner.query(
    'UPDATE entry_version SET content = ? WHERE programId = ? AND entryId = ? AND number = ?',
    [JSON.stringify(content), row['programId'], row['entryId'], row['number']],
  );
}

async function rowsOf(runner: QueryRunner, { table, columns, entry }: Place): Promise<Row[]> {
  const present = columns.map((column) => `${column} IS NOT NULL`).join(' OR ');
  const names = [...new Set(['programId', 'id', entry, ...columns])].join(', ');
  return (await runner.query(`SELECT ${names} FROM ${table} WHERE ${present}`)) as Row[];
}

async function setTexts(
  runner: QueryRunner,
  { table, columns }: Place,
  row: Row,
  ...[value]: [(text: string) => string | null]
): Promise<void> {
  const values = columns.map((column) => {
    const text = row[column];
    return typeof text === 'string' ? value(text) : null;
  });
  await runner.query(
    `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE programId = ? AND id = ?`,
    [...values, row['programId'], row['id']],
  );
}
