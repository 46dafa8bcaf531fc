import type { PersonRow } from '../people/person.row';
import { digestOf } from '../db/salt';

/** Characters of a demo password: enough that nobody guesses it from outside, few enough to type. */
const LENGTH = 8;

/**
 * With which a person of the demo signs. It is printed for whoever is signed in as that person, and comes from the
 * person's salt, which nobody else knows, so that it opens no demo that can be reached from elsewhere.
 */
export function demoPasswordOf({ salt }: Pick<PersonRow, 'salt'>): string {
  return digestOf(`demo password under ${salt}`).slice(0, LENGTH);
}
