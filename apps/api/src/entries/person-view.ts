import type { PersonView } from '@countersign/contracts/sessions/views';
import type { NamedPerson } from '../people/people';

/** A person of the program as entries name them. */
export function personView(people: ReadonlyMap<string, NamedPerson>, id: string): PersonView {
  return { id, name: people.get(id)?.name ?? '' };
}
