import type { Role } from '@countersign/domain/access';
import type { Competency } from '@countersign/domain/competency';
import { v7 as uuidv7 } from 'uuid';
import type { NewPerson } from '../../programs/set-up-program';
import type { TestClient } from '../test-client';
import { NOON, type TestPeople, type TestProgram } from '../test-program';
import type { TestServer } from '../test-server';

/** Every role that a person may hold. */
export const everyRole = [
  'fellow',
  'supervisor',
  'director',
  'coordinator',
  'institution',
  'staff',
] as const satisfies readonly Role[];

/**
 * How somebody stands in a program: `own`, whose records are asked about; `mate`, who holds the same role and has nothing to
 * do with them; `ended`, whose role is over; `coming`, whose role has not begun; `disabled`, whose account was closed.
 */
export type Standing = 'own' | 'mate' | 'ended' | 'coming' | 'disabled';

/** A day on which those were in force whose role is over at noon. */
export const EARLIER = Date.parse('2026-06-15T18:00:00Z');

const stretches: Readonly<Record<Standing, { readonly fromOn: string; readonly toOn: string }>> = {
  own: { fromOn: '2025-01-01', toOn: '2027-06-30' },
  mate: { fromOn: '2025-01-01', toOn: '2027-06-30' },
  ended: { fromOn: '2025-01-01', toOn: '2026-06-30' },
  coming: { fromOn: '2027-01-01', toOn: '2027-12-31' },
  disabled: { fromOn: '2025-01-01', toOn: '2027-06-30' },
};

const rules: Competency['rules'] = [
  { kind: 'count', filter: { items: ['esi-tf-lumbar'] }, per: 'session', need: 1 },
];

/** Competencies that differ in name alone, one for each state of a sign-off. */
export const competencyIds = ['asked', 'half', 'signed', 'suspended', 'unasked'] as const;

/** A program with somebody of every role and standing. */
export class House {
  private readonly clients = new Map<string, TestClient>();

  private constructor(
    private readonly server: TestServer,
    readonly program: TestProgram,
    private readonly people: ReadonlyMap<string, NewPerson>,
    /** A supervisor to whom another offered to stand in. */
    readonly delegate: NewPerson,
  ) {}

  get base(): string {
    return `/programs/${this.program.id}`;
  }

  /** @param label stands in every name and e-mail, so that what leaks is seen to be of this program */
  static async build(server: TestServer, label: string, institution: string): Promise<House> {
    const people = new Map<string, NewPerson>();
    let delegate: NewPerson | undefined;
    const program = await server.program(label, (given) => {
      const like = given.people.fellow;
      const person = (role: Role, standing: string, stretch = stretches.own): NewPerson => ({
        ...like,
        id: uuidv7(),
        name: `${label} ${role} ${standing}`,
        email: `${role}.${standing}@${label}.example`,
        roles: [{ role, ...stretch }],
      });
      for (const role of everyRole)
        for (const standing of Object.keys(stretches) as Standing[])
          people.set(`${role} ${standing}`, person(role, standing, stretches[standing]));
      delegate = person('supervisor', 'delegate');
      return rebuilt(given, { people, delegate, institution, label });
    });
    if (delegate === undefined) throw new Error('the program was set up');
    return new House(server, program, people, delegate);
  }

  person(role: Role, standing: Standing): NewPerson {
    const found = this.people.get(`${role} ${standing}`);
    if (!found) throw new Error(`nobody is ${role} ${standing}`);
    return found;
  }

  /** Signs everybody in at noon; whose account is to be closed is closed then. */
  async signIn(): Promise<void> {
    this.server.setClock(NOON);
    for (const [key, person] of this.people) this.clients.set(key, await this.server.as(person));
    this.clients.set('delegate', await this.server.as(this.delegate));
    for (const role of everyRole) {
      const path = `${this.base}/people/${this.person(role, 'disabled').id}/disabling`;
      const reply = await this.client('director', 'own').post(path);
      if (reply.status !== 200) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
    }
  }

  client(role: Role, standing: Standing): TestClient {
    return this.clientOf(`${role} ${standing}`);
  }

  delegateClient(): TestClient {
    return this.clientOf('delegate');
  }

  private clientOf(key: string): TestClient {
    const found = this.clients.get(key);
    if (!found) throw new Error(`${key} is not signed in`);
    return found;
  }
}

interface Change {
  readonly people: ReadonlyMap<string, NewPerson>;
  readonly delegate: NewPerson;
  readonly institution: string;
  readonly label: string;
}

/** The invented program with these people in the place of its own. */
function rebuilt(given: TestProgram, { people, delegate, institution, label }: Change): TestProgram {
  const of = (key: string): NewPerson => people.get(key) ?? delegate;
  const named: TestPeople = {
    ...{ fellow: of('fellow own'), otherFellow: of('fellow mate') },
    ...{ supervisor: of('supervisor own'), otherSupervisor: of('supervisor mate') },
    ...{ director: of('director own'), coordinator: of('coordinator own'), staff: of('staff own') },
  };
  const { program, sites, rotations } = given.given;
  return {
    ...given,
    people: named,
    given: {
      ...given.given,
      program: { ...program, name: `${label} program`, institution },
      people: [...people.values(), delegate],
      sites: sites.map((site) => ({ ...site, name: `${label} ${site.name}` })),
      rotations: rotations.map((one) => ({ ...one, fellowId: named.fellow.id, name: `${label} rotation` })),
      leave: [{ fellowId: named.fellow.id, fromOn: '2027-02-01', toOn: '2027-02-05', kind: 'vacation' }],
      requirements: {
        ...{
          id: `${label}-set`,
          title: `${label} requirements`,
          version: 1,
          source: 'The test',
          edition: '1',
        },
        ...{ effectiveOn: '2025-01-01', verifiedBy: named.director.id, verifiedOn: '2025-01-01' },
        ...{ verifiedAgainst: 'The test', example: false, conventions: 2 },
        competencies: competencyIds.map((id) => ({
          ...{ id, title: `To be ${id}`, shortTitle: id, about: { items: ['esi-tf-lumbar'] }, rules },
          highRisk: false,
        })),
      },
    },
  };
}
