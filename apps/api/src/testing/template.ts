import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createConnection, escape, escapeId, type Connection } from 'mysql2/promise';
import { SQLITE_FILE } from '../db/data-source';
import { buildServer } from '../server';
import { madeOnce } from './made-once';
import { fillSchema } from './release-dump';
import { createTestDatabase, type TestDatabase } from './test-database';

const DOCUMENT = 'openapi.json';
const SCHEMA = 'schema.sql';

/**
 * What every server of a run would make anew and never otherwise: its database as its first start leaves it, migrated and
 * with the catalogue, and its description.
 */
export class Template {
  private constructor(private readonly folder: string) {}

  static async ofRun(): Promise<Template> {
    return new Template(await madeOnce('template', makeTemplate));
  }

  /** Fills an empty database with what a first start leaves in it. */
  async fill({ settings: { databaseUrl, dataDir } }: TestDatabase): Promise<void> {
    if (databaseUrl === undefined) copyFileSync(join(this.folder, SQLITE_FILE), join(dataDir, SQLITE_FILE));
    else await fillSchema(databaseUrl, readFileSync(join(this.folder, SCHEMA), 'utf8'));
  }

  /** The API document, as the server answers it. */
  document(): unknown {
    return JSON.parse(readFileSync(join(this.folder, DOCUMENT), 'utf8')) as unknown;
  }
}

/** Starts a server on an empty database and keeps what comes of it. */
async function makeTemplate(folder: string): Promise<void> {
  const database = await createTestDatabase();
  const { databaseUrl, dataDir } = database.settings;
  const app = await buildServer(database.settings);
  try {
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const reply = await fetch(`http://127.0.0.1:${port}/api/openapi.json`);
    writeFileSync(join(folder, DOCUMENT), await reply.text());
  } finally {
    app.getHttpServer().closeAllConnections();
    await app.close();
  }
  if (databaseUrl === undefined) copyFileSync(join(dataDir, SQLITE_FILE), join(folder, SQLITE_FILE));
  else writeFileSync(join(folder, SCHEMA), await dumped(databaseUrl));
  await database.drop();
}

/** Tables and rows of a schema, as statements. */
async function dumped(url: string): Promise<string> {
  const connection = await createConnection({ uri: url, dateStrings: true });
  try {
    const tables = await rowsOf(connection, "SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'");
    const parts: string[] = [];
    for (const name of tables.map((row) => String(Object.values(row)[0]))) {
      const [made] = await rowsOf(connection, `SHOW CREATE TABLE ${escapeId(name)}`);
      parts.push(String(made?.['Create Table']));
      for (const row of await rowsOf(connection, `SELECT * FROM ${escapeId(name)}`))
        parts.push(
          `INSERT INTO ${escapeId(name)} VALUES (${Object.values(row)
            .map((value) => escape(value))
            .join(', ')})`,
        );
    }
    return parts.join(';\n');
  } finally {
    await connection.end();
  }
}

async function rowsOf(
  connection: Connection,
  sql: string,
): Promise<Record<string, string | number | null>[]> {
  const [rows] = await connection.query(sql);
  return rows as Record<string, string | number | null>[];
}
