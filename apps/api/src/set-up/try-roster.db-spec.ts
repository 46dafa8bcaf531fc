import { nameless } from '../db/context';
import { programUnderTest } from '../testing/program-under-test';
import { NOON } from '../testing/test-program';
import type { Roster } from './roster';
import { changeInWords } from './change-words';
import { tryRoster } from './try-roster';

describe('A roster held against the program of its name', () => {
  const here = programUnderTest('try-roster');
  beforeEach(() => here.server.setClock(NOON));

  /** The program as a file would say it. */
  const asFile = (): Roster => {
    const { program, people, sites, rotations, leave } = here.program.given;
    const emailOf = (id: string): string => people.find((person) => person.id === id)?.email ?? '';
    const siteOf = (id: string): string => sites.find((site) => site.id === id)?.name ?? '';
    return {
      ...{
        program: program.name.toUpperCase(),
        institution: program.institution,
        timeZone: program.timeZone,
      },
      lateAfterDays: program.lateAfterDays,
      ...(program.closingDays === null ? {} : { closingDays: program.closingDays }),
      people: people.map(({ name, email, baseSpecialty, roles }) => ({
        ...{ name, email: email.toUpperCase(), baseSpecialty, password: 'not compared with anything' },
        roles: [...roles],
      })),
      sites: sites.map(({ name, setting }) => ({ name, setting })),
      rotations: rotations.map(({ fellowId, siteId, ...rest }) => ({
        ...rest,
        ...{ fellow: emailOf(fellowId), site: siteOf(siteId) },
      })),
      leave: leave.map(({ fellowId, ...rest }) => ({ ...rest, fellow: emailOf(fellowId) })),
    };
  };
  const differences = async (roster: Roster) => {
    const { steps, stays } = await here.server.db.read(nameless('test'), (view) => tryRoster(view, roster));
    return { steps: steps.map(changeInWords), stays: stays.map(changeInWords) };
  };

  it('has no difference where both say the same', async () => {
    expect(await differences(asFile())).toEqual({ steps: [], stays: [] });
  });

  it('tells what comes, what is otherwise, what ends and what stays; history is no end', async () => {
    const file = asFile();
    const { fellow, supervisor } = here.program.people;
    const people = file.people.map((person) =>
      person.email.toLowerCase() === fellow.email
        ? { ...person, name: 'Renamed', roles: person.roles.map((held) => ({ ...held, toOn: '2027-07-31' })) }
        : person,
    );
    const changed = {
      ...file,
      ...{ lateAfterDays: 7, rotations: [] },
      people: people.filter(({ email }) => email.toLowerCase() !== supervisor.email),
      sites: [...file.sites, { name: 'North', setting: 'clinic' as const }],
      leave: [{ fellow: fellow.email, fromOn: '2026-12-20', toOn: '2026-12-31', kind: 'vacation' }],
    };
    expect(await differences(changed)).toEqual({
      steps: [
        `person ${fellow.email}: ${fellow.name}, ${fellow.baseSpecialty} → Renamed, ${fellow.baseSpecialty}`,
        `fellow ${fellow.email} from 2025-01-01: to 2027-06-30 → to 2027-07-31`,
        `supervisor ${supervisor.email} from 2025-01-01: to 2027-06-30`,
        'site North: clinic',
        `leave of ${fellow.email} from 2026-12-20: vacation to 2026-12-31`,
      ],
      stays: [
        'program: Test institution, America/Chicago, late after 14 days, closing days as usual, needed details none → Test institution, America/Chicago, late after 7 days, closing days as usual, needed details none',
        `rotation of ${fellow.email} from 2026-07-01: Interventional at Main site to 2026-12-31, 100 % on service`,
      ],
    });
    here.server.setClock(Date.parse('2028-01-01T12:00:00Z'));
    expect((await differences(changed)).steps).not.toContainEqual(expect.stringContaining(supervisor.email));
    expect((await differences(changed)).stays).toHaveLength(1);
  });

  it('takes a stretch for the one that it shares a day with, and somebody for the former e-mail', async () => {
    const file = asFile();
    const { fellow } = here.program.people;
    const email = 'renamed@try-roster.example';
    const people = file.people.map((person) =>
      person.email.toLowerCase() === fellow.email
        ? {
            ...{ ...person, email, formerEmail: person.email },
            roles: person.roles.map((held) => ({ ...held, fromOn: '2026-01-01', cohort: '2026' })),
          }
        : person,
    );
    const rotations = file.rotations.map((one) => ({ ...one, fellow: email, fromOn: '2026-08-01' }));
    expect(await differences({ ...file, people, rotations })).toEqual({
      steps: [
        `person ${fellow.email}: ${fellow.name}, ${fellow.baseSpecialty} → ${fellow.name}, ${fellow.baseSpecialty}, ${email}`,
        `fellow ${fellow.email} from 2025-01-01: to 2027-06-30 → from 2026-01-01 to 2027-06-30, cohort 2026`,
        `rotation of ${fellow.email} from 2026-07-01: Interventional at Main site to 2026-12-31, 100 % on service → Interventional at Main site from 2026-08-01 to 2026-12-31, 100 % on service`,
      ],
      stays: [],
    });
  });
});
