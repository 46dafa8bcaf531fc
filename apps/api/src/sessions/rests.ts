import type { Tx } from '../db/context';
import { CredentialRow } from '../people/person.row';
import { SIGNING_REST_MS } from './factor-rule';

/**
 * Lets somebody decide and sign nothing for a day, whom somebody else let in anew: with a link for another password, another
 * e-mail, or without the second factor. Whoever did so may sit at the account now. A rest that runs begins again and keeps its
 * first instant, so that what was set up in it never ends it.
 */
export async function beginRest(tx: Tx, personId: string): Promise<void> {
  const before = await tx.manager.findOneBy(CredentialRow, keyOf(personId));
  // Nobody comes in without a password; there is nothing that somebody else could have opened.
  if (before === null) return;
  const restSince = sinceOf(before, tx.now) ?? tx.now;
  await tx.update(CredentialRow, keyOf(personId), { signsFrom: tx.now + SIGNING_REST_MS, restSince });
  tx.record('person.rest-began', { id: personId }, {});
}

/**
 * Ends a rest by a second factor or passkey that its person had before it: whoever let them in anew has none of these.
 * @param since when that one was set up
 */
export async function endRest(tx: Tx, personId: string, since: number): Promise<void> {
  const held = await tx.manager.findOneBy(CredentialRow, keyOf(personId));
  const restSince = held && sinceOf(held, tx.now);
  if (restSince === null || since >= restSince) return;
  await tx.update(CredentialRow, keyOf(personId), { signsFrom: null, restSince: null });
  tx.record('person.rest-ended', { id: personId, by: personId }, {});
}

/** Since when a rest runs; null while none does. One from before the instant was kept began a day before it ends. */
function sinceOf({ signsFrom, restSince }: CredentialRow, now: number): number | null {
  if (signsFrom === null || signsFrom <= now) return null;
  return restSince ?? signsFrom - SIGNING_REST_MS;
}

function keyOf(personId: string): { personId: string; kind: 'password' } {
  return { personId, kind: 'password' };
}
