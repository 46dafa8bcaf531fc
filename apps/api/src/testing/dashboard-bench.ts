import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { INestApplicationContext } from '@nestjs/common';
import { Catalogues } from '../catalogue/catalogues';
import { currentEdition } from '../catalogue/editions/editions';
import { Db } from '../db/db';
import { gatherStatistics } from '../db/gather-statistics';
import { Clock } from '../platform/clock';
import { SetUpProgram } from '../programs/set-up-program';
import { buildServer } from '../server';
import { bareFacts, type BareFacts } from './bare-facts';
import { Crowd, type CrowdSize } from './crowd';
import { copyProgram, writeCrowd } from './crowd-rows';
import { measured, rowsRead, type Case, type Cost } from './crowd-meter';
import { pagesOf, type CrowdPages } from './crowd-pages';
import { createTestDatabase, dialect } from './test-database';
import { NOON } from './test-program';

/** What is told on the command line. */
interface DashboardBench {
  /** Entries of the databases in which one program's pages are compared, the smallest first; fewer than two are not compared. */
  readonly entries: readonly number[];
  /** Length of one measure, seconds. */
  readonly seconds: number;
  readonly rounds: number;
}

/** Entries of a fellow in the programs that are compared by their number of fellows. */
const EACH = 1000;
const [TWELVE, SIX, FORTY] = [12, 6, 40].map((fellows, nth): CrowdSize => ({
  seed: 10 + nth,
  fellows,
  each: EACH,
})) as [CrowdSize, CrowdSize, CrowdSize];
/** The program whose pages are compared between databases, and what they are filled up with. */
const WATCHED: CrowdSize = { seed: 20, fellows: 6, each: 500 };
const FILLER: CrowdSize = { seed: 21, fellows: 4, each: 250 };
const FILLERS_AT_ONCE = 10;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** A database of its own with a server on it that does not listen. */
interface Bench {
  readonly app: INestApplicationContext;
  write(size: CrowdSize): Promise<Crowd>;
  pages(crowd: Crowd): CrowdPages;
  bare(crowd: Crowd): Promise<BareFacts>;
  close(): Promise<void>;
}

async function open(): Promise<Bench> {
  const database = await createTestDatabase();
  const app = await buildServer(database.settings);
  app.get(Clock).now = () => NOON;
  const source = app.get(DataSource);
  // The file is thrown away: nothing is lost when the machine stops.
  if (dialect === 'sqlite') await source.query('PRAGMA synchronous = OFF');
  const catalogue = app.get(Catalogues).index(currentEdition);
  const writer = { db: app.get(Db), setUp: app.get(SetUpProgram), catalogue };
  const bares: BareFacts[] = [];
  return {
    app,
    write: async (size) => {
      const crowd = new Crowd(size, catalogue);
      await writeCrowd(writer, crowd);
      await gatherStatistics(source);
      return crowd;
    },
    pages: (crowd) => pagesOf(app, crowd),
    bare: async ({ programId }) => {
      const bare = await bareFacts(database.settings, programId);
      bares.push(bare);
      return bare;
    },
    close: async () => {
      for (const bare of bares) await bare.close();
      await app.close();
      await database.drop();
    },
  };
}

/** One program of twelve fellows beside the bare query, and programs of six and forty beside one another. */
async function benchFellows(options: DashboardBench): Promise<void> {
  const bench = await open();
  try {
    const sizes = [TWELVE, SIX, FORTY];
    const cases: Case[] = [];
    for (const size of sizes) {
      tell(`writing ${size.fellows} fellows with ${EACH} entries each`);
      const crowd = await bench.write(size);
      const { dashboard, first, happen } = bench.pages(crowd);
      const { query } = await bench.bare(crowd);
      cases.push(
        { name: `bare ${size.fellows}`, work: query },
        { name: `cold ${size.fellows}`, work: first.work },
        { name: `event ${size.fellows}`, work: dashboard.work, before: happen },
        { name: `warm ${size.fellows}`, work: dashboard.work },
      );
    }
    const seen = await measured(cases, options, tell);
    const of = (name: string): Cost => seen.get(name) ?? { processorMs: NaN, ms: NaN };
    const times = (name: string, by: keyof Cost) => (of(name)[by] / of('bare 12')[by]).toFixed(2);
    const cells = (name: string) => [
      of(name).processorMs.toFixed(1),
      times(name, 'processorMs'),
      times(name, 'ms'),
    ];
    const met = (is: boolean): string => (is ? 'met' : 'missed');
    const within = (name: string, most: number) =>
      met(of(name).processorMs <= most && of(name).ms <= 3 * of('bare 12').ms);
    say(`\n${dialect}: 12 fellows × 45 competencies × ${12 * EACH} entries\n`);
    say('| director’s page | ms of processor | × bare, processor | × bare, elapsed | aim | |');
    say('| --- | --: | --: | --: | --- | --- |');
    say(`| bare query of its facts | ${cells('bare 12').join(' | ')} | – | – |`);
    const lines = [
      ['for the first time (cold)', 'cold 12', 300],
      ['after an event about one fellow', 'event 12', 300],
      ['nothing changed (warm)', 'warm 12', 50],
    ] as const;
    for (const [title, name, most] of lines)
      say(`| ${title} | ${cells(name).join(' | ')} | ≤ ${most} ms, ≤ 3 × bare | ${within(name, most)} |`);
    say(
      '\n| per fellow | 6 fellows, ms | 40 fellows, ms | 40 : 6 | aim | |\n| --- | --: | --: | --: | --- | --- |',
    );
    for (const name of ['cold', 'event', 'warm']) {
      const [six, forty] = [of(`${name} 6`).processorMs / 6, of(`${name} 40`).processorMs / 40];
      say(
        `| ${name} | ${six.toFixed(2)} | ${forty.toFixed(2)} | ${(forty / six).toFixed(2)} | ≤ 1.2 | ${met(forty <= 1.2 * six)} |`,
      );
    }
  } finally {
    await bench.close();
  }
}

/** The same program's pages in databases of different sizes, taking turns. */
async function benchSizes(options: DashboardBench): Promise<void> {
  const { entries } = options;
  const benches: Bench[] = [];
  try {
    const cases: Case[] = [];
    const rows = new Map<string, number>();
    const names = new Set<string>();
    for (const size of entries) {
      const bench = await open();
      benches.push(bench);
      const crowd = await bench.write(WATCHED);
      await fillUp(bench, size - WATCHED.fellows * WATCHED.each);
      const { all, happen } = bench.pages(crowd);
      for (const page of all) {
        const name = `${page.name} ${size}`;
        names.add(page.name);
        cases.push({ name, work: page.work, before: happen });
        await happen();
        rows.set(name, await rowsRead(bench.app, page));
      }
    }
    const seen = await measured(cases, options, tell);
    const first = entries[0] ?? 0;
    const ratio = (of: (key: string) => number, name: string, size: number) =>
      of(`${name} ${size}`) / of(`${name} ${first}`);
    const by: Readonly<Record<string, (key: string) => number>> = {
      processor: (key) => seen.get(key)?.processorMs ?? NaN,
      elapsed: (key) => seen.get(key)?.ms ?? NaN,
      ...(dialect === 'mysql' && { 'rows read': (key: string) => rows.get(key) ?? NaN }),
    };
    const heads = entries
      .slice(1)
      .flatMap((size) => Object.keys(by).map((one) => `${size} : ${first}, ${one}`));
    say(`\n${dialect}: pages of one program of ${WATCHED.fellows * WATCHED.each} entries, after an event\n`);
    say(`| page | ms of processor at ${first} | ${heads.join(' | ')} | aim | |`);
    say(`| --- | --: | ${heads.map(() => '--:').join(' | ')} | --- | --- |`);
    for (const name of names) {
      const found = entries.slice(1).flatMap((size) => Object.values(by).map((of) => ratio(of, name, size)));
      const at = by['processor']?.(`${name} ${first}`) ?? NaN;
      // Who else waits for the machine makes time longer, and neither of the others.
      const isMet = entries
        .slice(1)
        .every((size) =>
          Object.entries(by).every(([one, of]) => one === 'elapsed' || ratio(of, name, size) <= 1.2),
        );
      say(
        `| ${name} | ${at.toFixed(1)} | ${found.map((one) => one.toFixed(2)).join(' | ')} | ≤ 1.2 | ${isMet ? 'met' : 'missed'} |`,
      );
    }
  } finally {
    for (const bench of benches) await bench.close();
  }
}

/** Other programs until the database has so many entries more. */
async function fillUp(bench: Bench, entries: number): Promise<void> {
  const each = FILLER.fellows * FILLER.each;
  const filler = await bench.write(FILLER);
  let left = Math.round(entries / each) - 1;
  while (left > 0) {
    const ids = Array.from({ length: Math.min(left, FILLERS_AT_ONCE) }, () => randomUUID());
    await copyProgram(bench.app.get(Db), filler.programId, ids);
    left -= ids.length;
    if (left % 100 === 0) tell(`${left * each} entries are left to write`);
  }
  await gatherStatistics(bench.app.get(DataSource));
}

/** Measures what the command line asks for, and prints tables in Markdown. */
async function bench(options: DashboardBench): Promise<void> {
  await benchFellows(options);
  if (options.entries.length > 1) await benchSizes(options);
}

void bench(JSON.parse(process.argv[2] ?? '{}') as DashboardBench);
