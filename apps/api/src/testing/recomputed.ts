import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AttentionView } from '@countersign/contracts/dashboards/attention-views';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import type { UnloggedLineView, YieldView } from '@countersign/contracts/dashboards/yield-views';
import type { DemoPeopleView, SessionView } from '@countersign/contracts/sessions/views';
import { classForecast } from '@countersign/contracts/words/class-forecast';
import { unloggedShareInWords } from '@countersign/contracts/words/unlogged';
import { partInWords, rateInWords } from '@countersign/contracts/words/yield';
import type { TestServer } from './test-server';

const SCRIPT = join(__dirname, '../../../../tools/recompute.mjs');

/** What was made again of a demo, and what pages make of the server's answers. */
export interface Recomputed {
  /** What the script prints that makes the numbers again, without the product's code, from a SQLite file. */
  readonly said: string;
  /** Rates, shares and sums that pages make themselves, in their words: as they are shown, and as the script made them. */
  readonly shown: object;
  readonly made: object;
}

/** Makes the numbers of a demo again. */
export async function recomputed(server: TestServer): Promise<Recomputed> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-recomputed-'));
  try {
    const file = join(folder, 'pages.json');
    const about = [server.origin, server.database.settings.dataDir, file];
    const { stdout: said } = await promisify(execFile)(process.execPath, [SCRIPT, ...about]);
    return { said, shown: await shownIn(server), made: JSON.parse(await readFile(file, 'utf8')) as object };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function shownIn(server: TestServer): Promise<object> {
  const client = server.client();
  const { people } = (await client.get<DemoPeopleView>('/demo-people')).body;
  const personId = people.find(({ role }) => role === 'director')?.id;
  const { roles } = (await client.post<SessionView>('/demo-session', { body: { personId } })).body;
  const base = `/programs/${roles[0]?.programId}`;
  const { sites, supervisors, unlogged } = (await client.get<YieldView>(`${base}/yield`)).body;
  const { forecasts } = (await client.get<AttentionView>(`${base}/attention`)).body;
  const dashboard = (await client.get<DashboardView>(`${base}/dashboard`)).body;
  const shareOf = ({ of, days }: UnloggedLineView) => (days ? [[of.name, unloggedShareInWords(days)]] : []);
  return {
    rates: Object.fromEntries([
      ...sites.flatMap(({ source, rotations }) =>
        rotations ? [[source.name, rateInWords(rotations.entries, rotations.weeks)]] : [],
      ),
      ...supervisors.map(({ source, entries, months }) => [source.name, rateInWords(entries, months)]),
    ]) as object,
    shares: Object.fromEntries([...unlogged.fellows, ...unlogged.sites].flatMap(shareOf)) as object,
    parts: Object.fromEntries(
      [...sites, ...supervisors].map(({ source, procedures, firstOperator, endedOtherwise }) => [
        source.name,
        [firstOperator, endedOtherwise].map((part) => partInWords(part, procedures)),
      ]),
    ) as object,
    ofClass: classForecast(dashboard, forecasts).map(({ competencyId, open, unlikely, missing }) => [
      ...[competencyId, open, unlikely, missing.toFixed(1)],
    ]),
  };
}
