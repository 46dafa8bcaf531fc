import { randomUUID } from 'node:crypto';
import type { NoticesView } from '@countersign/contracts/mail/views';
import { EntryRow } from '../entries/entry.row';
import { PostOffice } from '../testing/post-office';
import { entryBody, NOON } from '../testing/test-program';
import { Reminders } from './reminders';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Five past seven in the morning of the Monday after, in Chicago. */
const MONDAY = Date.parse('2026-11-30T13:05:00Z');

describe('Reminders', () => {
  let post: PostOffice;
  beforeEach(async () => {
    post = await PostOffice.open('reminders');
  });
  afterEach(() => post.close());

  /** So many entries of the fellow wait for the supervisor since this instant. */
  const log = async (times: number, since: number): Promise<void> => {
    post.server.setClock(since);
    const fellow = await post.server.as(post.program.people.fellow);
    for (let nth = 0; nth < times; nth += 1) {
      const body = entryBody(post.program, { performedOn: '2026-11-20' });
      expect((await fellow.post(`${post.base}/entries`, { body })).status).toBe(201);
    }
  };
  const remind = async (now: number): Promise<void> => {
    post.server.setClock(now);
    await post.server.app.get(Reminders).runAll();
    await post.at(now + HOUR);
  };
  const subjects = (who: 'supervisor' | 'director' | 'coordinator' | 'fellow' | 'otherFellow') =>
    post.receiver.to(post.program.people[who].email).map(({ subject }) => subject);

  it('come to a supervisor after a week, once a week, at seven in the morning of the program', async () => {
    await log(2, NOON);
    await remind(MONDAY - HOUR);
    expect(post.receiver.mails).toEqual([]);
    await remind(MONDAY);
    expect(subjects('supervisor')).toEqual(['Your week in Program reminders']);
    for (let days = 1; days <= 7; days += 1) await remind(MONDAY + days * DAY);
    expect(subjects('supervisor').sort()).toEqual([
      '2 entries wait for you',
      'Your week in Program reminders',
      'Your week in Program reminders',
    ]);
    const nudge = post.receiver
      .to(post.program.people.supervisor.email)
      .find(({ subject }) => subject?.startsWith('2'));
    expect(nudge?.text).toContain('2 entries wait for you in Program reminders, the oldest for 7 days.');
    expect(subjects('director')).toHaveLength(2);
    // Told again in the same hour, on another node or after a crash, nobody hears it twice.
    const before = post.receiver.mails.length;
    await remind(MONDAY + 7 * DAY);
    expect(post.receiver.mails).toHaveLength(before);
  });

  it('tell those who can help once 25 entries wait, or one for 30 days; the supervisor is no escalation', async () => {
    await log(25, NOON);
    await remind(Date.parse('2026-11-24T13:05:00Z'));
    expect([subjects('director'), subjects('coordinator'), subjects('supervisor')]).toEqual([
      ['25 entries wait for Supervisor One'],
      ['25 entries wait for Supervisor One'],
      [],
    ]);
    const director = await post.server.as(post.program.people.director);
    const { body } = await director.get<NoticesView>(`${post.base}/notices`);
    expect(body.notices).toMatchObject([
      { kind: 'escalation', count: 25, objectId: post.program.people.supervisor.id, read: false },
    ]);
    await post.server.write('test', ({ manager }) =>
      manager.update(EntryRow, { programId: post.program.id }, { state: 'approved' }),
    );
    await log(1, NOON + 2 * DAY);
    for (const days of [10, 20, 29]) await remind(Date.parse('2026-11-25T13:05:00Z') + days * DAY);
    expect(subjects('coordinator').filter((one) => one?.includes('Supervisor'))).toHaveLength(1);
    await remind(Date.parse('2026-11-25T13:05:00Z') + 31 * DAY);
    expect(subjects('coordinator').filter((one) => one?.includes('Supervisor'))).toEqual([
      '25 entries wait for Supervisor One',
      '1 entry waits for Supervisor One',
    ]);
  });

  it('tell once a week, by number alone, of qualifications that have expired or will: the fellow and who leads', async () => {
    const { otherFellow } = post.program.people;
    const path = `${post.base}/fellows/${otherFellow.id}/qualifications`;
    const license = { kind: 'medical-license', issuer: 'Board of Northland (invented)', standing: 'granted' };
    const add = async (expiresOn: string) => {
      const fellow = await post.server.as(otherFellow);
      const body = { id: randomUUID(), ...license, expiresOn };
      expect((await fellow.post(path, { body })).status).toBe(201);
    };
    post.server.setClock(NOON);
    await add('2027-06-30');
    await remind(MONDAY);
    expect(subjects('otherFellow')).toEqual([]);
    await add('2026-12-24');
    await add('2026-11-01');
    for (let days = 0; days <= 7; days += 1) await remind(MONDAY + days * DAY);
    const week = 'Your week in Program reminders';
    expect([subjects('otherFellow'), subjects('coordinator'), subjects('supervisor')]).toEqual([
      [week, week],
      [week, week],
      [],
    ]);
    const said = (who: 'otherFellow' | 'coordinator') =>
      post.receiver.to(post.program.people[who].email)[0]?.text ?? '';
    expect(said('otherFellow')).toContain('Yours: 1 qualification has expired, 1 expires within 90 days.\n');
    expect(said('coordinator')).toContain(
      'In the whole program: 1 qualification has expired, 1 expires within 90 days.\n',
    );
    for (const who of ['otherFellow', 'coordinator'] as const)
      expect(said(who)).not.toMatch(/Northland|license|Fellow Two has/);
  });

  it('ask a fellow who was on service and logged nothing whether something is missing, not one without a schedule', async () => {
    await log(1, NOON);
    await remind(MONDAY);
    // Five weekdays in the rotation since Nov 20, and Monday.
    expect(subjects('fellow')).toEqual(['Your week in Program reminders']);
    const [mail] = post.receiver.to(post.program.people.fellow.email);
    expect(mail?.text).toContain(
      'You last logged 10 days ago; the schedule has you on service for 6 days since. Is something missing?',
    );
    expect(subjects('otherFellow')).toEqual([]);
  });
});
