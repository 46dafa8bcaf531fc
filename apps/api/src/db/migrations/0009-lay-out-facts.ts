import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';

const required = {
  entry_version: [new TableColumn(c('edition', 16)), new TableColumn(c('selfRated', 'flag'))],
  entry_procedure: [
    new TableColumn(c('fellowId', 'id')),
    new TableColumn(c('performedOn', 'civilDate')),
    new TableColumn(c('simulation', 'flag')),
    new TableColumn(c('kind', 16)),
    new TableColumn(c('techniques', 1300)),
  ],
} as const;

const empty = { isNullable: true } as const;
const optional = [
  new TableColumn(c('supervisorId', 'id', empty)),
  new TableColumn(c('siteId', 'id', empty)),
  new TableColumn(c('setting', 24, empty)),
  new TableColumn(c('painCategory', 24, empty)),
  new TableColumn(c('diagnosisGroup', 24, empty)),
  new TableColumn(c('diagnosisId', 64, empty)),
  new TableColumn(c('ageBand', 8, empty)),
  new TableColumn(c('region', 64, empty)),
  new TableColumn(c('guidance', 24, empty)),
  new TableColumn(c('selfHelp', 'count', empty)),
];

const ofFellow = new TableIndex({
  name: 'ix_entry_procedure_fellow',
  columnNames: ['programId', 'fellowId', 'performedOn'],
});

/** Each version names its edition of the catalogue, and the facts of its procedures stand in columns of their own. */
export class LayOutFacts1764000000009 implements MigrationInterface {
  readonly name = 'LayOutFacts1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(required))
      await runner.addColumns(table, columns.map(asEmpty));
    await runner.addColumns('entry_procedure', optional);
    await runner.query(
      'UPDATE entry_version SET edition = (SELECT catalogueEdition FROM program WHERE program.id = entry_version.programId)',
    );
    await fill(runner);
    for (const [table, columns] of Object.entries(required))
      for (const column of columns) await runner.changeColumn(table, asEmpty(column), column);
    await runner.createIndex('entry_procedure', ofFellow);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('entry_procedure', ofFellow);
    for (const column of [...optional, ...required.entry_procedure])
      await runner.dropColumn('entry_procedure', column.name);
    for (const column of required.entry_version) await runner.dropColumn('entry_version', column.name);
  }
}

/** A column of a table that has rows can only come in empty. */
function asEmpty(column: TableColumn): TableColumn {
  const copy = column.clone();
  copy.isNullable = true;
  return copy;
}

interface Version {
  readonly programId: string;
  readonly entryId: string;
  readonly number: number;
  readonly edition: string;
  readonly content: string;
  readonly fellowId: string;
}

interface Procedure {
  readonly itemId: string;
  readonly region?: string;
  readonly guidance?: string;
  readonly techniques?: readonly string[];
  readonly selfHelp?: number;
}

interface Content extends Readonly<Record<string, unknown>> {
  readonly procedures: readonly Procedure[];
}

type Row = Record<string, unknown>;

const CHUNK = 200;

/** Says of every version and of each of its procedures what its content says; a chunk of versions at a time. */
async function fill(runner: QueryRunner): Promise<void> {
  const kindOf = await kindsOfItems(runner);
  let last: readonly unknown[] = ['', '', 0];
  for (;;) {
    const versions = await versionsAfter(runner, last);
    const end = versions.at(-1);
    if (end === undefined) return;
    last = [end.programId, end.entryId, end.number];
    await fillChunk(runner, versions, kindOf);
  }
}

/** The next versions in the order of their key. */
async function versionsAfter(
  runner: QueryRunner,
  [program, entry, number]: readonly unknown[],
): Promise<Version[]> {
  return (await runner.query(
    `SELECT v.programId AS programId, v.entryId AS entryId, v.number AS number, v.edition AS edition,
       v.content AS content, entry.fellowId AS fellowId
     FROM entry_version v INNER JOIN entry ON entry.programId = v.programId AND entry.id = v.entryId
     WHERE v.programId > ? OR (v.programId = ? AND (v.entryId > ? OR (v.entryId = ? AND v.number > ?)))
     ORDER BY v.programId, v.entryId, v.number LIMIT ${CHUNK}`,
    [program, program, entry, entry, number],
  )) as Version[];
}

type KindOf = (edition: string, itemId: string) => string;

async function kindsOfItems(runner: QueryRunner): Promise<KindOf> {
  const terms = (await runner.query("SELECT edition, id, body FROM catalogue_term WHERE kind = 'item'")) as {
    edition: string;
    id: string;
    body: string;
  }[];
  const kinds = new Map(
    terms.map(({ edition, id, body }) => [`${edition} ${id}`, (JSON.parse(body) as { kind: string }).kind]),
  );
  return (edition, itemId) => kinds.get(`${edition} ${itemId}`) ?? 'procedure';
}

async function fillChunk(runner: QueryRunner, versions: readonly Version[], kindOf: KindOf): Promise<void> {
  const facts: Row[] = [];
  const selfRated: Record<0 | 1, Version[]> = { 0: [], 1: [] };
  const before = await proceduresOf(runner, versions);
  for (const version of versions) {
    const content = JSON.parse(version.content) as Content;
    const kinds = content.procedures.map(({ itemId }) => kindOf(version.edition, itemId));
    const isRated = content.procedures.every(
      ({ selfHelp }, place) => selfHelp !== undefined || kinds[place] === 'experience',
    );
    selfRated[isRated ? 1 : 0].push(version);
    content.procedures.forEach((procedure, place) => {
      const row = before.get(keyOf(version, place));
      if (row) facts.push({ ...row, ...factsOf(version.fellowId, content, procedure), kind: kinds[place] });
    });
  }
  for (const flag of [0, 1] as const) {
    if (selfRated[flag].length === 0) continue;
    await runner.query(
      `UPDATE entry_version SET selfRated = ${flag} WHERE ${inKeys(selfRated[flag])}`,
      keysOf(selfRated[flag]),
    );
  }
  await runner.query(`DELETE FROM entry_procedure WHERE ${inKeys(versions)}`, keysOf(versions));
  for (let start = 0; start < facts.length; start += 100)
    await insert(runner, facts.slice(start, start + 100));
}

function factsOf(fellowId: string, content: Content, procedure: Procedure): Row {
  const said = (name: string) => content[name] ?? null;
  return {
    fellowId,
    performedOn: content['performedOn'],
    simulation: content['simulation'] === true ? 1 : 0,
    supervisorId: said('supervisorId'),
    siteId: said('siteId'),
    setting: said('setting'),
    painCategory: said('painCategory'),
    diagnosisGroup: said('diagnosisGroup'),
    diagnosisId: said('diagnosisId'),
    ageBand: said('ageBand'),
    region: procedure.region ?? null,
    guidance: procedure.guidance ?? null,
    techniques: (procedure.techniques ?? []).join(' '),
    selfHelp: procedure.selfHelp ?? null,
  };
}

function keyOf({ entryId, number }: Pick<Version, 'entryId' | 'number'>, position: number): string {
  return `${entryId} ${number} ${position}`;
}

async function proceduresOf(runner: QueryRunner, versions: readonly Version[]): Promise<Map<string, Row>> {
  const rows = (await runner.query(
    `SELECT * FROM entry_procedure WHERE ${inKeys(versions)}`,
    keysOf(versions),
  )) as (Row & { entryId: string; number: number; position: number })[];
  return new Map(rows.map((row) => [keyOf(row, row.position), row]));
}

function inKeys(versions: readonly Version[]): string {
  return versions.map(() => '(programId = ? AND entryId = ? AND number = ?)').join(' OR ');
}

function keysOf(versions: readonly Version[]): unknown[] {
  return versions.flatMap(({ programId, entryId, number }) => [programId, entryId, number]);
}

async function insert(runner: QueryRunner, rows: readonly Row[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const one = `(${names.map(() => '?').join(', ')})`;
  await runner.query(
    `INSERT INTO entry_procedure (${names.join(', ')}) VALUES ${rows.map(() => one).join(', ')}`,
    rows.flatMap((row) => names.map((name) => row[name])),
  );
}
