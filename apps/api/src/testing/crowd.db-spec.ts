import { DataSource } from 'typeorm';
import { Catalogues } from '../catalogue/catalogues';
import { currentEdition } from '../catalogue/editions/editions';
import { recountNumbers } from '../competencies/recount-numbers';
import { nameless } from '../db/context';
import { gatherStatistics } from '../db/gather-statistics';
import { ReadDashboard } from '../dashboards/read-dashboard';
import { Recount } from '../entries/recount';
import { ProgramRow } from '../programs/program.row';
import { SetUpProgram } from '../programs/set-up-program';
import { Crowd } from './crowd';
import { CROWD_COMPETENCIES } from './crowd-requirements';
import { rowsRead } from './crowd-meter';
import { pagesOf } from './crowd-pages';
import { copyProgram, writeCrowd } from './crowd-rows';
import { dialect } from './test-database';
import { TestServer } from './test-server';

const SIZE = { seed: 1, fellows: 2, each: 40 };

describe('A crowd that is written straight into the tables', () => {
  let server: TestServer;
  let crowd: Crowd;

  beforeAll(async () => {
    server = await TestServer.start();
    const catalogue = server.app.get(Catalogues).index(currentEdition);
    crowd = new Crowd(SIZE, catalogue);
    await writeCrowd({ db: server.db, setUp: server.app.get(SetUpProgram), catalogue }, crowd);
  });
  afterAll(() => server.stop());

  const recounted = (programId: string) =>
    server.db.read(nameless('test'), async (view) => {
      const recount = server.app.get(Recount);
      const { versions, differences } = await recount.compare(view, programId);
      const numbers = await recountNumbers(view, server.app.get(Catalogues), programId);
      const standings = await recount.compareStandings(view, programId);
      return {
        versions,
        fellows: numbers.fellows,
        differences: [...differences, ...standings, ...numbers.differences],
      };
    });
  const dashboard = (programId: string) =>
    server.db.read({ personId: crowd.directorId, roles: [{ programId, role: 'director' }] }, (view) =>
      server.app.get(ReadDashboard).run(view, programId),
    );

  it('is what the product counts, entry by entry and number by number', async () => {
    const whole = { versions: SIZE.fellows * SIZE.each, fellows: SIZE.fellows, differences: [] };
    expect(await recounted(crowd.programId)).toEqual(whole);
  });

  it('has fellows with something in every state, and is the same in a copy', async () => {
    const copy = crypto.randomUUID();
    await copyProgram(server.db, crowd.programId, [copy]);
    const [one, other] = [await dashboard(crowd.programId), await dashboard(copy)];
    expect(other).toEqual(one);
    expect(one.fellows).toHaveLength(SIZE.fellows);
    for (const { approved, competencies } of one.fellows) {
      expect(approved).toBeGreaterThan(SIZE.each / 2);
      expect(competencies).toHaveLength(CROWD_COMPETENCIES);
    }
    expect(one.fellows.reduce((sum, { waiting }) => sum + waiting, 0)).toBeGreaterThan(0);
    expect(await server.read((manager) => manager.count(ProgramRow))).toBe(2);
    expect((await recounted(copy)).differences).toEqual([]);
  });
});

// By the database's own count; its tables were filled at once, so that it knows nothing of how their values lie.
if (dialect === 'mysql')
  describe('The director’s page of a crowd', () => {
    it('is read by keys alone: a few rows for each entry, not all for each', async () => {
      const server = await TestServer.start();
      const catalogue = server.app.get(Catalogues).index(currentEdition);
      const size = { seed: 20, fellows: 6, each: 500 };
      const crowd = new Crowd(size, catalogue);
      await gatherStatistics(server.app.get(DataSource));
      await writeCrowd({ db: server.db, setUp: server.app.get(SetUpProgram), catalogue }, crowd);
      const rows = await rowsRead(server.app, pagesOf(server.app, crowd).first);
      await server.stop();
      expect(rows).toBeLessThan(30 * size.fellows * size.each);
    });
  });
