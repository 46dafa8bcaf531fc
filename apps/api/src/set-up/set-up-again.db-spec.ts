import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionView } from '@countersign/contracts/sessions/views';
import { checkLog } from '../db/check-log';
import { EventRow } from '../db/event.row';
import { CredentialRow, PersonRow, RoleRow } from '../people/person.row';
import { folder } from '../testing/said';
import { NOON } from '../testing/test-program';
import { TestServer } from '../testing/test-server';
import type { Roster } from './roster';
import { setUpFromFile, type SetUpOptions } from './set-up-from-file';

const password = 'gravel teapot misses september';
const SAME = 'again says what the file says. Nothing was written.';

const person = (name: string, role: Roster['people'][0]['roles'][0]['role']): Roster['people'][0] => ({
  ...{ name, email: `${name.toLowerCase()}@again.example`, password },
  ...(role === 'fellow' && { baseSpecialty: 'Neurology' }),
  roles: [{ role, fromOn: '2026-01-01', toOn: '2027-12-31' }],
});
const [director, supervisor, fellow] = [
  person('Dora', 'director'),
  person('Sam', 'supervisor'),
  person('Fay', 'fellow'),
];
const stays = { fellow: fellow.email, site: 'Main', name: 'Clinic', service: 100 };
const spring = { ...stays, fromOn: '2026-01-01', toOn: '2026-06-30' };
const autumn = { ...stays, fromOn: '2026-07-01', toOn: '2026-12-31' };
const roster: Roster = {
  ...{ program: 'again', institution: 'Example Hospital', timeZone: 'America/Chicago' },
  people: [director, supervisor, fellow],
  sites: [{ name: 'Main', setting: 'clinic' }],
  rotations: [spring, autumn],
  leave: [{ fellow: fellow.email, fromOn: '2026-12-20', toOn: '2026-12-31', kind: 'vacation' }],
};
/** The same person, in the role up to another day. */
const until = (one: Roster['people'][0], toOn: string): Roster['people'][0] => ({
  ...one,
  roles: one.roles.map((held) => ({ ...held, toOn })),
});

describe('A program is brought to what its file says', () => {
  let server: TestServer;
  const file = join(folder(), 'roster.json');

  const run = async (change: Partial<Roster> = {}, options: Partial<SetUpOptions> = {}) => {
    writeFileSync(file, JSON.stringify({ ...roster, ...change }));
    const lines: string[] = [];
    const print = (line: string): void => void lines.push(line);
    const how = { print, ask: null, isNew: false, endsRoles: false, ...options };
    return { code: await setUpFromFile(server.app, file, how), lines };
  };
  const events = () => server.read((manager) => manager.find(EventRow, { order: { seq: 'ASC' } }));
  /** What a run recorded, by action and who did it. */
  const recorded = async (work: () => Promise<unknown>): Promise<string[]> => {
    const before = new Set((await events()).map(({ logId, seq }) => `${logId} ${seq}`));
    await work();
    const fresh = (await events()).filter(({ logId, seq }) => !before.has(`${logId} ${seq}`));
    expect(new Set(fresh.map(({ actorId }) => actorId))).toEqual(
      new Set(fresh.length ? ['installation'] : []),
    );
    return fresh.map(({ action }) => action).sort();
  };
  const nothing = async (change: Partial<Roster>, sentence: RegExp, options: Partial<SetUpOptions> = {}) =>
    expect(await recorded(() => expect(run(change, options)).rejects.toThrow(sentence))).toEqual([]);
  const rolesOf = async (email: string) => {
    const { id: personId } = await server.read((manager) => manager.findOneByOrFail(PersonRow, { email }));
    const held = await server.read((manager) => manager.find(RoleRow, { where: { personId } }));
    return held.map(({ role, fromOn, toOn }) => `${role} ${fromOn} ${toOn}`);
  };

  beforeEach(async () => {
    server = await TestServer.start();
    server.setClock(NOON);
    expect((await run()).code).toBe(0);
  });
  afterEach(async () => {
    const logs = new Set((await events()).map(({ logId }) => logId));
    for (const log of logs)
      expect((await server.read((manager) => checkLog(manager, log))).differences).toEqual([]);
    await server.stop();
  });

  it('twice with one file, and the second time nothing is written', async () => {
    expect(await recorded(async () => expect(await run()).toEqual({ code: 0, lines: [SAME] }))).toEqual([]);
  });

  it('with everybody who is new, renamed, moved or longer there, each change an event, in one run', async () => {
    const email = 'fay.new@again.example';
    const renamed = { ...until(fellow, '2028-06-30'), email, formerEmail: fellow.email, name: 'Fay Older' };
    const change: Partial<Roster> = {
      people: [director, until(supervisor, '2027-06-30'), renamed, person('Finn', 'fellow')],
      sites: [
        { name: 'Main', setting: 'asc' },
        { name: 'North', setting: 'clinic' },
      ],
      rotations: [
        // Longer into the days of the next, which begins later.
        { ...spring, fellow: email, toOn: '2026-07-31' },
        { ...autumn, fellow: email, fromOn: '2026-08-01', site: 'North', procedureDays: 3 },
      ],
      leave: [{ fellow: email, fromOn: '2026-12-20', toOn: '2027-01-02', kind: 'vacation' }],
    };
    const actions = await recorded(async () => {
      const { code, lines } = await run(change);
      expect([code, lines]).toEqual([
        0,
        [
          '+ person finn@again.example: Finn, Neurology',
          '+ fellow finn@again.example from 2026-01-01: to 2027-12-31',
          '+ site North: clinic',
          '~ person fay@again.example: Fay, Neurology → Fay Older, Neurology, fay.new@again.example',
          '~ supervisor sam@again.example from 2026-01-01: to 2027-12-31 → to 2027-06-30',
          '~ fellow fay@again.example from 2026-01-01: to 2027-12-31 → to 2028-06-30',
          '~ site Main: clinic → asc',
          '~ rotation of fay@again.example from 2026-01-01: Clinic at Main to 2026-06-30, 100 % on service → Clinic at Main to 2026-07-31, 100 % on service',
          '~ rotation of fay@again.example from 2026-07-01: Clinic at Main to 2026-12-31, 100 % on service → Clinic at North from 2026-08-01 to 2026-12-31, 100 % on service, procedures on 3 days a week',
          '~ leave of fay@again.example from 2026-12-20: vacation to 2026-12-31 → vacation to 2027-01-02',
          'again: added 3, changed 7, ended 0.',
        ],
      ]);
    });
    expect(actions).toEqual([
      ...['leave.planned', 'leave.removed', 'person.added', 'person.changed'],
      // Another e-mail by somebody else: whoever has it decides nothing for a day.
      'person.rest-began',
      ...['role.dates-set', 'role.dates-set', 'role.given', 'rotation.changed', 'rotation.changed'],
      ...['site.added', 'site.changed'],
    ]);
    const body = { email: 'finn@again.example', password };
    const { body: session } = await server.client().post<SessionView>('/session', { body });
    expect([session.person.name, session.demand]).toEqual(['Finn', 'change-password']);
    expect(await recorded(async () => expect((await run(change)).lines).toEqual([SAME]))).toEqual([]);
  });

  it('without whoever it leaves out only where that is agreed: they leave today, or never come', async () => {
    const next = { role: 'supervisor', fromOn: '2028-01-01', toOn: '2028-12-31' } as const;
    await run({ people: [director, { ...supervisor, roles: [...supervisor.roles, next] }, fellow] });
    const without = { people: [director, fellow] };
    const unsaid = await recorded(async () => {
      const { code, lines } = await run(without);
      expect([code, lines.slice(0, -1)]).toEqual([
        4,
        [
          '- supervisor sam@again.example from 2026-01-01: to 2027-12-31',
          '- supervisor sam@again.example from 2028-01-01: to 2028-12-31',
        ],
      ]);
      const refused = { ask: () => Promise.resolve(false) };
      expect((await run({ ...without, people: [until(director, '2029-12-31'), fellow] }, refused)).code).toBe(
        4,
      );
    });
    expect(unsaid).toEqual([]);
    expect(await recorded(() => run(without, { endsRoles: true }))).toEqual([
      'role.dates-set',
      'role.taken-back',
    ]);
    expect(await rolesOf(supervisor.email)).toEqual(['supervisor 2026-01-01 2026-11-23']);
    expect(await recorded(async () => expect((await run(without)).lines).toEqual([SAME]))).toEqual([]);
    server.setClock(NOON + 86_400_000);
    expect((await run(without)).lines).toEqual([SAME]);
  });

  it('and a last day that is over ends a role, one to come does not', async () => {
    const over = { people: [director, until(supervisor, '2026-10-31'), fellow] };
    expect((await run(over)).code).toBe(4);
    expect((await run(over, { ask: () => Promise.resolve(true) })).code).toBe(0);
    expect(await rolesOf(supervisor.email)).toEqual(['supervisor 2026-01-01 2026-10-31']);
    expect((await run({ people: [director, until(supervisor, '2026-11-24'), fellow] })).code).toBe(0);
  });

  it('but never without a director; then whoever comes with that file does not come either', async () => {
    const late = { ...person('Dean', 'director'), roles: [{ ...director.roles[0]!, fromOn: '2027-03-01' }] };
    await nothing(
      { people: [late, supervisor, fellow] },
      /^Nothing was written: director dora@again\.example from 2026-01-01: to 2027-12-31: From .* on nobody would direct the program/,
      { endsRoles: true },
    );
    expect(
      (await run({ people: [person('Dean', 'director'), supervisor, fellow] }, { endsRoles: true })).code,
    ).toBe(0);
    expect(await rolesOf(director.email)).toEqual(['director 2026-01-01 2026-11-23']);
  });

  it('and a file with a fault, or that a rule refuses, changes nothing', async () => {
    const renamed = { people: [{ ...director, name: 'Dora Other' }, supervisor, fellow] };
    await nothing({ ...renamed, sites: [{ name: 'Main', setting: 'moon' as 'asc' }] }, /\/sites\/0\/setting/);
    await nothing({ ...renamed, timeZone: 'Mars/Olympus' }, /\/timeZone/);
    const other = { ...supervisor, email: 'other@again.example', formerEmail: fellow.email };
    await nothing({ people: [director, other, fellow] }, /\/people\/1\/formerEmail/);
    // A rotation that is there and that the file does not name stays in the way.
    await nothing(
      { ...renamed, rotations: [{ ...spring, toOn: '2026-12-31' }] },
      /^Nothing was written: rotation of fay@again\.example/,
    );
  });

  it('and nothing where somebody changed the program while it was asked', async () => {
    const ask = async (): Promise<boolean> => {
      await run({ sites: [...roster.sites, { name: 'North', setting: 'clinic' }] });
      return true;
    };
    const without = { people: [director, fellow] };
    const north = { ...without, sites: [...roster.sites, { name: 'North', setting: 'asc' as const }] };
    await expect(run(north, { ask })).rejects.toThrow(/^Nothing was written: somebody changed the program/);
    expect(await rolesOf(supervisor.email)).toEqual(['supervisor 2026-01-01 2027-12-31']);
  });

  it('leaves days that the file does not name, and the program’s own rules, as they are', async () => {
    const { code, lines } = await run({ rotations: [], leave: [], lateAfterDays: 30 });
    expect([code, lines.map((line) => line.slice(0, 12)), lines.at(-1)]).toEqual([
      0,
      ['= program: E', '= rotation o', '= leave of f', SAME.slice(0, 12)],
      SAME,
    ]);
  });

  it('also where people are of two programs, and keeps their passwords', async () => {
    const before = await server.read((manager) => manager.find(CredentialRow));
    const { people } = await server.program('elsewhere');
    const known = { ...person('Renamed', 'supervisor'), email: people.director.email };
    const change = { people: [director, supervisor, fellow, known] };
    expect(await recorded(() => run(change))).toEqual(['person.changed', 'role.given']);
    expect(await recorded(() => run(change))).toEqual([]);
    const after = await server.read((manager) => manager.find(CredentialRow));
    for (const one of before) expect(after).toContainEqual(one);
    const body = { email: people.director.email, password: 'correct horse battery' };
    expect((await server.client().post('/session', { body })).status).toBe(201);
  });
});
