import type { SignerRole } from '../competency';

/**
 * What a signature can mean; a closed list. `competency-granted`: the signer supervised some of the cases;
 * `competency-granted-from-record`: none of them; `countersigned`: the director confirms what others granted;
 * `attested`: the letter says what the record says; `entries-approved`: each of several entries that were listed.
 */
export const meanings = [
  'competency-granted',
  'competency-granted-from-record',
  'countersigned',
  'attested',
  'entries-approved',
] as const;
/** One of {@link meanings}. */
export type Meaning = (typeof meanings)[number];

const ofSignOff: Readonly<Record<SignerRole, readonly Meaning[]>> = {
  supervisor: ['competency-granted', 'competency-granted-from-record'],
  director: ['countersigned'],
};

/** What a signature under a sign-off can mean in a capacity; never chosen for the signer. */
export function meaningsOf(capacity: SignerRole): readonly Meaning[] {
  return ofSignOff[capacity];
}
