import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from './commands';
import { folder, said } from './testing/said';
import { dialect } from './testing/test-database';

describe('The help', () => {
  it('names every command with what it does, whatever the settings are', async () => {
    const { code, text } = await said(['--help'], { PORT: 'eighty' });
    expect(code).toBe(0);
    for (const { usage, summary, options } of commands) {
      expect(text).toContain(options === undefined ? usage : usage.replace(' ', ' [options] '));
      expect(text.replaceAll(/\s+/g, ' ')).toContain(summary);
    }
  });

  it('of one command is about that command', async () => {
    const { code, text } = await said(['set-up', '--help'], {});
    expect(code).toBe(0);
    expect(text).toContain('Usage: countersign set-up [options] <file>');
  });
});

if (dialect === 'sqlite') {
  describe('A program is set up from a roster file', () => {
    const roster = {
      program: 'Pain Medicine',
      institution: 'Example Hospital',
      timeZone: 'America/Chicago',
      people: [
        {
          name: 'A Director',
          email: 'director@example.org',
          password: 'a long enough secret',
          roles: [{ role: 'director', fromOn: '2026-07-01', toOn: '2027-06-30' }],
        },
        {
          name: 'A Fellow',
          email: 'fellow@example.org',
          password: 'another long secret',
          baseSpecialty: 'Neurology',
          roles: [{ role: 'fellow', fromOn: '2026-07-01', toOn: '2027-06-30' }],
        },
      ],
      sites: [{ name: 'Main', setting: 'clinic' }],
      rotations: [
        {
          fellow: 'fellow@example.org',
          site: 'Main',
          name: 'Clinic',
          fromOn: '2026-07-01',
          toOn: '2026-12-31',
          service: 100,
        },
      ],
      leave: [],
    };

    /** The people in roles that nobody will see end. */
    const far = roster.people.map((person) => ({
      ...person,
      roles: person.roles.map((held) => ({ ...held, toOn: '2999-06-30' })),
    }));

    it('once, whole; a second time it is there, and nothing is written', async () => {
      const dir = folder();
      const file = join(dir, 'roster.json');
      writeFileSync(file, JSON.stringify(roster));
      const first = await said(['set-up', file], { DATA_DIR: dir });
      expect(first).toEqual({
        code: 0,
        text: 'Pain Medicine is set up with 2 people. Start the server and sign in.\n',
      });
      const second = await said(['set-up', file], { DATA_DIR: dir });
      expect(second).toEqual({
        code: 0,
        text: 'Pain Medicine says what the file says. Nothing was written.\n',
      });
      const meant = await said(['set-up', file, '--new-program'], { DATA_DIR: dir });
      expect(meant).toEqual({
        code: 1,
        text: 'Nothing was written: there are accounts already for director@example.org, fellow@example.org.\n',
      });
    }, 30_000);

    it('on trial: what it would add, change and end is printed, and nothing is written', async () => {
      const dir = folder();
      const file = join(dir, 'roster.json');
      const dry = async (change: object) => {
        writeFileSync(file, JSON.stringify({ ...roster, ...change }));
        const { code, text } = await said(['set-up', file, '--dry-run'], { DATA_DIR: dir });
        return { code, lines: text.trim().split('\n') };
      };
      const fresh = await dry({});
      expect([fresh.code, fresh.lines.at(-1)]).toEqual([
        3,
        'To add 7, to change 0, to end 0. Nothing was written.',
      ]);
      expect(fresh.lines.every((line) => /^[+T]/.test(line))).toBe(true);
      expect((await said(['set-up', file], { DATA_DIR: dir })).code).toBe(0);
      expect(await dry({})).toEqual({
        code: 0,
        lines: ['To add 0, to change 0, to end 0. Nothing was written.'],
      });
      const sites = [...roster.sites, { name: 'North', setting: 'asc' }];
      expect((await dry({ people: far, rotations: [], sites, institution: 'Another' })).code).toBe(3);
    }, 60_000);

    it('again: a role ends once somebody agreed, at the terminal or by the option', async () => {
      const dir = folder();
      const file = join(dir, 'roster.json');
      const again = async (change: object, words: string[] = [], answer: boolean | null = null) => {
        writeFileSync(file, JSON.stringify({ ...roster, rotations: [], ...change }));
        const asked: string[] = [];
        const ask = (question: string) => Promise.resolve(asked.push(question) > 0 && answer === true);
        const { code, text } = await said(
          ['set-up', file, ...words],
          { DATA_DIR: dir },
          answer === null ? null : ask,
        );
        return { code, asked, last: text.trim().split('\n').at(-1) };
      };
      const done = { code: 0, asked: [] as string[] };
      await again({ people: far });
      const without = { people: far.slice(0, 1) };
      const refused = expect.stringContaining('Nothing was written: the file ends roles') as string;
      expect(await again(without)).toEqual({ code: 4, asked: [], last: refused });
      expect(await again(without, [], false)).toEqual({ code: 4, asked: ['End this role?'], last: refused });
      const ended = 'Pain Medicine: added 0, changed 0, ended 1.';
      expect(await again(without, [], true)).toEqual({ code: 0, asked: ['End this role?'], last: ended });
      const same = 'Pain Medicine says what the file says. Nothing was written.';
      expect(await again(without)).toEqual({ ...done, last: same });
      expect(await again({ people: far })).toMatchObject({
        ...done,
        last: expect.stringContaining('changed 1'),
      });
      expect(await again(without, ['--end-roles'])).toEqual({ ...done, last: ended });
    }, 90_000);

    it('or a roster that cannot be is refused in one line for each thing that is wrong', async () => {
      const dir = folder();
      const file = join(dir, 'roster.json');
      const [director, fellow] = roster.people;
      const [rotation] = roster.rotations;
      const refusal = async (change: object): Promise<string[]> => {
        writeFileSync(file, JSON.stringify({ ...roster, ...change }));
        const { code, text } = await said(['set-up', file], { DATA_DIR: dir });
        expect(code).toBe(1);
        return text.trim().split('\n').slice(1);
      };
      expect(await refusal({ rotations: undefined, leave: 'none' })).toEqual([
        '/rotations: missing or of the wrong form; it must be a list, which may be empty, each with fellow, site, name, fromOn, toOn and service',
        '/leave: missing or of the wrong form; it must be a list, which may be empty, each with fellow, fromOn, toOn and kind',
      ]);
      expect(await refusal({ people: [director, null], leave: [null] })).toEqual([
        '/people/1: missing or of the wrong form; it must be an object with name, email, formerEmail, baseSpecialty, password, roles',
        '/leave/0: missing or of the wrong form; it must be an object with fellow, fromOn, toOn, kind',
      ]);
      const roles = [{ role: 'fellow', fromOn: '2026-02-30', toOn: '2027-06-30' }];
      expect(
        await refusal({
          timeZone: 'Mars/Olympus',
          people: [director, { ...fellow, roles }, { ...fellow, email: 'FELLOW@example.org' }],
          rotations: [
            { ...rotation, fromOn: '2026-12-31', toOn: '2026-07-01' },
            { ...rotation, site: 'Nowhere', fellow: 'director@example.org' },
          ],
          leave: [
            { fellow: 'nobody@example.org', fromOn: '2026-13-01', toOn: '2026-12-01', kind: 'vacation' },
          ],
        }),
      ).toEqual([
        '/timeZone: Mars/Olympus is not an IANA time zone, such as America/Chicago, Asia/Kolkata or UTC',
        '/people/2/email: fellow@example.org is there twice',
        '/people/1/roles/0/fromOn: 2026-02-30 is no day of the calendar; a day is from 1900-01-01 to 2999-12-31',
        '/rotations/0/toOn: 2026-07-01 comes before 2026-12-31',
        '/rotations/1/fellow: director@example.org is no fellow of this roster',
        '/rotations/1/site: the roster has no site Nowhere; it has Main',
        '/leave/0/fromOn: 2026-13-01 is no day of the calendar; a day is from 1900-01-01 to 2999-12-31',
        '/leave/0/fellow: nobody@example.org is no fellow of this roster',
      ]);
    }, 60_000);

    it('or words in it may tell who somebody is; names of people, sites and rotations are names', async () => {
      const dir = folder();
      const file = join(dir, 'roster.json');
      const leave = { fellow: 'fellow@example.org', fromOn: '2026-12-01', toOn: '2026-12-05' };
      const [rotation] = roster.rotations;
      const named = { ...rotation, name: 'With Dr. Kowalski' };
      const kinds = ['with Mrs Ramirez', 'Kowalski', 'vacation'].map((kind) => ({ ...leave, kind }));
      writeFileSync(file, JSON.stringify({ ...roster, rotations: [named], leave: kinds }));
      const { code, text } = await said(['set-up', file], { DATA_DIR: dir });
      expect([code, text.trim().split('\n').slice(1)]).toEqual([
        1,
        [
          '/leave/0/kind: “Mrs Ramirez” may tell who somebody is; say it otherwise',
          '/leave/1/kind: “Kowalski” may tell who somebody is; say it otherwise',
        ],
      ]);
    }, 30_000);

    it('or every wrong field is named', async () => {
      const dir = folder();
      const file = join(dir, 'roster.json');
      writeFileSync(
        file,
        JSON.stringify({ ...roster, colour: 'blue', people: [{ ...roster.people[0], password: 'short' }] }),
      );
      const { code, text } = await said(['set-up', file], { DATA_DIR: dir });
      expect(code).toBe(1);
      expect(text).toContain('/colour: not known here; known are program, institution, timeZone,');
      expect(text).toContain(
        '/people/0/password: missing or of the wrong form; it must be a text of 15 to 256',
      );
    });

    it('Operator: or there is no director, rotations overlap, days are outside the training', async () => {
      const dir = folder();
      const file = join(dir, 'roster.json');
      const [director, fellow] = roster.people;
      const [rotation] = roster.rotations;
      const change = {
        people: [{ ...director, roles: [{ ...director?.roles[0], role: 'coordinator' }] }, fellow],
        rotations: [
          rotation,
          { ...rotation, fromOn: '2026-12-31', toOn: '2027-02-01', fellow: 'Fellow@example.org' },
          { ...rotation, fromOn: '2027-02-02', toOn: '2028-02-01' },
        ],
        leave: [{ fellow: 'fellow@example.org', fromOn: '2025-12-20', toOn: '2026-07-02', kind: 'vacation' }],
      };
      writeFileSync(file, JSON.stringify({ ...roster, ...change }));
      const { code, text } = await said(['set-up', file], { DATA_DIR: dir });
      expect([code, text.trim().split('\n').slice(1)]).toEqual([
        1,
        [
          '/people: nobody is director; a program has at least one person with the role director',
          '/rotations/2/toOn: 2028-02-01 is outside the training of the fellow, 2026-07-01 to 2027-06-30',
          '/rotations/1: overlaps /rotations/0 of the same fellow; a fellow has one rotation a day',
          '/leave/0/fromOn: 2025-12-20 is outside the training of the fellow, 2026-07-01 to 2027-06-30',
        ],
      ]);
    });

    it.each(['UTC', 'Asia/Kolkata', 'Europe/Kyiv'])(
      'Operator: in the zone %s, from a file with a byte-order mark; a second one of the name only on purpose',
      async (timeZone) => {
        const dir = folder();
        const file = join(dir, 'roster.json');
        writeFileSync(file, `\uFEFF${JSON.stringify({ ...roster, people: far, timeZone })}`);
        expect((await said(['set-up', file], { DATA_DIR: dir })).code).toBe(0);
        const people = far.map((person) => ({ ...person, email: `second.${person.email}` }));
        const rotations = roster.rotations.map((one) => ({ ...one, fellow: `second.${one.fellow}` }));
        writeFileSync(file, JSON.stringify({ ...roster, people, rotations, program: 'pain medicine' }));
        const unsaid = await said(['set-up', file], { DATA_DIR: dir });
        expect([unsaid.code, unsaid.text.trim().split('\n').at(-1)]).toEqual([
          4,
          'Nothing was written: the file ends roles, marked with -. If they are meant to end, say so with --end-roles; if this is another program of the same name, with --new-program.',
        ]);
        expect((await said(['set-up', file, '--new-program'], { DATA_DIR: dir })).code).toBe(0);
        expect(await said(['set-up', file], { DATA_DIR: dir })).toEqual({
          code: 1,
          text: 'There is more than one program called pain medicine: no file tells which. Change them under People and Year.\n',
        });
      },
      60_000,
    );
  });
}
