import { hasLeft } from '@countersign/domain/access';
import { tellApart } from '@countersign/domain/people';
import type { PersonView } from '@countersign/contracts/sessions/views';
import type { Reading } from '../db/context';
import { KeptQuery } from '../db/kept-query';
import { PersonRow, RoleRow } from '../people/person.row';
import { civilDateAt } from '../platform/clock';
import { ProgramRow, SiteRow } from './program.row';

/** What people and sites of a program are called, by id. */
export class Names extends Map<string, string> {
  /** Those whose every role in the program has ended. */
  readonly #left: ReadonlySet<string>;

  constructor(names: Iterable<readonly [string, string]>, left: Iterable<string>) {
    super(names);
    this.#left = new Set(left);
  }

  /** A person as others see them: what they are called, and that they have left the program. */
  person(id: string): PersonView {
    return { id, name: this.get(id) ?? '', ...(this.#left.has(id) && { left: true }) };
  }
}

/** A person, or a site, which has neither e-mail nor role. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** Last day of the last role. */
  readonly lastOn: string | null;
  readonly timeZone: string | null;
}

const peopleAndSites = new KeptQuery<{ programId: string }>((manager, { programId }) => [
  manager
    .createQueryBuilder(PersonRow, 'person')
    .innerJoin(RoleRow, 'held', 'held.personId = person.id')
    .innerJoin(ProgramRow, 'program', 'program.id = held.programId')
    .where('held.programId = :programId', { programId })
    // Both parts name their columns as text and in one order, for a union goes by it; a property alone would come first.
    .select(['person.id AS id', 'person.name AS name', 'person.email AS email'])
    .addSelect('MAX(held.toOn) AS lastOn')
    .addSelect('program.timeZone AS timeZone')
    .groupBy('person.id, person.name, person.email, program.timeZone'),
  manager
    .createQueryBuilder(SiteRow, 'site')
    .where('site.programId = :programId', { programId })
    .select(['site.id AS id', 'site.name AS name', 'NULL AS email'])
    .addSelect(['NULL AS lastOn', 'NULL AS timeZone']),
]);

/**
 * The names of the program's sites and of everybody who ever held a role in it, so that old entries keep theirs; two
 * people of one name are told apart; in one statement.
 */
export async function namesIn({ manager, now }: Reading, programId: string): Promise<Names> {
  const named = await peopleAndSites.run<Named>(manager, { programId });
  const persons = named.flatMap(({ email, ...one }) => (email === null ? [] : [{ ...one, email }]));
  const left = persons.filter(
    ({ lastOn, timeZone }) =>
      lastOn !== null && timeZone !== null && hasLeft([{ toOn: lastOn }], civilDateAt(now, timeZone)),
  );
  return new Names(
    [...named.map(({ id, name }) => [id, name] as const), ...tellApart(persons)],
    left.map(({ id }) => id),
  );
}
