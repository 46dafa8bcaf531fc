import { nameless } from '../db/context';
import { programUnderTest } from '../testing/program-under-test';
import { NOON } from '../testing/test-program';
import type { Roster } from './roster';
import { tryRosterFile } from './try-roster';

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
  const differences = (roster: Roster) =>
    here.server.db.read(nameless('test'), (view) => tryRosterFile(view, roster));

  it('has no difference where both say the same', async () => {
    expect(await differences(asFile())).toEqual({ added: [], changed: [], ended: [] });
  });

  it('tells what comes, what is otherwise and what ends; history is no end', async () => {
    const file = asFile();
    const { fellow, supervisor } = here.program.people;
    const people = file.people.map((person) =>
      person.email.toLowerCase() === fellow.email
        ? { ...person, name: 'Renamed', roles: person.roles.map((held) => ({ ...held, toOn: '2027-07-31' })) }
        : person,
    );
    const changed = {
      ...file,
      people: people.filter(({ email }) => email.toLowerCase() !== supervisor.email),
      sites: [...file.sites, { name: 'North', setting: 'clinic' as const }],
      leave: [{ fellow: fellow.email, fromOn: '2026-12-20', toOn: '2026-12-31', kind: 'vacation' }],
    };
    expect(await differences(changed)).toEqual({
      added: ['site North: clinic', `leave of ${fellow.email} from 2026-12-20: vacation to 2026-12-31`],
      changed: [
        `person ${fellow.email}: ${fellow.name}, ${fellow.baseSpecialty} → Renamed, ${fellow.baseSpecialty}`,
        `fellow ${fellow.email} from 2025-01-01: to 2027-06-30 → to 2027-07-31`,
      ],
      ended: [`supervisor ${supervisor.email} from 2025-01-01: to 2027-06-30`],
    });
    here.server.setClock(Date.parse('2028-01-01T12:00:00Z'));
    expect((await differences(changed)).ended).toEqual([]);
  });
});
