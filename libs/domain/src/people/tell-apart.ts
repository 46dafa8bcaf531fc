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
  const unique = new Map(people.map((person) => [person.id, person]));
  // Every page with names asks, so each name is looked at once.
  const byLooks = new Map<string, Nameable[]>();
  for (const person of unique.values()) {
    const looks = looksOf(person.name);
    const alike = byLooks.get(looks);
    if (alike) alike.push(person);
    else byLooks.set(looks, [person]);
  }
  const called = new Map([...unique.values()].map(({ id, name }) => [id, name]));
  for (const alike of byLooks.values())
    if (alike.length > 1) for (const person of alike) called.set(person.id, amongAlike(person, alike));
  return called;
}

function amongAlike(person: Nameable, alike: readonly Nameable[]): string {
  const local = localOf(person.email);
  const isLocalOwn = alike.every((one) => one === person || localOf(one.email) !== local);
  return `${person.name} (${isLocalOwn ? local : person.email})`;
}

/** Whether two names look the same to whoever reads them in a list. */
export function looksAlike(one: string, other: string): boolean {
  return looksOf(one) === looksOf(other);
}

function looksOf(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

function localOf(email: string): string {
  return email.slice(0, email.lastIndexOf('@'));
}
