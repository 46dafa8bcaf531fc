import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { groupOf, isMailed, noticeKinds } from '@countersign/domain/notices';
import { Catalogues } from '../catalogue/catalogues';
import { currentEdition } from '../catalogue/editions/editions';
import { nameless } from '../db/context';
import { Db } from '../db/db';
import { openDatabase } from '../db/open-database';
import { SYSTEM } from '../followers/turn';
import { MailRow } from '../mail/mail.row';
import { Outbox } from '../mail/outbox';
import { Clock, Ids } from '../platform/clock';
import { SetUpProgram } from '../programs/set-up-program';
import { rows } from '../rows';
import { buildServer } from '../server';
import { bundled, startNode, type Child } from '../testing/child-process';
import { atLength, faultRow } from '../testing/fault-row';
import { postmanOn } from '../testing/mail-worker';
import { RoughMailServer } from '../testing/rough-mail-server';
import { createTestDatabase, dialect, environmentOf, type TestDatabase } from '../testing/test-database';
import { testProgram } from '../testing/test-program';

/** What is told of something that happened, whatever became of it since. */
const KINDS = noticeKinds.filter(
  (kind) => isMailed(kind) && groupOf(kind) === 'news' && kind !== 'entry-returned',
);
const PEOPLE = Math.ceil((atLength ? 10_000 : 250) / KINDS.length);
const MAILS = PEOPLE * KINDS.length;
const KILLS = atLength ? 60 : 6;
/** SQLite has one process, which is killed and followed by the next; MariaDB two that share the work. */
const AT_ONCE = dialect === 'sqlite' ? 1 : 2;
/** Rather rough: each of these happens to some mails in every thousand. */
const ROUGHNESS = atLength
  ? { later: 10, cutBefore: 2, cutAfter: 2 }
  : { later: 40, cutBefore: 8, cutAfter: 8 };
const WORKER = join(__dirname, '..', 'testing', 'mail-worker.ts');
const WORKS_MS = 1_800_000;
/** Mails about what happened are kept back for ten minutes; these were put there before. */
const BEFORE_MS = 11 * 60_000;

describe(`${MAILS} mails, and postmen that are killed with -9 ${KILLS} times`, () => {
  let database: TestDatabase;
  let receiver: RoughMailServer;
  const started: Child[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    receiver = await RoughMailServer.start(ROUGHNESS);
    await fillOutbox(database);
  }, 300_000);
  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    await receiver.stop();
    await database.drop();
  });

  it(
    'are each delivered, and of none does a mailbox that knows a Message-ID again keep two',
    async () => {
      const worker = bundled(WORKER, database.settings.dataDir, 'inside');
      const env = { ...environmentOf(database), SMTP_URL: receiver.url, MAIL_FROM: 'log@example.org' };
      const start = (): Child => {
        const child = startNode(worker, env, WORKS_MS);
        started.push(child);
        return child;
      };
      // Loading takes longest, so that the next ones load while these work.
      const waiting = Array.from({ length: AT_ONCE + 2 }, start);
      const working: Child[] = [];
      const man = async (): Promise<void> => {
        while (working.length < AT_ONCE) {
          const next = waiting.shift() ?? start();
          waiting.push(start());
          await next.says('loaded');
          next.tell('go');
          await next.says('working');
          working.push(next);
        }
      };
      const share = MAILS / (KILLS + 1);
      for (let kill = 0; kill < KILLS; kill += 1) {
        await man();
        const until = Math.min(receiver.mails + Math.random() * share * 2, MAILS);
        await happens(() => receiver.mails >= until || receiver.taken.size === MAILS, 60_000);
        await sleep(Math.random() * 10);
        const [victim] = working.splice(Math.floor(Math.random() * working.length), 1);
        victim?.kill('SIGKILL');
        await victim?.ended;
      }
      await man();
      await happens(() => receiver.taken.size >= MAILS, WORKS_MS);
      for (const child of started) child.kill('SIGKILL');
      await Promise.all(started.map(({ ended }) => ended));
      await sendTheRest(database, receiver.url);

      const doubled = receiver.mails - receiver.taken.size;
      const { later, cutBefore, cutAfter } = receiver.did;
      faultRow('mails, their postmen killed with -9', {
        ...{ database: dialect, mails: MAILS, kills: KILLS, 'postmen at once': AT_ONCE },
        ...{ 'said later': later, 'cut before': cutBefore, 'cut after taking': cutAfter },
        ...{
          taken: receiver.mails,
          'different by Message-ID': receiver.taken.size,
          'sent once more': doubled,
        },
      });
      expect(receiver.taken.size).toBe(MAILS);
      expect([...receiver.taken.keys()].every((id) => /^<[0-9a-f-]{36}@/.test(id))).toBe(true);
      // Nobody can avoid it: what was taken before its sender heard so comes once more, under the same Message-ID.
      expect(doubled).toBeLessThanOrEqual(KILLS + cutAfter + AT_ONCE);
      if (atLength) expect(doubled).toBeGreaterThan(0);
    },
    WORKS_MS,
  );
});

/** A program whose people are told of everything that there is to tell, at a time that is not quiet. */
async function fillOutbox({ settings }: TestDatabase): Promise<void> {
  const app = await buildServer(settings);
  try {
    const at = Date.now() - BEFORE_MS;
    const given = testProgram('mails', 'no password');
    const { supervisor } = given.people;
    const told = Array.from({ length: PEOPLE }, (_, nth) => ({
      ...supervisor,
      ...{ id: uuidv7(), name: `Supervisor no. ${nth}`, email: `${nth}.${supervisor.email}` },
    }));
    const people = [...given.given.people, ...told];
    const timeZone = whereItIsNoon(at);
    const catalogue = app.get(Catalogues).index(currentEdition);
    const db = app.get(Db);
    await db.write(nameless('installation'), (tx) =>
      app
        .get(SetUpProgram)
        .run(tx, { ...given.given, program: { ...given.given.program, timeZone }, people }, catalogue),
    );
    const program = { id: given.id, timeZone, demo: false };
    for (const kind of KINDS)
      await db.write(
        SYSTEM,
        (tx) => app.get(Outbox).tell(tx, { program, personIds: told.map(({ id }) => id), kind }),
        { now: at, newId: uuidv7 },
      );
  } finally {
    await app.close();
  }
}

/** Marks what was sent when its postman was killed: all of it, once more under the same Message-ID. */
async function sendTheRest({ settings }: TestDatabase, smtpUrl: string): Promise<void> {
  const { source, close } = await openDatabase(settings, rows);
  const clock = new Clock();
  const db = new Db(source, clock, new Ids());
  const postman = postmanOn(db, clock, { ...settings, smtpUrl });
  const count = (state: MailRow['state']) =>
    db.read(SYSTEM, ({ manager }) => manager.countBy(MailRow, { state }));
  try {
    await happens(async () => {
      await postman.catchUp();
      return (await count('waiting')) === 0;
    }, 120_000);
    expect([await count('sent'), await count('dead'), await count('dropped')]).toEqual([MAILS, 0, 0]);
  } finally {
    await postman.beforeApplicationShutdown();
    await close();
  }
}

/** Waits until it is so, at most so many ms. */
async function happens(isSo: () => boolean | Promise<boolean>, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until && !(await isSo())) await sleep(5);
}

/** A time zone in which it is about noon at this instant. */
function whereItIsNoon(at: number): string {
  const ahead = 12 - new Date(at).getUTCHours();
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
