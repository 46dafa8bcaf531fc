import { exampleRequirementSet } from '@countersign/domain/competency';
import type { Role } from '@countersign/domain/access';
import type { LogEntryBody, ProcedureBody } from '@countersign/contracts/entries/bodies';
import { v7 as uuidv7 } from 'uuid';
import { currentEdition } from '../catalogue/editions/editions';
import type { NewPerson, NewProgram } from '../programs/set-up-program';

/** The password of every person of a test program. */
export const PASSWORD = 'correct horse battery';

/** The date on which test programs stand, and noon of it in UTC. */
export const TODAY = '2026-11-23';
export const NOON = Date.parse(`${TODAY}T18:00:00Z`);

/** People of a test program by what they are. */
export interface TestPeople {
  readonly fellow: NewPerson;
  readonly otherFellow: NewPerson;
  readonly supervisor: NewPerson;
  readonly otherSupervisor: NewPerson;
  readonly director: NewPerson;
  readonly coordinator: NewPerson;
  readonly staff: NewPerson;
}

/** A program with two fellows, two supervisors, a director, a coordinator, a nurse and two sites. */
export interface TestProgram {
  readonly given: NewProgram;
  readonly people: TestPeople;
  readonly id: string;
  readonly siteId: string;
}

/** Invents a program; `label` keeps the e-mails of several programs apart. */
export function testProgram(label: string, passwordHash: string): TestProgram {
  const id = uuidv7();
  const person = (name: string, role: Role): NewPerson => ({
    id: uuidv7(),
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@${label}.example`,
    baseSpecialty: role === 'fellow' ? 'Anesthesiology' : '',
    passwordHash,
    roles: [{ role, fromOn: '2025-01-01', toOn: '2027-06-30' }],
  });
  const people: TestPeople = {
    fellow: person('Fellow One', 'fellow'),
    otherFellow: person('Fellow Two', 'fellow'),
    supervisor: person('Supervisor One', 'supervisor'),
    otherSupervisor: person('Supervisor Two', 'supervisor'),
    director: person('Director One', 'director'),
    coordinator: person('Coordinator One', 'coordinator'),
    staff: person('Nurse One', 'staff'),
  };
  const siteId = uuidv7();
  return {
    id,
    siteId,
    people,
    given: {
      program: {
        id,
        name: `Program ${label}`,
        institution: 'Test institution',
        timeZone: 'America/Chicago',
        catalogueEdition: currentEdition,
        lateAfterDays: 14,
        closingDays: null,
        neededDetails: null,
        demo: false,
      },
      people: Object.values(people) as NewPerson[],
      sites: [
        { id: siteId, name: 'Main site', setting: 'asc' },
        { id: uuidv7(), name: 'Other site', setting: 'clinic' },
      ],
      rotations: [
        {
          fellowId: people.fellow.id,
          siteId,
          name: 'Interventional',
          fromOn: '2026-07-01',
          toOn: '2026-12-31',
          service: 100,
        },
      ],
      leave: [],
      requirements: exampleRequirementSet,
    },
  };
}

/** A lumbar transforaminal epidural at L4 and L5 left, done by the fellow. */
export function tfesi(change: Partial<ProcedureBody> = {}): ProcedureBody {
  return {
    itemId: 'esi-tf-lumbar',
    levels: [
      { level: 'L4', side: 'left' },
      { level: 'L5', side: 'left' },
    ],
    guidance: 'fluoroscopy',
    techniques: ['subpedicular-supraneural'],
    role: 'performed',
    supervision: 'direct',
    outcome: 'success',
    complications: ['none'],
    ...change,
  };
}

/** A complete entry of the fellow for the supervisor, submitted. */
export function entryBody(program: TestProgram, change: Partial<LogEntryBody> = {}): LogEntryBody {
  return {
    id: uuidv7(),
    performedOn: '2026-11-20',
    siteId: program.siteId,
    supervisorId: program.people.supervisor.id,
    setting: 'asc',
    painCategory: 'chronic-non-cancer',
    diagnosisGroup: 'radicular',
    simulation: false,
    procedures: [tfesi()],
    then: 'submit',
    ...change,
  };
}
