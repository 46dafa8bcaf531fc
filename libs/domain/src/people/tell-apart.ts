/** A person of a program with what tells one from another of the same name. */
export interface Nameable {
  readonly id: string;
  readonly name: string;
  /** Unique. */
  readonly email: string;
}

/**
 * What people are called where they are chosen or listed, by id: the name alone where nobody else of them has it, else
 * the name with the part of the e-mail before the `@`, or the whole of it where that is the same too. Names that differ
 * in case, spaces or the way their letters are composed look the same and count as the same.
 */
export function tellApart(people: readonly Nameable[]): ReadonlyMap<string, string> {
  const unique = [...new Map(people.map((person) => [person.id, person])).values()];
  return new Map(
    unique.map((person) => {
      const others = unique.filter((one) => one !== person && looksOf(one.name) === looksOf(person.name));
      if (others.length === 0) return [person.id, person.name];
      const isLocalOwn = others.every((one) => localOf(one.email) !== localOf(person.email));
      return [person.id, `${person.name} (${isLocalOwn ? localOf(person.email) : person.email})`];
    }),
  );
}

function looksOf(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

function localOf(email: string): string {
  return email.slice(0, email.lastIndexOf('@'));
}
