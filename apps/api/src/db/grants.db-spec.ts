import { createConnection, type Connection } from 'mysql2/promise';
import { EntryRow } from '../entries/entry.row';
import { folder, said } from '../testing/said';
import { dialect, type TestDatabase } from '../testing/test-database';
import { TestServer } from '../testing/test-server';
import { entryBody } from '../testing/test-program';

if (dialect === 'mysql') {
  describe('A user of the database without UPDATE and DELETE on events', () => {
    let server: TestServer;
    let owner: Connection;
    let user: Connection;
    let name: string;

    beforeAll(async () => {
      server = await TestServer.start({}, async (database) => {
        const url = new URL(database.settings.databaseUrl ?? '');
        owner = await createConnection(url.href);
        name = `app_${url.pathname.slice(-12)}`;
        await owner.query(`CREATE USER '${name}'@'%' IDENTIFIED BY 'write'`);
        const { code, text } = await said(['grants', name], {
          DATABASE_URL: url.href,
          DATA_DIR: database.settings.dataDir,
        });
        expect([code, text]).toEqual([0, text]);
        for (const line of text.trim().split('\n')) await owner.query(line);
        url.username = name;
        url.password = 'write';
        useUrl(database, url.href);
        user = await createConnection(url.href);
      });
    }, 120_000);
    afterAll(async () => {
      await user.end();
      await server.stop();
      await owner.query(`DROP USER '${name}'@'%'`);
      await owner.end();
    });

    it('serves everything that people do, redactions too', async () => {
      const program = await server.program('grants');
      const fellow = await server.as(program.people.fellow);
      const supervisor = await server.as(program.people.supervisor);
      const director = await server.as(program.people.director);
      const path = `/programs/${program.id}/entries`;
      const body = entryBody(program, { caseLabel: 'Room 3' });
      expect((await fellow.post(path, { body })).status).toBe(201);
      const approval = { revision: 1, body: { help: 4, nextTime: 4 } };
      expect((await supervisor.post(`${path}/${body.id}/approval`, approval)).status).toBeLessThan(300);
      const redaction = { number: 1, pointer: '/content/caseLabel', reason: 'Not wanted.' };
      expect((await director.post(`${path}/${body.id}/redactions`, { body: redaction })).status).toBeLessThan(
        300,
      );
      expect(await server.read((manager) => manager.countBy(EntryRow, { state: 'approved' }))).toBe(1);
    });

    it.each([
      ['UPDATE', "UPDATE event SET actorId = 'somebody' WHERE seq = 1"],
      ['UPDATE of a body', 'UPDATE event SET body = NULL WHERE seq = 1'],
      ['DELETE', 'DELETE FROM event WHERE seq = 1'],
      ['TRUNCATE', 'TRUNCATE TABLE event'],
      ['DROP', 'DROP TABLE event'],
      ['ALTER', 'ALTER TABLE event DROP COLUMN leaf'],
      ['REPLACE', "REPLACE INTO event (logId, seq) VALUES ('installation', 1)"],
      ['a table in its place', 'RENAME TABLE event TO other'],
    ])('is refused %s', async (_what, statement) => {
      await expect(user.query(statement)).rejects.toThrow(/denied/);
    });
  });
} else {
  describe('Rights of users', () => {
    it('are none of SQLite, which says so', async () => {
      const { code, text } = await said(['grants', 'somebody'], { DATA_DIR: folder() });
      expect([code, text]).toEqual([1, expect.stringContaining('SQLite has no users')]);
    });
  });
}

/** From here on the server opens the database as another user. */
function useUrl({ settings }: TestDatabase, databaseUrl: string): void {
  Object.assign(settings, { databaseUrl });
}
