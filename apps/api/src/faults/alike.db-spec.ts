import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlikeRun } from '../testing/alike';
import { bundled, startNode } from '../testing/child-process';
import { atLength, faultRow } from '../testing/fault-row';
import { dialect } from '../testing/test-database';

const SEEDS = atLength ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [1];
const STEPS = atLength ? 1_000 : 250;
const RUN = join(__dirname, '..', 'testing', 'alike-run.ts');

/** The same requests on SQLite, in a process of its own. */
async function onSqlite(seed: number, folder: string): Promise<string[]> {
  const file = join(folder, `${seed}.txt`);
  const env = { TEST_DATABASE: 'sqlite', TEST_TEMPLATE: folder, TMPDIR: folder };
  const words = [...bundled(RUN, folder), String(seed), String(STEPS), file];
  expect(await startNode(words, env, 300_000).ended).toMatchObject({ code: 0, err: '' });
  return readFileSync(file, 'utf8').split('\n');
}

describe('Requests that chance draws', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'countersign-alike-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are answered by both databases to the letter alike; on SQLite, by two of its files', async () => {
    let different = 0;
    const statuses = new Map<string, number>();
    for (const seed of SEEDS) {
      const [here, there] = [await AlikeRun.lines(seed, STEPS), await onSqlite(seed, folder)];
      expect(here).toHaveLength(STEPS);
      for (const line of here) {
        const status = / → (\d+) /.exec(line)?.[1] ?? '';
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      const first = here.findIndex((line, nth) => line !== there[nth]);
      different += here.filter((line, nth) => line !== there[nth]).length;
      if (first >= 0) expect(here[first]).toBe(there[first]);
    }
    faultRow('requests that chance draws, on both databases', {
      ...{
        database: `${dialect} and sqlite`,
        sequences: SEEDS.length,
        requests: SEEDS.length * STEPS,
        different,
      },
      answers: [...statuses]
        .sort()
        .map(([status, count]) => `${count} × ${status}`)
        .join(', '),
    });
    // What is always refused says little.
    expect(statuses.get('200') ?? 0).toBeGreaterThan(STEPS / 10);
    expect(statuses.get('201') ?? 0).toBeGreaterThan(STEPS / 50);
    expect([...statuses.keys()].filter((status) => status >= '500')).toEqual([]);
  }, 1_200_000);
});
