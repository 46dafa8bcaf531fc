import { tellApart } from '@countersign/domain/people';
import type { Reading } from '../db/context';
import { KeptQuery } from '../db/kept-query';
import { PersonRow, RoleRow } from '../people/person.row';
import { SiteRow } from './program.row';

/** What people and sites of a program are called, by id. */
export type Names = ReadonlyMap<string, string>;

/** A person, or a site, which has no e-mail. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

const peopleAndSites = new KeptQuery<{ programId: string }>((manager, { programId }) => [
  manager
    .createQueryBuilder(PersonRow, 'person')
    .innerJoin(RoleRow, 'held', 'held.personId = person.id')
    .where('held.programId = :programId', { programId })
    .select(['person.id AS id', 'person.name AS name', 'person.email AS email'])
    .distinct(true),
  manager
    .createQueryBuilder(SiteRow, 'site')
    .where('site.programId = :programId', { programId })
    .select(['site.id AS id', 'site.name AS name', 'NULL AS email']),
]);

/**
 * The names of the program's sites and of everybody who ever held a role in it, so that old entries keep theirs; two
 * people of one name are told apart; in one statement.
 */
export async function namesIn({ manager }: Reading, programId: string): Promise<Names> {
  const named = await peopleAndSites.run<Named>(manager, { programId });
  const persons = named.flatMap(({ email, ...one }) => (email === null ? [] : [{ ...one, email }]));
  return new Map([...named.map(({ id, name }) => [id, name] as const), ...tellApart(persons)]);
}
