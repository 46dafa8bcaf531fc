import type { Tx } from '../db/context';
import { newSalt } from '../db/salt';
import { PersonRow, RoleRow } from '../people/person.row';
import { OPEN_END } from './demo-roster';

/** Of the demo's office, who is invented like everybody there. */
const office = { name: 'Nadia Orlov', email: 'nadia.orlov@demo.invalid', baseSpecialty: '' };

/**
 * Gives the demo program its institution's education office. It comes last, so that the year before it is the same year
 * with it: whatever is new there takes its id in turn.
 */
export async function addDemoOffice(
  tx: Tx,
  { programId, fromOn }: { readonly programId: string; readonly fromOn: string },
): Promise<void> {
  const id = tx.newId();
  await tx.insert(PersonRow, { id, ...office, salt: newSalt(), disabledAt: null, createdAt: tx.now });
  tx.record('person.added', { id }, {});
  const role = { programId, id: tx.newId(), personId: id, role: 'institution' as const };
  await tx.insert(RoleRow, { ...role, fromOn, toOn: OPEN_END, cohort: null });
  tx.record('role.given', role, {});
}
